import type { Key } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { among, batches, compareKeys, keyBatches, literal } from './sql.js'

const key = (id: string, space = '52', kind = 'practice'): Key => ({ space, kind, id })

test('a literal is made of digits only, whatever the text', () => {
  expect(literal('ё')).toBe("X'd191'")
  expect(literal('')).toBe("X''")
  expect(literal(`'; DROP TABLE tirazh_record; -- \\' " \` ? \0`)).toMatch(/^X'[0-9a-f]+'$/)
})

test('keys of one kind and space are compared together', () => {
  expect(among([key('1'), key('2'), key('1', '74')])).toBe(
    "(kind = X'7072616374696365' AND space = X'3532' AND id IN (X'31',X'32')) OR " +
      "(kind = X'7072616374696365' AND space = X'3734' AND id IN (X'31'))",
  )
})

test('keys are in the order of the bytes of their columns', () => {
  const keys = [key('😀'), key('\ufffd'), key('1', '6'), key('1', '52', 'adoption'), key('Ё'), key('')]
  const bytes = ({ kind, space, id }: Key): string =>
    [kind, space, id].map((part) => Buffer.from(part).toString('hex')).join(' ')
  expect([...keys].sort(compareKeys)).toEqual([...keys].sort((a, b) => (bytes(a) < bytes(b) ? -1 : 1)))
})

test('batches hold everything once, in order, within the limits', () => {
  const sizes = [5, 5, 20, 1, 1, 1, 1, 9]
  expect(batches(sizes, 3, 10, (size) => size)).toEqual([[5, 5], [20], [1, 1, 1], [1, 9]])
  expect(batches([], 3, 10, () => 1)).toEqual([])
})

test('no statement names more than 500 keys', () => {
  const found = keyBatches(Array.from({ length: 1201 }, (_, i) => key(String(1200 - i).padStart(4, '0'))))
  expect(found.map((batch) => batch.length)).toEqual([500, 500, 201])
  expect(found.flat().map(({ id }) => id)).toEqual(
    Array.from({ length: 1201 }, (_, i) => String(i).padStart(4, '0')),
  )
})
