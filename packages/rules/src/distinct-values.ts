import type { Closures } from './closures.js'
import type { Frame } from './frame.js'
import type { Facts } from './model.js'
import { type Int, isWord, type Word } from './program.js'
import type { Successions } from './succession.js'

/** A value among those that are told apart, with a mark that a count leaves on it. */
export interface Seen {
  mark: number
}

/**
 * The values of records, each told apart by the one object that stands for it: quicker than a new set
 * for each subject.
 */
export interface Values {
  /** To be called before each count: what is remembered may be forgotten here. */
  begin(): void
  /** `undefined` where the record has no value. */
  of(row: Facts): Seen | undefined
}

export function valuesOf(
  value: Int | Word,
  closures: Closures,
  frame: Frame,
  successions: Successions,
): Values {
  if (!isWord(value)) {
    const read = closures.int(value)
    const number = (row: Facts): number | undefined => {
      const found = read(row)
      return Number.isNaN(found) ? undefined : found
    }
    return remembered(number, (found) => found, frame)
  }
  // What a code stands for on the day of the facts is the same for all records: it is looked up once a code.
  if (value.op === 'successor' && value.at.op === 'asOf') {
    return remembered(closures.word(value.code), (code) => successions.at(code, frame.asOf), frame)
  }
  return remembered(closures.word(value), (word) => word, frame)
}

/** Values remembered before all are met anew: bounds memory where every value differs. */
const mostRemembered = 65_536

function remembered<Value>(
  read: (row: Facts) => Value | undefined,
  meaning: (value: Value) => Value,
  frame: Frame,
): Values {
  const known = new Map<Value, Seen>()
  // Not the same map: where codes succeed each other in a circle, one means another that means something else.
  const meanings = new Map<Value, Seen>()
  let asOf = Number.NaN
  return {
    begin() {
      if (asOf === frame.asOf && known.size < mostRemembered) return
      asOf = frame.asOf
      known.clear()
      meanings.clear()
    },
    of(row) {
      const value = read(row)
      if (value === undefined) return undefined
      const found = known.get(value)
      if (found !== undefined) return found
      const means = meaning(value)
      const made = meanings.get(means) ?? { mark: 0 }
      meanings.set(means, made)
      known.set(value, made)
      return made
    },
  }
}
