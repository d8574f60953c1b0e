import {
  type PlainDate,
  type Policy,
  type Standing,
  TirazhError,
  type Truth,
  type Verdict,
} from '@tirazh/spec'
import { assessIn, standingOf } from './assess.js'
import { evaluate, inForceAt, type Scope, type SuccessionLookup } from './evaluate.js'
import type { Facts, SubjectModel } from './model.js'
import { policyIssues } from './validate.js'

export interface RulebookOptions {
  readonly model: SubjectModel
  /** By id; policies may use one another. */
  readonly policies: Readonly<Record<string, Policy>>
  /** What a code stands for on a date; by default itself. */
  readonly succession?: SuccessionLookup
}

/** When: the facts as of the end of `asOf`, under the wording in force at `lawAt` (the same day by default). */
export interface Dates {
  readonly asOf: PlainDate
  readonly lawAt?: PlainDate
}

/** A decision without its reasons. */
export interface Decision {
  readonly status: Truth
  readonly standing: Standing
}

/** The policies of a region, ready to judge. Same subject and dates, same verdict. */
export interface Rulebook {
  readonly policies: Readonly<Record<string, Policy>>
  /** Only the status: for counting many subjects. @throws POLICY_UNKNOWN */
  decide(policy: string, subject: Facts, dates: Dates): Decision
  /** The status with its reasons: for explaining one. @throws POLICY_UNKNOWN */
  assess(policy: string, subject: Facts, dates: Dates): Verdict
}

/** @throws POLICY_INVALID for the first policy that cannot be used as written, with all its issues */
export function rulebook(options: RulebookOptions): Rulebook {
  const { model, policies } = options
  for (const policy of Object.values(policies)) {
    const issues = policyIssues(policy, { model, policies })
    if (issues.length > 0) {
      const first = issues[0]?.message.en ?? ''
      throw new TirazhError('POLICY_INVALID', `Policy '${policy.id}' cannot be used: ${first}`, {
        policy: policy.id,
        issues,
      })
    }
  }
  const succession: SuccessionLookup = options.succession ?? ((code) => ({ from: code, to: code, steps: [] }))

  function scopeOf(id: string, subject: Facts, dates: Dates): Scope {
    const policy = Object.hasOwn(policies, id) ? policies[id] : undefined
    if (policy === undefined) {
      const known = Object.keys(policies)
      throw new TirazhError('POLICY_UNKNOWN', `There is no policy '${id}'; there are: ${known.join(', ')}.`, {
        policy: id,
        known,
      })
    }
    return {
      model,
      policies,
      policy,
      succession,
      asOf: dates.asOf,
      lawAt: dates.lawAt ?? dates.asOf,
      subject,
    }
  }

  return {
    policies,
    decide(id, subject, dates) {
      const scope = scopeOf(id, subject, dates)
      const version = inForceAt(scope.policy.versions, scope.lawAt)
      return {
        status: version === undefined ? 'unknown' : evaluate(version.rule, scope),
        standing: standingOf(scope.policy, scope),
      }
    },
    assess: (id, subject, dates) => assessIn(scopeOf(id, subject, dates)),
  }
}
