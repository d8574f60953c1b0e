import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, dateOf, dayOf } from '../days.js'
import type { Int } from '../program.js'
import { dayReaching } from './turns.js'

const asOf: Int = { op: 'asOf', most: 3_000_000 }
const by = fc.integer({ min: -40, max: 40 })
const day = fc.integer({ min: dayOf('2023-01-01'), max: dayOf('2025-12-31') })
const rounding = fc.constantFrom('down', 'up')

const months = (of: Int, many: number, to: 'down' | 'up'): Int => ({
  op: 'months',
  day: of,
  by: many,
  rounding: to,
  most: 3_000_000,
})
const days = (of: Int, value: number): Int => {
  return { op: 'add', left: of, right: { op: 'const', value, most: 40 }, most: 3_000_000 }
}

test('the first day on which a shifted date comes up to another is found, whatever the lengths of months', () => {
  fc.assert(
    fc.property(by, rounding, by, day, (many, to, more, target) => {
      const reached = dayReaching(days(months(asOf, many, to), more))(target)
      const shifted = (from: number): number => addMonths(from, many, to) + more
      expect(shifted(reached)).toBeGreaterThanOrEqual(target)
      expect(shifted(reached - 1)).toBeLessThan(target)
    }),
    { numRuns: 5000 },
  )
})

test('of the days that become 1 March a month later, the first is 29 January in a common year', () => {
  const target = dayOf('2025-03-01')
  expect(dateOf(dayReaching(months(asOf, 1, 'up'))(target))).toBe('2025-01-29')
  expect(dateOf(dayReaching(months(asOf, 1, 'down'))(target))).toBe('2025-02-01')
})
