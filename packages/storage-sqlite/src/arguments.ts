import type { Op, Query } from '@tirazh/spec'

/** @throws TypeError when a commit is not one the contract allows, whatever the store holds. */
export function checkOps(ops: readonly Op[]): void {
  const seen = new Set<string>()
  for (const op of ops) {
    const key = JSON.stringify([op.space, op.kind, op.id])
    if (seen.has(key))
      throw new TypeError(`The record ${key} occurs twice in one commit; merge its operations`)
    seen.add(key)
    const least = op.op === 'delete' ? 1 : 0
    if (!Number.isSafeInteger(op.expect) || op.expect < least) {
      throw new TypeError(
        `A ${op.op} of ${key} must expect a whole version of at least ${least}, not ${op.expect}`,
      )
    }
    if (op.op === 'put' && op.doc === undefined) {
      throw new TypeError(`A put of ${key} needs a document; pass null if it is meant to be empty`)
    }
  }
}

/** @throws TypeError when the limit is not a positive integer. */
export function checkQuery({ limit }: Query): void {
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
    throw new TypeError(`A limit must be a positive integer, not ${limit}; leave it out to get every row`)
  }
}
