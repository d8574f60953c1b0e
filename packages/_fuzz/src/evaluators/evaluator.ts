import type { Dates, Facts } from '@tirazh/rules'
import type { Standing, Truth } from '@tirazh/spec'
import type { Prepared } from '../prepare.js'
import type { Code } from '../reference/kleene.js'

/** What an evaluator says about one subject under one policy on one date. */
export interface Answer {
  readonly status: Truth
  readonly standing: Standing
  /** The truth of the undivided conditions of the rule, as they are written; absent where an evaluator does not tell. */
  readonly leaves?: readonly Code[]
}

/** A way to come to the answers of a case; they are in the order of `questions`. */
export interface FuzzEvaluator {
  readonly name: string
  answers(fuzz: Prepared): Promise<readonly Answer[]>
  close?(): Promise<void>
}

export interface Question {
  readonly policy: string
  readonly dates: Dates
  readonly subject: Facts
}

/** By policy, then by date, then by subject. */
export function questions({ policies, dates, subjects }: Prepared): readonly Question[] {
  return Object.keys(policies).flatMap((policy) =>
    dates.flatMap((each) => subjects.map((subject): Question => ({ policy, dates: each, subject }))),
  )
}

/** The truth of a code. @throws RangeError for what is no code */
export function truthOf(code: number | undefined): Truth {
  return at(['unmet', 'unknown', 'met'], code)
}

/** The standing of a code. @throws RangeError for what is no code */
export function standingOf(code: number | undefined): Standing {
  return at(['not-in-force', 'not-applicable', 'unclear', 'applies'], code)
}

/** @throws RangeError for what is no code */
export function codeOf(code: number | undefined): Code {
  return at([0, 1, 2], code)
}

function at<Item>(items: readonly Item[], code: number | undefined): Item {
  const item = code === undefined ? undefined : items[code]
  if (item === undefined) throw new RangeError(`There is no code ${code}.`)
  return item
}

export const codes = { unmet: 0, unknown: 1, met: 2 } as const
