import type { PlainDate } from '@tirazh/spec'
import { isDay } from './model.js'

/*
 * Days as whole numbers: 0 is 1970-01-01. The calendar is the Gregorian one throughout; days of the
 * years 1000–9999 are known. After Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
 */

/** The day number, or NaN for what is not a day of the calendar. */
export function dayOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return Number.NaN
  // Written out digit by digit: this is the innermost step of every decision about dates.
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3)
  const month = digit(text, 5) * 10 + digit(text, 6)
  const day = digit(text, 8) * 10 + digit(text, 9)
  // Comparisons with NaN are false: what is not made of digits ends here too.
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN
  return day <= 28 || day <= daysIn(year, month) ? dayNumber(year, month, day) : Number.NaN
}

/** The day as people write it. @throws RangeError for a day outside of the years 1000–9999 */
export function dateOf(day: number): PlainDate {
  const { year, month, dayOfMonth } = civil(day)
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  if (!isDay(text)) throw new RangeError(`Day ${day} is not in the years 1000–9999.`)
  return text
}

/**
 * The day so many months later. Where the month has no such day, `down` takes its last day and `up`
 * the first day of the next month.
 */
export function addMonths(day: number, months: number, rounding: 'down' | 'up'): number {
  const { year, month, dayOfMonth } = civil(day)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  const last = daysIn(toYear, toMonth)
  if (dayOfMonth <= last) return dayNumber(toYear, toMonth, dayOfMonth)
  return dayNumber(toYear, toMonth, last) + (rounding === 'up' ? 1 : 0)
}

const dash = 45

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : Number.NaN
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Years begin in March here, so that the leap day is the last of its year. Years are positive. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const monthFromMarch = month <= 2 ? month + 9 : month - 3
  const leapDays = Math.trunc(y / 4) - Math.trunc(y / 100) + Math.trunc(y / 400)
  return 365 * y + leapDays + Math.trunc((153 * monthFromMarch + 2) / 5) + day - 719_469
}

function civil(day: number): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}
