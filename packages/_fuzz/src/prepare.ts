import { type Rulebook, rulebook } from '@tirazh/rules'
import { isTirazhError, type Policy } from '@tirazh/spec'
import type { FuzzCase } from './random/case.js'

/** A case with those of its policies that a rulebook accepts. */
export interface Prepared extends FuzzCase {
  readonly book: Rulebook
  /** Of each policy that was refused, the code of the first issue. */
  readonly refused: readonly string[]
}

/** Opens the rulebook of a case. Policies that are refused, or use a refused one, are left out. */
export function prepare(fuzz: FuzzCase): Prepared {
  const { model, succession, policies } = fuzz
  const opened = open(fuzz, policies)
  if (typeof opened !== 'string') return { ...fuzz, book: opened, refused: [] }
  let book = rulebook({ model, succession, policies: {} })
  let accepted: Readonly<Record<string, Policy>> = {}
  const refused: string[] = []
  for (const [id, policy] of Object.entries(policies)) {
    const more = { ...accepted, [id]: policy }
    const found = open(fuzz, more)
    if (typeof found === 'string') refused.push(found)
    else [book, accepted] = [found, more]
  }
  return { ...fuzz, policies: accepted, book, refused }
}

/** The rulebook, or the code of the first issue for which it refuses the policies. */
function open({ model, succession }: FuzzCase, policies: FuzzCase['policies']): Rulebook | string {
  try {
    return rulebook({ model, succession, policies })
  } catch (error) {
    if (!isTirazhError(error, 'POLICY_INVALID')) throw error
    const issues: unknown = Reflect.get(error.details, 'issues')
    return Array.isArray(issues) ? String(issues[0]?.code) : 'unknown'
  }
}
