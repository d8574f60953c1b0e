import type { Condition, Op, Operator, Query } from './storage.js'

/**
 * What every adapter checks before a commit, whatever the store holds.
 * @throws TypeError where a key occurs twice, a version is not a whole number in range or a document is missing
 */
export function checkOps(ops: readonly Op[]): void {
  const seen = new Set<string>()
  for (const op of ops) {
    // With their lengths, parts that run together are not confused.
    const place = `${op.space.length}:${op.kind.length}:${op.space}${op.kind}${op.id}`
    const key = (): string => JSON.stringify([op.space, op.kind, op.id])
    if (seen.has(place)) {
      throw new TypeError(`The record ${key()} occurs twice in one commit; merge its operations`)
    }
    seen.add(place)
    const least = op.op === 'delete' ? 1 : 0
    if (!Number.isSafeInteger(op.expect) || op.expect < least) {
      throw new TypeError(
        `A ${op.op} of ${key()} must expect a whole version of at least ${least}, not ${op.expect}`,
      )
    }
    if (op.op === 'put' && op.doc === undefined) {
      throw new TypeError(`A put of ${key()} needs a document; pass null if it is meant to be empty`)
    }
  }
}

/**
 * What every adapter checks before a search.
 * @throws TypeError where the limit is not a positive integer, or a condition has an operator that does
 * not exist or nothing to compare with
 */
export function checkQuery({ limit, where = [] }: Query): void {
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
    throw new TypeError(`A limit must be a positive integer, not ${limit}; leave it out to get every row`)
  }
  for (const condition of where) checkCondition(condition)
}

function checkCondition({ field, is, value }: Condition): void {
  const about = `The condition on ${JSON.stringify(field)}`
  if (!operators.has(is)) {
    throw new TypeError(`${about} must have one of the operators ${[...operators].join(' ')}, not ${is}`)
  }
  const comparable = typeof value === 'number' ? Number.isFinite(value) : scalars.has(typeof value)
  if (!comparable) {
    throw new TypeError(`${about} must compare with a text, a finite number or a truth value, not ${value}`)
  }
}

const operators: ReadonlySet<Operator> = new Set(['=', '<', '<=', '>', '>='])
const scalars: ReadonlySet<string> = new Set(['string', 'boolean'])
