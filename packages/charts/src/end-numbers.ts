/** A number at the end of a line, and the height at which it is written. */
export interface EndNumber {
  readonly value: number
  readonly at: number
}

/** The room that a number needs. */
const numberHeight = 13

/**
 * The last numbers of the lines, equal ones once, each as near to the end of its line as the others let it:
 * they are moved apart where they would stand upon each other, within the bounds.
 */
export function endNumbers(
  values: readonly (number | null)[],
  y: (value: number) => number,
  [top, bottom]: readonly [top: number, bottom: number],
): readonly EndNumber[] {
  const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => b - a)
  const places: number[] = []
  for (const value of known)
    places.push(Math.max(y(value), (places.at(-1) ?? top - numberHeight) + numberHeight))
  for (let index = places.length - 1; index >= 0; index--) {
    const below = places[index + 1] ?? bottom + numberHeight
    places[index] = Math.min(places[index] ?? bottom, below - numberHeight)
  }
  return known.map((value, index) => ({ value, at: places[index] ?? y(value) }))
}
