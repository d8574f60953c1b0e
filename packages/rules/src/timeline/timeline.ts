import type { PlainDate } from '@tirazh/spec'
import { dateOf } from '../days.js'
import { type Decider, type Decision, dayNumberOf } from '../decider.js'
import { decisionIn, met, type Outcome } from '../ledger/outcome.js'
import type { Facts } from '../model.js'
import { type Passage, passage, type TimelineOptions } from './passage.js'

/** What was decided about a subject on every day, from the same facts. */
export interface Timeline {
  /** Ascending; two that follow one another are different. */
  readonly steps: readonly Step[]
  /** The same as `decide` of the rulebook. @throws RangeError for a day that was not asked for */
  at(asOf: PlainDate): Decision
  /**
   * Since when the policy applies and has been met without a break; `null` where it was already so on the
   * first day asked for, `undefined` where it is not so. @throws RangeError as `at`
   */
  metSince(asOf: PlainDate): PlainDate | null | undefined
  /**
   * The first later day on which a policy that applies and is met will be so no longer, if no fact changes;
   * `undefined` where it is not so, or for good. @throws RangeError as `at`
   */
  lapsesOn(asOf: PlainDate): PlainDate | undefined
}

/** A decision, until the next step. */
export interface Step extends Decision {
  /** `null` for the first step, which may have begun earlier. */
  readonly from: PlainDate | null
}

/**
 * Decides about one subject on all days at once, going from each change to the next.
 * @throws POLICY_UNKNOWN
 * @throws RangeError where no day is asked for
 */
export function timeline(
  book: Decider,
  policy: string,
  subject: Facts,
  options: TimelineOptions = {},
): Timeline {
  const days: number[] = []
  const outcomes: Outcome[] = []
  const through = passage(book, policy, options)
  through.follow(subject, (from, outcome) => {
    days.push(from)
    outcomes.push(outcome)
  })
  return timelineOf(days, outcomes, through)
}

/** From the first days of the steps and their outcomes. */
export function timelineOf(
  days: ArrayLike<number>,
  outcomes: ArrayLike<Outcome>,
  { from, until }: Pick<Passage, 'from' | 'until'>,
): Timeline {
  const steps = Array.from(days, (day, index): Step => {
    return { from: index === 0 ? null : dateOf(day), ...decisionIn(outcomes[index] ?? -1) }
  })

  function stepOf(asOf: PlainDate): number {
    const day = dayNumberOf(asOf, 'asOf')
    if (day < from || day >= until) throw new RangeError(`The timeline does not reach ${asOf}.`)
    let step = days.length - 1
    while ((days[step] ?? day) > day) step -= 1
    return step
  }

  return {
    steps,
    at: (asOf) => decisionIn(outcomes[stepOf(asOf)] ?? -1),
    metSince(asOf) {
      const step = stepOf(asOf)
      return outcomes[step] === met ? steps[step]?.from : undefined
    },
    lapsesOn(asOf) {
      const step = stepOf(asOf)
      return outcomes[step] === met ? (steps[step + 1]?.from ?? undefined) : undefined
    },
  }
}
