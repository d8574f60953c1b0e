import type { Truth } from '@tirazh/spec'
import { type Decision, standings, truths } from '../decider.js'
import { restored } from './storable.js'

/** What a statement says of one subject. */
export interface SqlDecision extends Decision {
  readonly id: string
  /** The status of each leaf of the rule, in the order of `leaves` of the statement. */
  readonly leaves: readonly Truth[]
}

/** Reads a row of a statement, whatever the driver makes of whole numbers. @throws TypeError for any other row */
export function readDecision(row: Readonly<Record<string, unknown>>): SqlDecision {
  const { id, standing, status, leaves } = row
  const found = { standing: standings[Number(standing)], status: truths[Number(status)] }
  if (typeof id !== 'string' || typeof leaves !== 'string' || !found.standing || !found.status) {
    throw new TypeError(`This is no row of a policy: ${JSON.stringify(Object.keys(row))}.`)
  }
  const truthOf = (digit: string): Truth => truths[Number(digit)] ?? 'unknown'
  return {
    id: restored(id),
    standing: found.standing,
    status: found.status,
    leaves: [...leaves].map(truthOf),
  }
}
