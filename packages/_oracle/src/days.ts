/** Whole days since 1970-01-01: what the generator counts in. */
export type Day = number

/** The day of `2025-12-24`. Throws TypeError for a date that does not exist. */
export function dayOf(date: string): Day {
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000
  if (isoOf(day) !== date) throw new TypeError(`«${date}» is not a date such as 2025-12-24`)
  return day
}

/** `2025-12-24` */
function isoOf(day: Day): string {
  return Number.isInteger(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : ''
}

/** `24.12.2025`; an unknown day is an empty cell. */
export function cellOf(day: Day | undefined): string {
  return day === undefined ? '' : isoOf(day).split('-').reverse().join('.')
}

/** `2025-12-24` of the cell `24.12.2025`. */
export function iso(cell: string): string {
  const match = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(cell)
  if (!match) throw new Error(`«${cell}» is not a date such as 24.12.2025`)
  return `${match[3]}-${match[2]}-${match[1]}`
}
