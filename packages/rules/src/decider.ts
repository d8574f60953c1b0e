import {
  type Instant,
  type PlainDate,
  type Policy,
  type Standing,
  type SuccessionStep,
  TirazhError,
  type Truth,
} from '@tirazh/spec'
import { dayOf } from './days.js'
import { type Evaluator, evaluator, type StandingCode } from './evaluate.js'
import { asKnown, type Facts, type SubjectModel } from './model.js'
import type { Code, Program } from './program.js'
import { lawDaysOf, programOf } from './programs.js'
import { type Successions, successions } from './succession.js'
import { withUsed } from './uses.js'

export interface RulebookOptions {
  readonly model: SubjectModel
  /** By id; policies may use one another. */
  readonly policies: Readonly<Record<string, Policy>>
  /** How codes succeed one another; by default each stands for itself. */
  readonly succession?: readonly SuccessionStep[]
}

/** When: three dates, none of them read from a clock. */
export interface Dates {
  /** The facts are as of the end of this day. */
  readonly asOf: PlainDate
  /** The wording and parameters are those in force on this day; `asOf` if left out. */
  readonly lawAt?: PlainDate
  /** Only related records that were recorded by this moment and not yet superseded; all if left out. */
  readonly knownAt?: Instant
}

/** A decision without its reasons. */
export interface Decision {
  readonly status: Truth
  readonly standing: Standing
}

/** The policies of a region, ready to decide. Same subject and dates, same decision. */
export interface Decider {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly succession: Successions
  /** Only the status: for counting many subjects. @throws POLICY_UNKNOWN; TypeError for what is no day */
  decide(policy: string, subject: Facts, dates: Dates): Decision
  /** What the policy means on a day of the law: the form that every evaluator works with. @throws POLICY_UNKNOWN */
  program(policy: string, lawAt: PlainDate): Program
  /** The day numbers on which the law of the policy, or of one it uses, changes; ascending. @throws POLICY_UNKNOWN */
  lawDays(policy: string): readonly number[]
}

/**
 * Decides by policies that a `rulebook` has already accepted, without checking them again and without
 * explanations: the small part that a browser needs when the server has checked the policies.
 */
export function decider(options: RulebookOptions): Decider {
  const { model, policies } = options
  const succession = successions(options.succession ?? [])
  const laws = new Map<string, Laws>()
  /** What was asked for last: many subjects are judged under one law on one day. */
  let last: { readonly id: string; readonly lawAt: PlainDate; readonly law: Law } | undefined
  let lastDay = { date: '', day: Number.NaN }

  function known(id: string): Policy {
    const policy = Object.hasOwn(policies, id) ? policies[id] : undefined
    if (policy !== undefined) return policy
    const names = Object.keys(policies)
    throw new TirazhError('POLICY_UNKNOWN', `There is no policy '${id}'; there are: ${names.join(', ')}.`, {
      policy: id,
      known: names,
    })
  }

  function lawsOf(id: string): Laws {
    const found = laws.get(id) ?? { days: lawDaysOf(withUsed(known(id), policies)), stretches: new Map() }
    laws.set(id, found)
    return found
  }

  /** Between two days on which the law changes it is one and the same. */
  function findLaw(id: string, lawAt: PlainDate): Law {
    const { days, stretches } = lawsOf(id)
    const day = dayNumberOf(lawAt, 'lawAt')
    const stretch = days.findLastIndex((each) => each <= day)
    const found = stretches.get(stretch)
    if (found !== undefined) return found
    const program = programOf(known(id), { model, policies, lawAt })
    const made = { program, evaluator: evaluator(program, succession), part: program.parts.length - 1 }
    stretches.set(stretch, made)
    return made
  }

  function lawOf(id: string, lawAt: PlainDate): Law {
    if (last === undefined || last.id !== id || last.lawAt !== lawAt) {
      last = { id, lawAt, law: findLaw(id, lawAt) }
    }
    return last.law
  }

  return {
    model,
    policies,
    succession,
    decide(id, subject, { asOf, lawAt = asOf, knownAt }) {
      const { evaluator: judge, part } = lawOf(id, lawAt)
      if (lastDay.date !== asOf) lastDay = { date: asOf, day: dayNumberOf(asOf, 'asOf') }
      judge.begin(knownAt === undefined ? subject : asKnown(subject, model, knownAt), lastDay.day)
      return decisionOf(judge.standing(part), judge.status(part))
    },
    program: (id, lawAt) => lawOf(id, lawAt).program,
    lawDays: (id) => lawsOf(id).days,
  }
}

interface Laws {
  readonly days: readonly number[]
  /** By the number of days on which the law changed before. */
  readonly stretches: Map<number, Law>
}

interface Law {
  readonly program: Program
  readonly evaluator: Evaluator
  /** The place of the policy itself among the parts. */
  readonly part: number
}

/** The truth of a code. */
export const truths: readonly [unmet: Truth, unknown: Truth, met: Truth] = ['unmet', 'unknown', 'met']

/** The standing of a code. */
export const standings: readonly [Standing, Standing, Standing, Standing] = [
  'not-in-force',
  'not-applicable',
  'unclear',
  'applies',
]

/** The decision of two codes. There are but twelve, so nobody makes a new object for each subject. */
function decisionOf(standing: StandingCode, status: Code): Decision {
  return decisions[standing][status]
}

const decisions: readonly [ByStatus, ByStatus, ByStatus, ByStatus] = [
  byStatus(standings[0]),
  byStatus(standings[1]),
  byStatus(standings[2]),
  byStatus(standings[3]),
]

type ByStatus = readonly [unmet: Decision, unknown: Decision, met: Decision]

function byStatus(standing: Standing): ByStatus {
  const decision = (status: Truth): Decision => Object.freeze({ status, standing })
  return [decision(truths[0]), decision(truths[1]), decision(truths[2])]
}

/** @throws TypeError for what is not a day of the calendar */
export function dayNumberOf(date: PlainDate, name: string): number {
  const day = dayOf(date)
  if (Number.isNaN(day)) {
    throw new TypeError(
      `${name} must be a day of the calendar as YYYY-MM-DD, such as 2025-12-24, not '${date}'.`,
    )
  }
  return day
}
