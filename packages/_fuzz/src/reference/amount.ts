import type { Comparison } from '@tirazh/spec'
import { dayOf } from './calendar.js'
import * as exact from './exact.js'
import { type Code, negation } from './kleene.js'

/** A value: an exact number (of a date its day, of a yes or no 1 or 0), or a word. */
export type Quantity = exact.Ratio | string

/** Everything between two ends; an end that is `undefined` is open. */
export interface Amount {
  readonly low: Quantity | undefined
  readonly high: Quantity | undefined
}

export const nothingKnown: Amount = { low: undefined, high: undefined }

export function certain(value: Quantity | undefined): Amount {
  return { low: value, high: value }
}

export function isCertain({ low, high }: Amount): boolean {
  return low !== undefined && high !== undefined && order(low, high) === 0
}

/** Met only if every value that the left and right may have satisfies the comparison. */
export function compareAmounts(left: Amount, is: Comparison, right: Amount): Code {
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

function atLeast(left: Amount, right: Amount): Code {
  if (left.low !== undefined && right.high !== undefined && order(left.low, right.high) >= 0) return 2
  return left.high !== undefined && right.low !== undefined && order(left.high, right.low) < 0 ? 0 : 1
}

function equal(left: Amount, right: Amount): Code {
  if (typeof left.low === 'string' && typeof right.low === 'string') return left.low === right.low ? 2 : 0
  const leftAbove = left.low !== undefined && right.high !== undefined && order(left.low, right.high) > 0
  const rightAbove = right.low !== undefined && left.high !== undefined && order(right.low, left.high) > 0
  if (leftAbove || rightAbove) return 0
  const same = left.low !== undefined && right.low !== undefined && order(left.low, right.low) === 0
  return isCertain(left) && isCertain(right) && same ? 2 : 1
}

/** The sign of `a − b`. A literal that is a day is a day wherever it is compared by order or with a day. */
function order(a: Quantity, b: Quantity): number {
  if (a === b) return 0
  return exact.compare(measured(a), measured(b))
}

/** @throws TypeError for a word that has no order: a policy that asks for one is refused */
function measured(value: Quantity): exact.Ratio {
  if (typeof value !== 'string') return value
  const day = dayOf(value)
  if (day === undefined) throw new TypeError(`'${value}' has no order.`)
  return exact.whole(day)
}

/** The exact number of an end. */
export function numberOf(value: Quantity | undefined): exact.Ratio | undefined {
  return value === undefined ? undefined : measured(value)
}
