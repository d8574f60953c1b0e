import type { Int } from './program.js'
import { constant, negative, nothing, one, pick, product, sum } from './whole.js'

/** `n / d` with d > 0; nothing where `n` or `d` is nothing. */
export interface Fraction {
  readonly n: Int
  readonly d: Int
}

/** Everything between two ends. One object at both ends is a point. */
export interface Span {
  readonly low: Fraction
  readonly high: Fraction
}

export function point(n: Int, d: Int = one): Span {
  const end = { n, d }
  return { low: end, high: end }
}

export const unknownSpan: Span = point(nothing)

export function isPoint(span: Span): boolean {
  return span.low === span.high
}

/** The decimal that people wrote: 0.1 is 1/10. Nothing where its digits are too many for exact arithmetic. */
export function decimal(value: number): Fraction {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = Number(whole + fraction)
  const scale = fraction.length - Number(exponent)
  const n = scale >= 0 ? digits : digits * 10 ** -scale
  const exact = Number.isSafeInteger(n) && scale <= 18
  return exact ? { n: constant(n), d: constant(10 ** Math.max(scale, 0)) } : { n: nothing, d: one }
}

export function plus(a: Span, b: Span): Span {
  return eachEnd(a, b, (x, y) => {
    const [left, right, d] = common(x, y)
    return { n: sum(left, right), d }
  })
}

export function minus(a: Span, b: Span): Span {
  return plus(a, opposite(b))
}

/** A point times a span: the sign of the point decides which end is which. */
export function times(factor: Span, span: Span): Span {
  const { n, d } = factor.low
  const scaled = (end: Fraction): Fraction => ({ n: product(n, end.n), d: product(d, end.d) })
  if (isPoint(span)) {
    const end = scaled(span.low)
    return { low: end, high: end }
  }
  const low = scaled(span.low)
  const high = scaled(span.high)
  return { low: choose(n, low, high), high: choose(n, high, low) }
}

/**
 * x / y where y is certainly positive or certainly negative, else nothing. Both have constant
 * denominators.
 */
export function over(x: Span, y: Span): Span {
  const [xl, yl] = common(x.low, y.low)
  const [xh, yh] = common(x.high, y.high)
  // With the sign of y moved to x, y is positive.
  const low = pick(yl, xl, pick(negative(yh), negative(xh), nothing))
  const least = pick(yl, yl, negative(yh))
  if (isPoint(x) && isPoint(y)) return point(low, least)
  const high = pick(yl, xh, pick(negative(yh), negative(xl), nothing))
  const greatest = pick(yl, yh, negative(yl))
  return { low: { n: low, d: pick(low, greatest, least) }, high: { n: high, d: pick(high, least, greatest) } }
}

/** (to − from) / |from|, as to / |from| − sign(from), so that a range is as narrow as it can be. */
export function changeBetween(from: Span, to: Span): Span {
  if (isPoint(from) && isPoint(to)) {
    const [start, end] = common(from.low, to.low)
    const growth = sum(end, negative(start))
    const size = pick(start, start, negative(start))
    return point(pick(start, growth, pick(negative(start), growth, nothing)), size)
  }
  const isPositive = from.low.n
  const isNegative = negative(from.high.n)
  const sign = pick(isPositive, one, pick(isNegative, constant(-1), nothing))
  const size = {
    low: { n: pick(isPositive, from.low.n, negative(from.high.n)), d: from.low.d },
    high: { n: pick(isPositive, from.high.n, negative(from.low.n)), d: from.low.d },
  }
  return minus(over(to, size), point(sign))
}

/** Both numerators over one denominator: compared with each other, they compare the fractions. */
export function common(x: Fraction, y: Fraction): readonly [left: Int, right: Int, d: Int] {
  if (x.d === y.d) return [x.n, y.n, x.d]
  if (x.d.op === 'const' && y.d.op === 'const') {
    // Denominators of decimals are powers of ten: one divides the other. Those of ratios need not.
    if (x.d.value % y.d.value === 0) return [x.n, product(y.n, constant(x.d.value / y.d.value)), x.d]
    if (y.d.value % x.d.value === 0) return [product(x.n, constant(y.d.value / x.d.value)), y.n, y.d]
  }
  return [product(x.n, y.d), product(y.n, x.d), product(x.d, y.d)]
}

export function hasConstantDenominator(span: Span): boolean {
  return span.low.d.op === 'const' && span.high.d.op === 'const'
}

function opposite(span: Span): Span {
  const end = ({ n, d }: Fraction): Fraction => ({ n: negative(n), d })
  const low = end(span.high)
  return isPoint(span) ? { low, high: low } : { low, high: end(span.low) }
}

function eachEnd(a: Span, b: Span, combine: (x: Fraction, y: Fraction) => Fraction): Span {
  const low = combine(a.low, b.low)
  return isPoint(a) && isPoint(b) ? { low, high: low } : { low, high: combine(a.high, b.high) }
}

function choose(test: Int, positive: Fraction, otherwise: Fraction): Fraction {
  const d = isSameConstant(positive.d, otherwise.d) ? positive.d : pick(test, positive.d, otherwise.d)
  return { n: pick(test, positive.n, otherwise.n), d }
}

function isSameConstant(a: Int, b: Int): boolean {
  return a === b || (a.op === 'const' && b.op === 'const' && a.value === b.value)
}
