import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equal, refused, same } from './claims.js'

test('a value equals what it is after a trip through JSON text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sent = JSON.parse(JSON.stringify(value))
      expect(equal(value, sent)).toBe(true)
      expect(equal([value, 1], [sent, 2])).toBe(false)
    }),
  )
})

test('the order of properties does not matter and an undefined one is absent', () => {
  expect(equal({ a: 1, b: 2, c: undefined }, { b: 2, a: 1 })).toBe(true)
  expect(equal({ a: null }, {})).toBe(false)
  expect(equal({ a: 1 }, { b: 1 })).toBe(false)
})

test('types are told apart', () => {
  const values = [0, '0', '', false, null, [], {}, [0], { 0: 0 }]
  for (const [i, a] of values.entries()) {
    for (const [j, b] of values.entries()) expect(equal(a, b)).toBe(i === j)
  }
})

test('a difference is told with both values', () => {
  expect(() => same({ a: 1 }, { a: 2 }, 'The record')).toThrow('The record: expected {"a":2}, found {"a":1}')
})

test('a commit that is acknowledged or fails otherwise is not a refusal', async () => {
  await expect(refused(Promise.resolve(), 'A stale version')).rejects.toThrow(/acknowledged/)
  await expect(refused(Promise.reject(new Error('disk full')), 'A stale version')).rejects.toThrow(
    /disk full/,
  )
})
