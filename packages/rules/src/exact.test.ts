import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, approximate, compare, divide, exact, multiply, round, subtract } from './exact.js'

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 5 }))
  .map(([units, digits]) => Number(`${units}e-${digits}`))

test('0.1 + 0.2 is 0.3', () => {
  expect(compare(add(exact(0.1), exact(0.2)), exact(0.3))).toBe(0)
})

test('a decimal is the number that people wrote, whatever its exponent', () => {
  expect(exact(1e-7)).toEqual({ n: 1n, d: 10_000_000n })
  expect(exact(1.5e21)).toEqual({ n: 1_500_000_000_000_000_000_000n, d: 1n })
  expect(approximate(exact(-12.75))).toBe(-12.75)
})

test('adding and subtracting the same decimal changes nothing', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(approximate(subtract(add(exact(a), exact(b)), exact(b)))).toBe(a === 0 ? 0 : a)
    }),
  )
})

test('dividing undoes multiplying, and the order of numbers is kept', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      fc.pre(b !== 0)
      expect(compare(divide(multiply(exact(a), exact(b)), exact(b)), exact(a))).toBe(0)
      expect(Math.sign(compare(exact(a), exact(b)))).toBe(Math.sign(a - b) || 0)
    }),
  )
})

test('halves are rounded away from zero', () => {
  expect(round(exact(2.345), 2)).toBe(2.35)
  expect(round(exact(-2.345), 2)).toBe(-2.35)
  expect(round(divide(exact(1), exact(3)), 2)).toBe(0.33)
  expect(round(exact(-0.001), 2)).toBe(0)
  expect(round(exact(7.5), 0)).toBe(8)
})

test('a long sum of unlike fractions stays exact and small', () => {
  let sum = exact(0)
  for (let index = 1; index <= 5000; index += 1) {
    sum = add(sum, divide(exact(index % 7 === 0 ? 0.3 : 1), exact(60)))
  }
  expect(round(sum, 2)).toBe(75)
  expect(sum.d).toBeLessThan(10_000n)
})

test('what is not a number is refused', () => {
  expect(() => exact(Number.NaN)).toThrow(RangeError)
  expect(() => divide(exact(1), exact(0))).toThrow(RangeError)
})
