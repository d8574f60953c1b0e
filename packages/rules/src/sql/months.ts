import type { Words } from './dialect.js'
import { sql, type Term } from './term.js'

/**
 * The day `by` months later, as `addMonths` has it, in whole numbers only: the engines' own functions for
 * dates differ. Months are counted from a March, so that the leap day is the last of its year.
 */
export function monthsLater(day: Term, by: number, rounding: 'down' | 'up', { divide, least }: Words): Term {
  /** The first day of a month: whole years with their leap days, then months of 31, 30, 31, 30, 31 days. */
  const firstDay = (month: Term): Term => {
    const [years, fourYears, centuries, fourCenturies] = [12, 48, 1200, 4800].map(
      (months) => sql`${month} ${divide} ${String(months)}`,
    )
    const leapDays = sql`${fourYears ?? ''} - ${centuries ?? ''} + ${fourCenturies ?? ''}`
    return sql`(365 * (${years ?? ''}) + ${leapDays} + (153 * (${month} % 12) + 2) ${divide} 5)`
  }
  const since = sql`(${day} + ${String(origin)})`
  // An estimate from the mean length of a month, 146,097 days in 4,800; it is right or one too late.
  const estimate = sql`((${day} + ${String(origin - 2)}) * 4800 ${divide} 146097 + 1)`
  const month = sql`(${estimate} - CASE WHEN ${firstDay(estimate)} > ${since} THEN 1 ELSE 0 END)`
  const target = sql`(${month} + ${String(by)})`
  const next = sql`(${month} + ${String(by + 1)})`
  const wanted = sql`${firstDay(target)} + ${since} - ${firstDay(month)}`
  const limit = rounding === 'up' ? firstDay(next) : sql`${firstDay(next)} - 1`
  return sql`(${least}(${wanted}, ${limit}) - ${String(origin)})`
}

/** The days from the first of March 40,000 years before our reckoning, so that no number here is negative. */
const origin = 719_468 + 100 * 146_097
