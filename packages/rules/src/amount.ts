import type { Comparison, Scalar, Truth } from '@tirazh/spec'
import { compare as compareExact, exact, type Ratio } from './exact.js'
import { negation } from './kleene.js'

/** A value inside the evaluator: plain, or an exact number that came out of arithmetic. */
export type Quantity = Scalar | Ratio

/**
 * What is known of a value: everything between two ends. An end that is `undefined` is open, so
 * a value that is not recorded is open at both ends and a certain one has equal ends.
 */
export interface Amount {
  readonly low: Quantity | undefined
  readonly high: Quantity | undefined
}

export const nothingKnown: Amount = { low: undefined, high: undefined }

export function certain(value: Quantity): Amount {
  return { low: value, high: value }
}

export function isCertain(amount: Amount): boolean {
  return amount.low !== undefined && amount.high !== undefined && order(amount.low, amount.high) === 0
}

/** The exact number of an amount that is certain. */
export function certainNumber(amount: Amount): Ratio | undefined {
  return isCertain(amount) ? number(amount.low) : undefined
}

/** `met` only if every value the left and right may have satisfies the comparison. */
export function compareAmounts(left: Amount, is: Comparison, right: Amount): Truth {
  switch (is) {
    case '>=':
      return atLeast(left, right)
    case '<':
      return negation(atLeast(left, right))
    case '<=':
      return atLeast(right, left)
    case '>':
      return negation(atLeast(right, left))
    case '=':
      return equal(left, right)
    case '!=':
      return negation(equal(left, right))
  }
}

function atLeast(left: Amount, right: Amount): Truth {
  if (within(right.high, left.low)) return 'met'
  return beyond(right.low, left.high) ? 'unmet' : 'unknown'
}

function equal(left: Amount, right: Amount): Truth {
  if (beyond(left.low, right.high) || beyond(right.low, left.high)) return 'unmet'
  return isCertain(left) && isCertain(right) && order(left.low, right.low) === 0 ? 'met' : 'unknown'
}

/** a ≤ b, and both are known. */
function within(a: Quantity | undefined, b: Quantity | undefined): boolean {
  const sign = order(a, b)
  return sign !== undefined && sign <= 0
}

/** a > b, and both are known. */
function beyond(a: Quantity | undefined, b: Quantity | undefined): boolean {
  const sign = order(a, b)
  return sign !== undefined && sign > 0
}

/** The sign of `a − b`; `undefined` where they cannot be compared, so that nothing is concluded. */
function order(a: Quantity | undefined, b: Quantity | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined
  if (typeof a === typeof b && typeof a !== 'object') return a < b ? -1 : a > b ? 1 : 0
  const left = number(a)
  const right = number(b)
  return left === undefined || right === undefined ? undefined : compareExact(left, right)
}

/** The exact number, or `undefined` for what is not a number. */
export function number(value: Quantity | undefined): Ratio | undefined {
  if (typeof value === 'object') return value
  return typeof value === 'number' && Number.isFinite(value) ? exact(value) : undefined
}
