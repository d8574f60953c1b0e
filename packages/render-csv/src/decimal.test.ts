import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from './decimal.js'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

test('a number is written with every digit it has, without grouping and exponent', () => {
  expect(decimal(1234567.5, ',')).toBe('1234567,5')
  expect(decimal(-0.1, '.')).toBe('-0.1')
  expect(decimal(-0, '.')).toBe('0')
  expect(decimal(1e21, '.')).toBe('1000000000000000000000')
  expect(decimal(1.5e-7, '.')).toBe('0.00000015')
})

test('kopecks and per cent are moved within the digits', () => {
  expect(decimal(5, ',', { shift: -2, digits: 2 })).toBe('0,05')
  expect(decimal(-123400, ',', { shift: -2, digits: 2 })).toBe('-1234,00')
  expect(decimal(0, ',', { shift: -2, digits: 2 })).toBe('0,00')
  expect(decimal(0.07, ',', { shift: 2 })).toBe('7')
  expect(decimal(0.867, ',', { shift: 2 })).toBe('86,7')
  expect(decimal(Number.MAX_SAFE_INTEGER, '.', { shift: -2, digits: 2 })).toBe('90071992547409.91')
})

test('every finite number reads back equal, shifted or not', () => {
  fc.assert(
    fc.property(finite, fc.constantFrom(-2, 0, 2), (value, shift) => {
      const written = decimal(value, '.', { shift })
      expect(written).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(`${written}e${-shift}`) === value).toBe(true)
    }),
  )
})
