import { isOktmo, oktmoCheckDigit } from '@tirazh/core'
import { expect, test } from 'vitest'

test.each([
  ['81645701000', 9],
  ['08631000000', 7],
  ['22637000', 5],
  ['22701000', 1],
  ['22603155', 3],
  ['22603424', 1],
  ['05607400', 0],
  ['08617407', 0],
  ['22727000', 4],
])('the check digit of %s is %i', (code, digit) => {
  expect(oktmoCheckDigit(code)).toBe(digit)
})

test('the short and the long form of one municipality have the same check digit', () => {
  expect(oktmoCheckDigit('22701000000')).toBe(oktmoCheckDigit('22701000'))
})

test('a code is 8 or 11 digits and nothing else', () => {
  expect(['22701000', '22701000001', '01512000'].every(isOktmo)).toBe(true)
  expect(['2270100', '22 701 000', '22701000a', ''].some(isOktmo)).toBe(false)
})
