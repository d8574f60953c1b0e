import type { PlainDate } from '@tirazh/spec'
import { dateOf } from '../days.js'
import { outcomeOf } from '../ledger/outcome.js'
import { type Changes, daysUpTo } from './changes.js'

/** How many subjects come out how. Together they are all subjects. */
export interface Counts {
  /** Of those to which the policy applies. */
  readonly met: number
  readonly unknown: number
  readonly unmet: number
  /** The records do not say whether it applies. */
  readonly unclear: number
  readonly notApplicable: number
  /** No wording is in force. */
  readonly notInForce: number
}

/** Counts until the next ones. */
export interface DatedCounts extends Counts {
  /** `null` for the first ones, as in a timeline. */
  readonly from: PlainDate | null
}

/** The counts of every day. */
export interface History {
  readonly all: readonly DatedCounts[]
  at(day: number): Counts
}

/** `first` are the outcomes before all changes. */
export function historyOf(first: Uint8Array, { days, from, to }: Changes): History {
  const byOutcome = new Uint32Array(16)
  const count = (outcome: number, by: number): void => {
    byOutcome[outcome] = (byOutcome[outcome] ?? 0) + by
  }
  for (const outcome of first) count(outcome, 1)
  const dates: number[] = []
  const counts = [countsIn(byOutcome)]
  for (let change = 0; change < days.length; change += 1) {
    count(from[change] ?? 0, -1)
    count(to[change] ?? 0, 1)
    const day = days[change] ?? 0
    if (day === days[change + 1]) continue
    dates.push(day)
    counts.push(countsIn(byOutcome))
  }
  return {
    all: counts.map((each, index) => ({ from: index === 0 ? null : dateOf(dates[index - 1] ?? 0), ...each })),
    at: (day) => counts[daysUpTo(dates, day)] ?? countsIn(byOutcome),
  }
}

function countsIn(byOutcome: Uint32Array): Counts {
  const status = (standing: 0 | 1 | 2 | 3, code: 0 | 1 | 2): number =>
    byOutcome[outcomeOf(standing, code)] ?? 0
  const standing = (code: 0 | 1 | 2): number => status(code, 0) + status(code, 1) + status(code, 2)
  return {
    met: status(3, 2),
    unknown: status(3, 1),
    unmet: status(3, 0),
    unclear: standing(2),
    notApplicable: standing(1),
    notInForce: standing(0),
  }
}
