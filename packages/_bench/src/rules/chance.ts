/** Numbers that look random and are the same for the same seed everywhere: mulberry32. */
export interface Chance {
  /** A whole number between the two, both included. */
  whole(least: number, most: number): number
  /** Whether something happens that happens so often out of one. */
  happens(share: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed | 0
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    whole: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    happens: (share) => fraction() < share,
  }
}
