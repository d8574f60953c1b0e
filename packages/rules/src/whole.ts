import type { Int } from './program.js'

/** The greatest magnitude of a whole number that every database carries. */
export const mostCarried: number = 2 ** 63 - 1024

export const nothing: Int = { op: 'nothing', most: 0 }

export function constant(value: number): Int {
  return { op: 'const', value, most: Math.abs(value) }
}

export const one: Int = constant(1)

export function sum(left: Int, right: Int): Int {
  if (left.op === 'nothing' || right.op === 'nothing') return nothing
  const most = left.most + right.most
  if (left.op === 'const' && right.op === 'const' && most <= Number.MAX_SAFE_INTEGER) {
    return constant(left.value + right.value)
  }
  if (left.op === 'const' && left.value === 0) return right
  if (right.op === 'const' && right.value === 0) return left
  return { op: 'add', left, right, most }
}

export function product(left: Int, right: Int): Int {
  if (left.op === 'nothing' || right.op === 'nothing') return nothing
  // The other factor is worked out beside a 0 too.
  const most = Math.max(left.most, 1) * Math.max(right.most, 1)
  if (left.op === 'const' && right.op === 'const' && most <= Number.MAX_SAFE_INTEGER) {
    return constant(left.value * right.value)
  }
  if (left.op === 'const' && left.value === 1) return right
  if (right.op === 'const' && right.value === 1) return left
  return { op: 'multiply', left, right, most }
}

export function negative(of: Int): Int {
  if (of.op === 'nothing') return nothing
  if (of.op === 'negate') return of.of
  return of.op === 'const' ? constant(-of.value) : { op: 'negate', of, most: of.most }
}

/** `positive` where the test is above 0, else `otherwise`. */
export function pick(test: Int, positive: Int, otherwise: Int): Int {
  if (test.op === 'nothing') return nothing
  if (test.op === 'const') return test.value > 0 ? positive : otherwise
  return { op: 'pick', test, positive, otherwise, most: Math.max(test.most, positive.most, otherwise.most) }
}

/** Whether the value may change with the day of the facts, apart from the ends of aggregates. */
export function followsAsOf(int: Int, passed: Set<Int> = new Set()): boolean {
  // Nodes are shared: a walk that met each of them along every path would double with each factor.
  if (passed.has(int)) return false
  passed.add(int)
  switch (int.op) {
    case 'asOf':
      return true
    case 'add':
    case 'multiply':
      return followsAsOf(int.left, passed) || followsAsOf(int.right, passed)
    case 'negate':
      return followsAsOf(int.of, passed)
    case 'pick':
      return [int.test, int.positive, int.otherwise].some((each) => followsAsOf(each, passed))
    case 'months':
      return followsAsOf(int.day, passed)
    case 'nothing':
    case 'const':
    case 'field':
    case 'end':
      return false
  }
}
