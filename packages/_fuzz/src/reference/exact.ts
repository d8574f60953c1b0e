/** An exact rational number; `d` is positive. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Ratio = whole(0)

export function whole(value: number | bigint): Ratio {
  return { n: BigInt(value), d: 1n }
}

/** The decimal number that people wrote: 0.1 becomes 1/10, not the nearest binary fraction. */
export function decimal(value: number): Ratio {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [units = '', fraction = ''] = mantissa.split('.')
  const digits = BigInt(units + fraction)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { n: digits, d: 10n ** BigInt(scale) } : whole(digits * 10n ** BigInt(-scale))
}

export function add(a: Ratio, b: Ratio): Ratio {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function negate(a: Ratio): Ratio {
  return { n: -a.n, d: a.d }
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return reduced(a.n * b.n, a.d * b.d)
}

/** @throws RangeError where `b` is 0 */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError('Division by zero.')
  return b.n > 0n ? reduced(a.n * b.d, a.d * b.n) : reduced(-a.n * b.d, a.d * -b.n)
}

/** Negative, 0 or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export function sign(a: Ratio): number {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0
}

function reduced(n: bigint, d: bigint): Ratio {
  if (d === 1n) return { n, d }
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  return { n: n / a, d: d / a }
}
