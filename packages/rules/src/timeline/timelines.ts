import type { PlainDate } from '@tirazh/spec'
import { type Decider, dayNumberOf } from '../decider.js'
import type { Outcome } from '../ledger/outcome.js'
import type { Facts } from '../model.js'
import { changesOf } from './changes.js'
import { codesByDay, type DecisionCodes } from './codes.js'
import { type Counts, type DatedCounts, historyOf } from './counts.js'
import { passage, type TimelineOptions } from './passage.js'
import { type Timeline, timelineOf } from './timeline.js'

/** What was decided about many subjects on every day. Any day is then answered without a look at their records. */
export interface Timelines {
  /** Of the subjects, in the order in which they were handed over. */
  readonly ids: readonly string[]
  /** The steps of subject i are those from `offsets[i]` up to, not including, `offsets[i + 1]`. */
  readonly offsets: Uint32Array
  /** The first day of each step, as a day number. */
  readonly days: Int32Array
  /** What was decided: four times the standing plus the status. */
  readonly outcomes: Uint8Array
  /** The timeline of a subject by its place. */
  of(subject: number): Timeline
  /** The decisions of a day, by subject. @throws RangeError for a day that was not asked for */
  decideAt(asOf: PlainDate): DecisionCodes
  /** @throws RangeError for a day that was not asked for */
  countAt(asOf: PlainDate): Counts
  /** The counts from each day on which a decision changed. */
  history(): readonly DatedCounts[]
}

/**
 * Decides about all subjects on all days at once.
 * @throws POLICY_UNKNOWN
 * @throws RangeError where no day is asked for
 */
export function timelines(
  book: Decider,
  policy: string,
  subjects: readonly Facts[],
  options: TimelineOptions = {},
): Timelines {
  const through = passage(book, policy, options)
  const offsets = new Uint32Array(subjects.length + 1)
  const firstDays: number[] = []
  const found: Outcome[] = []
  subjects.forEach((subject, index) => {
    through.follow(subject, (from, outcome) => {
      firstDays.push(from)
      found.push(outcome)
    })
    offsets[index + 1] = found.length
  })
  const days = Int32Array.from(firstDays)
  const outcomes = Uint8Array.from(found)
  const byDay = once(() => {
    const first = Uint8Array.from(subjects, (_, subject) => outcomes[offsets[subject] ?? 0] ?? 0)
    const changes = changesOf(offsets, days, outcomes)
    return { codesAt: codesByDay(first, changes), history: historyOf(first, changes) }
  })

  function dayOf(asOf: PlainDate): number {
    const day = dayNumberOf(asOf, 'asOf')
    if (day >= through.from && day < through.until) return day
    throw new RangeError(`The timelines do not reach ${asOf}.`)
  }

  return {
    ids: subjects.map(({ id }) => id),
    offsets,
    days,
    outcomes,
    of(subject) {
      const [from, until] = [offsets[subject], offsets[subject + 1]]
      if (from === undefined || until === undefined) throw new RangeError(`There is no subject ${subject}.`)
      return timelineOf(days.subarray(from, until), outcomes.subarray(from, until), through)
    },
    decideAt: (asOf) => byDay().codesAt(dayOf(asOf)),
    countAt: (asOf) => byDay().history.at(dayOf(asOf)),
    history: () => byDay().history.all,
  }
}

/** Worked out when it is first asked for. */
function once<Result>(work: () => Result): () => Result {
  let made: { readonly result: Result } | undefined
  return () => {
    made ??= { result: work() }
    return made.result
  }
}
