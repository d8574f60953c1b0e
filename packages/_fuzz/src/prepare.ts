import { type Rulebook, rulebook } from '@tirazh/rules'
import { isTirazhError, type Policy } from '@tirazh/spec'
import type { FuzzCase } from './random/case.js'

/** A case with those of its policies that a rulebook accepts. */
export interface Prepared extends FuzzCase {
  readonly book: Rulebook
  /** How many policies were refused, by the code of the first issue. */
  readonly refused: readonly string[]
}

/** Opens the rulebook of a case. Policies that are refused, or use a refused one, are left out. */
export function prepare(fuzz: FuzzCase): Prepared {
  const { model, succession } = fuzz
  const accepted: Record<string, Policy> = {}
  const refused: string[] = []
  for (const [id, policy] of Object.entries(fuzz.policies)) {
    try {
      rulebook({ model, succession, policies: { ...accepted, [id]: policy } })
      accepted[id] = policy
    } catch (error) {
      if (!isTirazhError(error, 'POLICY_INVALID')) throw error
      refused.push(firstIssue(error.details))
    }
  }
  return { ...fuzz, policies: accepted, book: rulebook({ model, succession, policies: accepted }), refused }
}

function firstIssue(details: object): string {
  const issues: unknown = Reflect.get(details, 'issues')
  return Array.isArray(issues) ? String(issues[0]?.code) : 'unknown'
}
