/** Numbers that look random and are the same for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 up to and without `below`. */
  integer(below: number): number
  pick<T>(items: readonly T[]): T
}

/** Mulberry32, a generator with 32 bits of state; enough for choosing test inputs. */
export function random(seed: number): Random {
  let state = seed | 0
  const integer = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  return {
    integer,
    pick(items) {
      const [picked] = items.slice(integer(items.length))
      if (picked === undefined) throw new TypeError('Pick from a list with something in it')
      return picked
    },
  }
}
