/** A source of choices that gives the same ones for the same seed. */
export interface Random {
  /** A whole number between both, inclusive. */
  int(least: number, greatest: number): number
  /** True in so many cases of 1. */
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** One of the functions, each as often as its weight says. */
  oneOf<Made>(...choices: readonly (readonly [weight: number, make: () => Made])[]): Made
  /** So many made ones. */
  list<Made>(least: number, greatest: number, make: (index: number) => Made): readonly Made[]
}

/** Mulberry32: one state of 32 bits, enough for one case, which draws some ten thousand numbers. */
export function random(seed: number): Random {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const int = (least: number, greatest: number): number => least + Math.floor(next() * (greatest - least + 1))
  return {
    int,
    chance: (share) => next() < share,
    pick<Item>(items: readonly Item[]): Item {
      const place = int(0, items.length - 1)
      const item = items[place]
      // The list may hold `undefined` itself.
      if (item === undefined && place >= items.length) throw new RangeError('There is nothing to pick from.')
      return item as Item
    },
    oneOf(...choices) {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, make] of choices) {
        left -= weight
        if (left < 0) return make()
      }
      throw new RangeError('There is nothing to choose from.')
    },
    list: (least, greatest, make) => Array.from({ length: int(least, greatest) }, (_, index) => make(index)),
  }
}

/** The seed of one case of a run. */
export function seedOf(run: number, index: number): number {
  return (Math.imul(run, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
}
