import { type Decision, standings, truths } from '../decider.js'
import type { StandingCode } from '../evaluate.js'
import type { Code } from '../program.js'

/** A decision as one small number: its standing times four, plus its status. */
export type Outcome = number

export function outcomeOf(standing: StandingCode, status: Code): Outcome {
  return 4 * standing + status
}

/** 2 met, 1 unknown, 0 unmet. */
export function statusIn(outcome: Outcome): number {
  return outcome & 3
}

/** 3 applies, 2 unclear, 1 not applicable, 0 not in force. */
export function standingIn(outcome: Outcome): number {
  return outcome >> 2
}

/** What an outcome is worth to a policy that uses it: its status where it applies, else unknown. */
export function worthOf(outcome: Outcome): Code {
  const status = standingIn(outcome) === 3 ? statusIn(outcome) : 1
  return status === 2 ? 2 : status === 1 ? 1 : 0
}

/** No wording is in force. */
export const notInForce: Outcome = outcomeOf(0, 1)

/** The policy applies and is met. */
export const met: Outcome = outcomeOf(3, 2)

const decisions: readonly Decision[] = standings.flatMap((standing) =>
  [...truths, 'unmet' as const].map((status) => Object.freeze({ status, standing })),
)

export function decisionIn(outcome: Outcome): Decision {
  const decision = decisions[outcome]
  if (decision === undefined) throw new RangeError(`There is no outcome ${outcome}.`)
  return decision
}
