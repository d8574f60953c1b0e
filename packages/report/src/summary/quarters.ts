import type { PlainDate } from '@tirazh/spec'

/** The day itself after the last days of the quarters before it, oldest first; `count` days in all. */
export function quarterEnds(asOf: PlainDate, count: number): PlainDate[] {
  const days: PlainDate[] = [asOf]
  let [year = 0, month = 1] = asOf.split('-').map(Number)
  // The first month of the quarter in which `asOf` lies: the day before it ends the previous quarter.
  month -= (month - 1) % 3
  while (days.length < count) {
    const last = new Date(Date.UTC(year, month - 1, 0))
    days.unshift(last.toISOString().slice(0, 10) as PlainDate)
    month -= 3
    if (month < 1) [year, month] = [year - 1, month + 12]
  }
  return days
}
