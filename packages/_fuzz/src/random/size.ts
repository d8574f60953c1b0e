/*
 * How many digits arithmetic may need, as logarithms to the base of 10: what keeps random rules within
 * those that are accepted.
 */

/** Of a fraction with the numerator up to 10ⁿ and the denominator up to 10ᵈ. */
export interface Size {
  readonly n: number
  readonly d: number
  /** Whether the denominator is a constant: a power of ten. */
  readonly decimal: boolean
}

/** 2^63 and 2^53, with little to spare. */
export const mostCompared = 18.9
export const mostSummed = 15.9
const mostRecords = 4.82

export const countSize: Size = { n: mostRecords, d: 0, decimal: true }

export function fieldSize({ decimals = 2, max = 1_000_000_000 }: { decimals?: number; max?: number }): Size {
  return { n: Math.log10(max) + decimals, d: decimals, decimal: true }
}

export function literalSize(value: number): Size {
  const d = String(value).split('.')[1]?.length ?? 0
  // A product with 0 looks small, whatever the other factors are.
  const n = value === 0 ? -20 : Math.log10(Math.max(Math.abs(value), 1)) + d
  return { n, d, decimal: true }
}

export function sumSize(sizes: readonly Size[]): Size {
  const [first = countSize, ...rest] = sizes
  return rest.reduce((a, b) => {
    const [n, d] = common(a, b)
    return { n: n + 0.31, d, decimal: a.decimal && b.decimal }
  }, first)
}

export function productSize(sizes: readonly Size[]): Size {
  const total = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0)
  return {
    n: total(sizes.map(({ n }) => n)),
    d: total(sizes.map(({ d }) => d)),
    decimal: sizes.every(({ decimal }) => decimal),
  }
}

export function quotientSize(x: Size, y: Size): Size {
  const shift = Math.max(x.d, y.d)
  return { n: x.n + shift - x.d, d: y.n + shift - y.d, decimal: false }
}

export function totalSize({ n, d, decimal }: Size): Size {
  return { n: n + mostRecords, d, decimal }
}

/** Whether two values can be compared. */
export function areComparable(a: Size, b: Size): boolean {
  return common(a, b)[0] < mostCompared
}

/** The digits of both numerators over one denominator, and of that. */
function common(a: Size, b: Size): readonly [n: number, d: number] {
  if (a.decimal && b.decimal) {
    const d = Math.max(a.d, b.d)
    return [Math.max(a.n + d - a.d, b.n + d - b.d), d]
  }
  return [Math.max(a.n + b.d, b.n + a.d), a.d + b.d]
}
