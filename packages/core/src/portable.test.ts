import { assertPortable, documentLimits } from '@tirazh/core'
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
  ['a hole in a list', { a: new Array(1) }, 'doc.a[0]'],
  ['what is nested too deep', nested(documentLimits.depth + 1), `doc${'[0]'.repeat(documentLimits.depth)}`],
  ['a megabyte and more', 'ё'.repeat(documentLimits.bytes / 2), 'doc'],
])('%s is refused with its path', (_, value, path) => {
  try {
    assertPortable(value)
    expect.unreachable()
  } catch (error) {
    expect(
      isTirazhError(error, 'DOCUMENT_NOT_PORTABLE') && error.details.issues.map((issue) => issue.path),
    ).toEqual([path])
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

test('every place is listed at once', () => {
  try {
    assertPortable({ a: ['\u0000', { b: -0 }], c: Number.NaN })
    expect.unreachable()
  } catch (error) {
    const issues = isTirazhError(error, 'DOCUMENT_NOT_PORTABLE') ? error.details.issues : []
    expect(issues.map((issue) => issue.path)).toEqual(['doc.a[0]', 'doc.a[1].b', 'doc.c'])
  }
})

test('what is just within the limits is accepted', () => {
  expect(() => assertPortable(nested(documentLimits.depth))).not.toThrow()
  for (const letter of ['x', 'ё', '₽', '😀']) {
    const size = new TextEncoder().encode(letter).length
    const text = letter.repeat(Math.floor((documentLimits.bytes - 2) / size))
    expect(() => assertPortable(text)).not.toThrow()
    expect(() => assertPortable(text + letter)).toThrow(/bytes/)
  }
})

test('a document that contains itself is refused', () => {
  const circle: Record<string, unknown> = {}
  circle.self = circle
  expect(() => assertPortable(circle)).toThrow(/levels/)
})

function nested(levels: number): unknown {
  let value: unknown = []
  for (let level = 1; level < levels; level += 1) value = [value]
  return value
}
