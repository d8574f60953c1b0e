/** An exact rational number; `d` is positive. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

/**
 * The decimal number that people wrote: 0.1 becomes 1/10, not the nearest binary fraction.
 * @throws RangeError for NaN and infinities
 */
export function exact(value: number): Ratio {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n }
  if (!Number.isFinite(value)) throw new RangeError(`An exact number must be finite, not ${value}.`)
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { n: digits, d: 10n ** BigInt(scale) } : { n: digits * 10n ** BigInt(-scale), d: 1n }
}

export function add(a: Ratio, b: Ratio): Ratio {
  // Decimals of one sum have denominators that divide each other: without this a long sum would grow.
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { n: -b.n, d: b.d })
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d }
}

/** @throws RangeError where `b` is 0 */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError('Division by zero: test the divisor first.')
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n }
}

/** Negative, 0 or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** Rounded to `digits` after the decimal sign, halves away from zero: the rounding of accounts. */
export function round(value: Ratio, digits: number): number {
  const scale = 10n ** BigInt(digits)
  const magnitude = value.n < 0n ? -value.n : value.n
  const units = (2n * magnitude * scale + value.d) / (2n * value.d)
  const sign = value.n < 0n && units > 0n ? '-' : ''
  const text = units.toString().padStart(digits + 1, '0')
  return Number(digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`)
}

/** Rounded to 12 decimals, for display and JSON. */
export function approximate(value: Ratio): number {
  return value.d === 1n ? Number(value.n) : round(value, 12)
}

function reduced(n: bigint, d: bigint): Ratio {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  return { n: n / a, d: d / a }
}
