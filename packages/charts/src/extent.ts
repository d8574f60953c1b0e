/** From the least value to the greatest, and always with 0, or lengths would lie; never empty. */
export function extent(values: readonly number[]): readonly [low: number, high: number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return low === high ? [0, 1] : [low, high]
}

/**
 * The same for what is drawn by position and not by length: 0 is left out where all values are so far from
 * it that their differences could not be seen.
 */
export function span(values: readonly number[]): readonly [low: number, high: number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const near = values.length > 0 && low !== high && high - low < Math.max(Math.abs(low), Math.abs(high)) / 3
  if (!near || low * high <= 0) return extent(values)
  const room = (high - low) * 0.15
  return [low - room, high + room]
}
