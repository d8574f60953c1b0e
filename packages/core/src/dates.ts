import type { PlainDate } from '@tirazh/spec'
import { differenceInCalendarDays, isValid, parseISO } from 'date-fns'

/**
 * Whether the text is a real calendar day, `YYYY-MM-DD`: 2024-02-31 is not. Nor is a year before 1900 or
 * after 2199: in such a register it is a slip of the pen, and would count for ever or never.
 */
export function isPlainDate(text: string): text is PlainDate {
  const known = checked.get(text)
  if (known !== undefined) return known
  const answer = /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text))
  // A register holds a few thousand different days, each of them many times.
  if (checked.size < 20_000) checked.set(text, answer)
  return answer
}

const checked = new Map<string, boolean>()

/** The day itself. @throws TypeError for anything that is not a calendar day */
export function plainDate(text: string): PlainDate {
  if (isPlainDate(text)) return text
  throw new TypeError(`'${text}' is not a calendar day; write it as YYYY-MM-DD, for example 2025-12-24.`)
}

/** Whole days from one day to another; negative if `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}

/**
 * Whether something that begins and ends on these days is in force on a day. Half-open: on `until`
 * it no longer is. A beginning or end that is not recorded does not limit.
 */
export function inForceOn(from: PlainDate | undefined, until: PlainDate | undefined, on: PlainDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || until > on)
}
