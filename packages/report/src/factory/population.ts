import type { Municipality } from '@tirazh/core'

/** The people of some municipalities, as far as they are recorded. */
export interface Population {
  /** Of those whose number is recorded. */
  readonly people: number
  readonly known: readonly Municipality[]
  /** Those of which it is not recorded: they are not counted as nobody. */
  readonly unknown: readonly Municipality[]
}

/** Adds up what is recorded. */
export function populationOf(municipalities: readonly Municipality[]): Population {
  const known = municipalities.filter((each) => each.population !== undefined)
  return {
    people: known.reduce((sum, each) => sum + (each.population ?? 0), 0),
    known,
    unknown: municipalities.filter((each) => each.population === undefined),
  }
}
