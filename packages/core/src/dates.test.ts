import { daysBetween, inForceOn, isPlainDate, plainDate } from '@tirazh/core'
import { expect, test } from 'vitest'

test('a day that is not in the calendar is not a date', () => {
  expect(['2024-02-29', '2025-12-24'].every(isPlainDate)).toBe(true)
  expect(
    ['2024-02-31', '2023-02-29', '2024-13-01', '24.12.2025', '2025-12-24T00:00:00Z', ''].some(isPlainDate),
  ).toBe(false)
  expect(() => plainDate('31.12.2025')).toThrow(/write it as YYYY-MM-DD/)
})

test('a year that can only be a slip of the pen is not a date', () => {
  expect(['0024-10-19', '0000-01-01', '2999-01-01'].some(isPlainDate)).toBe(false)
})

test('days are counted by the calendar, across changes of clocks', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2025-03-30', '2025-03-31')).toBe(1)
  expect(daysBetween('2025-01-01', '2024-12-31')).toBe(-1)
})

test('an interval includes its first day and not the day of its end', () => {
  expect(inForceOn('2024-01-01', '2024-02-01', '2024-01-01')).toBe(true)
  expect(inForceOn('2024-01-01', '2024-02-01', '2024-02-01')).toBe(false)
  expect(inForceOn(undefined, undefined, '2024-02-01')).toBe(true)
})
