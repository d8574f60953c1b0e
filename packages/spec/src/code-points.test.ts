import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCodePoints } from './code-points.js'

test('the order of code points is the order of UTF-8 bytes', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('a', 'Ж', 'ё', '\ue000', '\uffff', '😀', '𝔸'), unit()),
  })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
})

test('an emoji comes after U+FFFD, where UTF-16 would put it before', () => {
  expect('😀' < '\ufffd').toBe(true)
  expect(compareCodePoints('😀', '\ufffd')).toBeGreaterThan(0)
})

function unit(): fc.Arbitrary<string> {
  return fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
}
