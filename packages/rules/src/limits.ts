/** How large a policy may be, so that no text written by others can exhaust the one who reads it. */
export interface PolicyLimits {
  /** Characters of the JSON text. */
  readonly json: number
  /** Objects and lists inside one another. Evaluators call themselves to this depth: keep it under 1,000. */
  readonly depth: number
  /** Objects, parameters and members of lists in the whole policy; an object that stands in several places counts in each. */
  readonly nodes: number
  /** Members of all sets together. */
  readonly set: number
  /** Wordings of the policy. */
  readonly versions: number
  /** Values of all parameters together. */
  readonly values: number
  /** Characters of one text or value. */
  readonly text: number
  /** Characters of one id or name. */
  readonly name: number
  /** Steps to judge one subject; see `PolicyCost.total`. */
  readonly cost: number
  /** Issues listed; of those beyond it the number is given. */
  readonly issues: number
}

/** The limits that hold unless others are given: dozens of times the largest policy of a region so far. */
export const policyLimits: PolicyLimits = {
  json: 262_144,
  depth: 64,
  nodes: 10_000,
  set: 10_000,
  versions: 200,
  values: 2_000,
  text: 2_000,
  name: 200,
  cost: 200_000,
  issues: 100,
}

/** A limit as a sentence names it: “depth (64)”. */
export function limitOf(
  name: keyof PolicyLimits,
  limits: PolicyLimits,
): { readonly words: readonly string[] } {
  return { words: [`${name} (${limits[name]})`] }
}
