import { dateOf, dayOf } from './days.js'
import type { FaultCode } from './faults.js'
import { shapes } from './language.js'
import type { Place, Report, Visit } from './walk.js'

/** A wording or a value of a parameter, in force from a day up to, not including, another. */
interface Period {
  readonly place: Place
  /** The day number; NaN where none is written, so that nothing is found there. */
  readonly from: number
  readonly until: number
  /** The type of a parameter's value. */
  readonly type: string
}

/** Checks that wordings, and values of a parameter, follow one another without gaps and overlaps. */
export function periodCheck(report: Report): Visit {
  let latest: Period | undefined

  function reportDay(
    code: FaultCode,
    { place }: Period,
    key: 'from' | 'until',
    found: number,
    wanted: number,
  ): void {
    report(place, [code, dateOf(found), { words: [dateOf(wanted)] }], key)
  }

  return (place, shape, members) => {
    if (shape !== shapes.version && shape !== shapes.parameterValue) return
    const period = periodOf(place, members)
    // Those of one list come one after another.
    const previous = latest?.place.parent === place.parent ? latest : undefined
    latest = period
    const { from, until } = period
    if (until <= from) reportDay('POLICY_DATES_ORDER', period, 'until', until, from)
    if (previous === undefined) return
    const end = previous.until
    if (from <= previous.from) reportDay('POLICY_DATES_ORDER', period, 'from', from, previous.from)
    else if (end < from) reportDay('POLICY_DATES_GAP', previous, 'until', end, from)
    else if (end > from) reportDay('POLICY_DATES_OVERLAP', previous, 'until', end, from)
    if (period.type !== previous.type) report(place, ['POLICY_TYPES_MIXED'], 'value')
  }
}

function periodOf(place: Place, members: ReadonlyMap<string, unknown>): Period {
  const day = (key: string): number => {
    const written = members.get(key)
    return typeof written === 'string' ? dayOf(written) : Number.NaN
  }
  return { place, from: day('from'), until: day('until'), type: typeof members.get('value') }
}
