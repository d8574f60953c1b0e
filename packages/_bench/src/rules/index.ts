import type { Figure } from '../figure.js'
import { measureParts } from '../parts.js'

/**
 * The parts, each measured in a process of its own with what Node is to be told, so that none is helped
 * or hurt by what another left in memory or taught the compiler.
 */
const parts: Readonly<Record<string, readonly string[]>> = {
  columnar: [],
  objects: [],
  // Browsers with a strict security policy forbid making code from text; who needs that fails here.
  flat: ['--disallow-code-generation-from-strings'],
  'flat-with-eval': [],
  databases: [],
  timeline: [],
  ledger: [],
  'what-if': [],
  explanation: [],
  hostile: [],
  size: [],
}

/** The policy engine beside hand-written code, other engines and databases. */
export function rules(wanted: readonly string[] = []): Promise<readonly Figure[]> {
  return measureParts('rules', parts, wanted)
}
