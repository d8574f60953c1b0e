import type { Instant, PlainDate } from '@tirazh/spec'
import { dateOf } from '../days.js'
import { type Decider, dayNumberOf } from '../decider.js'
import { Account } from '../ledger/account.js'
import { firstDay, lastDay } from '../ledger/calendar.js'
import { notInForce, type Outcome } from '../ledger/outcome.js'
import { type Plan, planOf } from '../ledger/plan.js'
import { asKnown, type Facts } from '../model.js'

export interface TimelineOptions {
  /** The law is that of this day throughout; it follows the date of the facts if left out. */
  readonly lawAt?: PlainDate
  /** Only related records that were recorded by this moment and not yet superseded; all if left out. */
  readonly knownAt?: Instant
  /** From this day on; from the first of the calendar if left out. */
  readonly from?: PlainDate | undefined
  /** Up to, not including, this day; to the last of the calendar if left out. */
  readonly until?: PlainDate | undefined
}

/** Follows a subject through time, in one go from each change to the next. */
export interface Passage {
  readonly from: number
  readonly until: number
  /** Tells each outcome with the first of its days, ascending; two that follow one another are different. */
  follow(subject: Facts, tell: (from: number, outcome: Outcome) => void): void
}

/**
 * @throws POLICY_UNKNOWN
 * @throws RangeError where no day is asked for
 */
export function passage(book: Decider, policy: string, options: TimelineOptions): Passage {
  const { lawAt, knownAt } = options
  const from = options.from === undefined ? firstDay : dayNumberOf(options.from, 'from')
  const until = options.until === undefined ? lastDay + 1 : dayNumberOf(options.until, 'until')
  if (from >= until) throw new RangeError(`There is no day from ${options.from} up to ${options.until}.`)
  const lawDays = lawAt === undefined ? book.lawDays(policy).filter((day) => day > from && day < until) : []
  const laws = [from, ...lawDays].map((day, index): Law => {
    const plan = planOf([book.program(policy, lawAt ?? dateOf(day))], book)
    return { plan, from: day, until: lawDays[index] ?? until }
  })

  return {
    from,
    until,
    follow(subject, tell) {
      const seen = knownAt === undefined ? subject : asKnown(subject, book.model, knownAt)
      let account: Account | undefined
      let last: Outcome | undefined
      for (const law of laws) {
        if (account === undefined) account = new Account(seen, law.plan, law.from)
        else account.open(law.plan, law.from)
        for (let day = law.from; ; ) {
          const outcome = account.outcomes.at(-1) ?? notInForce
          if (outcome !== last) tell(day, outcome)
          last = outcome
          const { next } = account
          if (next >= law.until) break
          account.advance(day, next)
          day = next
        }
      }
    },
  }
}

/** A stretch of time under one law. */
interface Law {
  readonly plan: Plan
  readonly from: number
  readonly until: number
}
