import { type Closures, closures, type Decide } from './closures.js'
import { type Frame, once } from './frame.js'
import type { Facts } from './model.js'
import type { Code, Program } from './program.js'
import type { Successions } from './succession.js'
import type { Ends } from './tally.js'

/** 0 not in force, 1 not applicable, 2 unclear, 3 applies. */
export type StandingCode = 0 | 1 | 2 | 3

/**
 * A program as closures over plain objects. It judges one subject at a time: `begin` says which, and
 * everything is then worked out at most once, when it is asked for. Evaluation never throws on data.
 */
export interface Evaluator extends Closures {
  begin(subject: Facts, asOfDay: number): void
  standing(part: number): StandingCode
  status(part: number): Code
  /** The ends of an aggregation; NaN is nothing. */
  ends(aggregation: number): Ends
}

export function evaluator(program: Program, successions: Successions): Evaluator {
  const frame: Frame = { subject: { id: '' }, asOf: Number.NaN, turn: 0, beyond: 0 }
  const parts = program.parts.map(({ rule, applies }) => {
    // Made when first asked for: the closures of a part may ask for other parts.
    let decideRule: Decide | undefined
    let decideApplies: Decide | undefined
    return {
      status: once(frame, (): Code => {
        if (rule === undefined) return 1
        decideRule ??= made.condition(rule)
        return decideRule()
      }),
      standing: once(frame, (): StandingCode => {
        if (rule === undefined) return 0
        if (applies === undefined) return 3
        decideApplies ??= made.condition(applies)
        return standingOf(decideApplies())
      }),
    }
  })
  const status = (part: number): Code => parts[part]?.status() ?? 1
  const standing = (part: number): StandingCode => parts[part]?.standing() ?? 0
  const made = closures(program, successions, frame, (part) => (standing(part) === 3 ? status(part) : 1))

  return {
    ...made,
    begin(subject, asOfDay) {
      frame.subject = subject
      frame.asOf = asOfDay
      frame.turn += 1
    },
    status,
    standing,
  }
}

export function standingOf(applies: Code): StandingCode {
  return applies === 2 ? 3 : applies === 1 ? 2 : 1
}
