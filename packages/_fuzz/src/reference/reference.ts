import type { Facts, SubjectModel } from '@tirazh/rules'
import type { Instant, PlainDate, Policy, Predicate, Standing, SuccessionStep, Truth } from '@tirazh/spec'
import { evaluate } from './evaluate.js'
import type { Code } from './kleene.js'
import { type Scope, versionInForce } from './scope.js'

/** One decision that every evaluator must come to. */
export interface Question {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly succession: readonly SuccessionStep[]
  readonly policy: string
  readonly subject: Facts
  readonly asOf: PlainDate
  readonly lawAt?: PlainDate | undefined
  readonly knownAt?: Instant | undefined
}

export interface Answer {
  readonly status: Truth
  readonly standing: Standing
  /** The truth of every undivided condition of the rule, in the order in which they are written. */
  readonly leaves: readonly Code[]
}

/**
 * What a policy says, read off its JSON literally: every node by the words of the language, with exact
 * fractions and intervals, nothing prepared and nothing remembered. Slow, and made to be easily believed.
 */
export function refer({ policy: id, lawAt, knownAt, ...question }: Question): Answer {
  const policy = question.policies[id]
  if (policy === undefined) throw new TypeError(`There is no policy '${id}'.`)
  const scope: Scope = { ...question, policy, lawAt: lawAt ?? question.asOf, knownAt }
  const version = versionInForce(scope)
  if (version === undefined) return { status: 'unknown', standing: 'not-in-force', leaves: [] }
  const applies = version.applies === undefined ? 2 : evaluate(version.applies, scope)
  return {
    status: truths[evaluate(version.rule, scope)],
    standing: standings[applies],
    leaves: leavesOf(version.rule).map((leaf) => evaluate(leaf, scope)),
  }
}

/** The conditions that are not made of others. */
function leavesOf(predicate: Predicate): readonly Predicate[] {
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return predicate.of.flatMap(leavesOf)
    case 'not':
      return leavesOf(predicate.of)
    default:
      return [predicate]
  }
}

const truths = ['unmet', 'unknown', 'met'] as const
const standings = ['not-applicable', 'unclear', 'applies'] as const
