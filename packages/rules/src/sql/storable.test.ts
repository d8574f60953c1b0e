import { compareCodePoints } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restored, storable } from './storable.js'

const unit = fc.oneof(
  fc.constantFrom(0, 1, 2, 0x41, 0xd7fe, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xffff),
  fc.integer({ min: 0, max: 0xffff }),
)
/** Any text of JavaScript, half characters and all. */
const anyText = fc.array(unit, { maxLength: 6 }).map((units) => String.fromCharCode(...units))
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text)

test('every text comes back from a database as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(restored(storable(text))).toBe(text)
    }),
  )
})

test('what is stored holds nothing that a database refuses', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(storable(text)).not.toMatch(/\0|\p{Surrogate}/u)
    }),
  )
})

test('the order of texts by code point stays as it was', () => {
  fc.assert(
    fc.property(anyText.filter(isWhole), anyText.filter(isWhole), (a, b) => {
      expect(Math.sign(compareCodePoints(storable(a), storable(b)))).toBe(Math.sign(compareCodePoints(a, b)))
    }),
  )
})

test('what people write stays as it is', () => {
  const text = `Тираж № 1 — «ПСЦ» 🙂\n\t'";--`
  expect(storable(text)).toBe(text)
})
