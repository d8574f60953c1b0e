import { meets, type Query, type Row, type StorageAdapter } from '@tirazh/spec'

type Where = NonNullable<Query['where']>

/** The rows of a query with any conditions: the adapter evaluates those it declares, and we the rest. */
export async function* select(
  storage: StorageAdapter,
  { where = [], limit, ...query }: Query,
): AsyncIterable<Row> {
  const declared = new Set(storage.supports.where)
  const pushed: Where = where.filter((condition) => declared.has(condition.is))
  const kept: Where = where.filter((condition) => !declared.has(condition.is))
  // A limit may only be handed on where nothing is left out afterwards.
  const bounded = limit !== undefined && kept.length === 0 ? { limit } : {}
  let left = limit ?? Number.POSITIVE_INFINITY
  for await (const row of storage.find({ ...query, where: pushed, ...bounded })) {
    if (!kept.every((condition) => meets(row.doc, condition))) continue
    yield row
    left -= 1
    if (left === 0) return
  }
}
