import type { Policy } from '@tirazh/spec'
import { shapes } from './language.js'
import { limitOf, type PolicyLimits } from './limits.js'
import { type Place, type Report, type Visit, walk } from './walk.js'

/**
 * How many conditions and expressions are evaluated at most to judge one subject, in the wording where
 * they are most. A set is one step whatever its size; so is the use of another policy, which is judged
 * once for each subject and has a cost of its own.
 */
export interface PolicyCost {
  /** Once for each subject. */
  readonly subject: number
  /** Once for each related record, by relation. */
  readonly records: Readonly<Record<string, number>>
  /** For a subject that has 100 records in every relation: what the limit `cost` bounds. */
  readonly total: number
}

/** What a policy costs. It must be one in which `shapeIssues` finds nothing. */
export function policyCost(policy: Policy): PolicyCost {
  const steps = policy.versions.map(() => new Map<string, number>())
  walk(
    policy,
    unlimited,
    () => {},
    ({ scope: { version = -1, over = '' } }, _, members) => {
      const counted = steps[version]
      if (members.has('op')) counted?.set(over, (counted.get(over) ?? 0) + 1)
    },
  )
  return steps
    .map((counted): PolicyCost => {
      const { '': subject = 0, ...records } = Object.fromEntries(counted)
      const total = Object.values(records).reduce((sum, count) => sum + count * recordsAssumed, subject)
      return { subject, records, total }
    })
    .reduce((most, cost) => (cost.total > most.total ? cost : most))
}

const recordsAssumed = 100

/** Checks that no wording costs more than it may. */
export function costCheck(limits: PolicyLimits, report: Report): Visit {
  let version: Place | undefined
  let total = 0
  return (place, shape, members) => {
    if (shape === shapes.version) {
      version = place
      total = 0
    }
    if (!members.has('op')) return
    const before = total
    total += place.scope.over === undefined ? 1 : recordsAssumed
    if (version && before <= limits.cost && total > limits.cost) {
      report(version, ['POLICY_TOO_COSTLY', total, limitOf('cost', limits)])
    }
  }
}

const endless = Number.POSITIVE_INFINITY
const unlimited: PolicyLimits = {
  json: endless,
  depth: endless,
  nodes: endless,
  set: endless,
  versions: endless,
  values: endless,
  text: endless,
  name: endless,
  cost: endless,
  issues: endless,
}
