import { exact } from '@tirazh/rules'

/** How a figure moved from one day to another. */
export interface FigureChange {
  /** The later figure less the earlier one. */
  readonly absolute: number
  /** As a part of the earlier figure; absent where that is 0: from nothing there is no percentage. */
  readonly relative: number | undefined
  /**
   * How many times the earlier figure the later one is, rounded to one decimal, from 2 on: +100 % is
   * twice as much, +200 % three times.
   */
  readonly times: number | undefined
}

/** How a figure moved. For figures that are never below zero, or may be: the base is taken by its size. */
export function changeOf(from: number, to: number): FigureChange {
  const [before, after] = [exact.exact(from), exact.exact(to)]
  const difference = exact.subtract(after, before)
  const size = exact.exact(Math.abs(from))
  const ratio = from > 0 ? exact.divide(after, before) : undefined
  const times = ratio === undefined ? undefined : exact.round(ratio, 1)
  return {
    absolute: exact.approximate(difference),
    relative: from === 0 ? undefined : exact.approximate(exact.divide(difference, size)),
    times: times !== undefined && times >= 2 ? times : undefined,
  }
}
