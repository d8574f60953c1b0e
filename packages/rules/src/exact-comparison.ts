import type { Facts } from './model.js'
import type { Int } from './program.js'

type Measure = (row?: Facts) => number

/**
 * Compares whole numbers beyond 2^53 with big integers: the sign of `left − right`, NaN where either is
 * nothing. Parts that cannot get that large are read by their closures.
 */
export function exactComparison(
  int: (node: Int) => Measure,
): (left: Int, right: Int, row: Facts | undefined) => number {
  function value(node: Int, row: Facts | undefined): bigint | undefined {
    if (node.most <= Number.MAX_SAFE_INTEGER || node.op === 'const') {
      const known = int(node)(row)
      return Number.isNaN(known) ? undefined : BigInt(known)
    }
    switch (node.op) {
      case 'add':
      case 'multiply': {
        const left = value(node.left, row)
        const right = value(node.right, row)
        if (left === undefined || right === undefined) return undefined
        return node.op === 'add' ? left + right : left * right
      }
      case 'negate': {
        const of = value(node.of, row)
        return of === undefined ? undefined : -of
      }
      case 'pick': {
        const test = value(node.test, row)
        if (test === undefined) return undefined
        return value(test > 0n ? node.positive : node.otherwise, row)
      }
      default:
        return undefined
    }
  }

  return (left, right, row) => {
    const a = value(left, row)
    const b = value(right, row)
    if (a === undefined || b === undefined) return Number.NaN
    return a > b ? 1 : a < b ? -1 : 0
  }
}
