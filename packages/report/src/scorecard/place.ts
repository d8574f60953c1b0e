/** A place among others; those with equal numbers share theirs. */
export interface Place {
  /** From 1: how many have more, and one. */
  readonly place: number
  /** How many others have as many. */
  readonly sharedWith: number
  /** Among how many. */
  readonly of: number
}

/** The place of one number among all of them, its own included; more is better. */
export function placeAmong(value: number, all: readonly number[]): Place {
  return {
    place: all.filter((other) => other > value).length + 1,
    sharedWith: all.filter((other) => other === value).length - 1,
    of: all.length,
  }
}
