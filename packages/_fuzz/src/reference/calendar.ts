/*
 * The calendar of the platform, so that it is not the one under test.
 */

const msPerDay = 86_400_000

/** Days since 1970-01-01, or `undefined` for what is not a day of the years 1000–9999. */
export function dayOf(text: string): number | undefined {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00.000Z`)
  // A day that the month does not have is refused by some platforms and carried over by others.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined
  return date.getTime() / msPerDay
}

/** The same day of the month so many months later; else the last of the month or the first of the next. */
export function monthsLater(day: number, months: number, rounding: 'down' | 'up'): number {
  const from = new Date(day * msPerDay)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months]
  const same = new Date(Date.UTC(year, month, from.getUTCDate()))
  const firstOfNext = new Date(Date.UTC(year, month + 1, 1))
  if (same < firstOfNext) return same.getTime() / msPerDay
  return firstOfNext.getTime() / msPerDay - (rounding === 'down' ? 1 : 0)
}
