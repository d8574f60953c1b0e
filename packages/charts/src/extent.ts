/** From the least value to the greatest, and always with 0, or lengths would lie; never empty. */
export function extent(values: readonly number[]): readonly [low: number, high: number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return low === high ? [0, 1] : [low, high]
}
