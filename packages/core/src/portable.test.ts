import { assertPortable } from '@tirazh/core'
import { isTirazhError } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['U+0000', { a: { b: 'x\u0000' } }, 'doc.a.b'],
  ['a lone surrogate', { a: ['ok', '\ud800'] }, 'doc.a[1]'],
  ['NaN', { a: Number.NaN }, 'doc.a'],
  ['2^53 + 1', { a: 2 ** 53 + 2 }, 'doc.a'],
  ['−0', [-0], 'doc[0]'],
  ['__proto__', JSON.parse('{"__proto__": 1}'), 'doc'],
  ['a function', { a: () => 1 }, 'doc.a'],
  ['a date object', { a: new Date(0) }, 'doc.a'],
])('%s is refused with its path', (_, value, path) => {
  try {
    assertPortable(value)
    expect.unreachable()
  } catch (error) {
    expect(isTirazhError(error, 'DOCUMENT_NOT_PORTABLE') && error.details.path).toBe(path)
  }
})

test('what is accepted comes out of JSON as it went in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        assertPortable(value)
      } catch {
        return
      }
      expect(JSON.parse(JSON.stringify(value))).toEqual(value)
    }),
  )
})
