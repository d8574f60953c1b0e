/** Why a case of the suite has no counterpart in the policy language. */
export const reasons = {
  syntax: 'optional values and quoted names, which the parser does not read',
  types: 'the case is about the type checker, a type as a value, or mixes types in one operation',
  constant: 'the expression is one constant, perhaps converted: there is nothing to decide',
  result: 'the result is a list, map, message, bytes, null or duration: a policy answers yes, no or unknown',
  messages: 'Protocol Buffers messages and enumerations, with their defaults and wrappers',
  null: 'the constant null: here absence is asked about with `known`',
  bytes: 'byte strings',
  time: 'times of the day and durations: here dates are whole days',
  order: 'the order of texts and booleans: here they are equal or not',
  lists: 'lists as values: an index, equality, concatenation, a list of lists',
  maps: 'maps as values: equality, a key that is computed or of a kind CEL does not allow',
  nested: 'a count inside a count, or a ratio inside a ratio',
  functions: 'a function or operator the language does not have',
  range: 'a number that is not finite or has more than 15 digits, or 12 after the point',
  exactness: 'the rulebook refuses the policy, because its results may need more than 18 digits',
  empty: 'a list without members, which the rulebook takes for a slip of the pen',
  depth: 'more levels than the rulebook allows',
} as const

export type Reason = keyof typeof reasons

export class Refusal extends Error {
  readonly reason: Reason

  constructor(reason: Reason, what: string) {
    super(`${reason}: ${what}`)
    this.reason = reason
  }
}

export function refuse(reason: Reason, what: string): never {
  throw new Refusal(reason, what)
}
