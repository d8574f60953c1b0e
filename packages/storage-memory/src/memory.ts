import {
  checkOps,
  checkQuery,
  type Delete,
  type Key,
  meets,
  type Put,
  type Query,
  type Row,
  type StorageAdapter,
  TirazhError,
} from '@tirazh/spec'
import { copy } from './copy.js'
import { type Entry, lookUp, put, remove, type Shelf, snapshot } from './shelf.js'

/**
 * Keeps records in this process and forgets them when it ends. An iteration sees the records as they
 * were when it began.
 */
export function memory(): StorageAdapter {
  const shelves = new Map<string, Shelf>()
  let state: 'new' | 'open' | 'closed' = 'new'

  const shelf = (kind: string): Shelf => {
    const found = shelves.get(kind) ?? []
    shelves.set(kind, found)
    return found
  }

  const requireOpen = (): void => {
    if (state === 'open') return
    const remedy = state === 'new' ? 'is not open yet; await open() first' : 'is closed; make a new one'
    throw new TirazhError('STORAGE_CLOSED', `The memory storage ${remedy}`, { storage: 'memory' })
  }

  return {
    name: 'memory',
    contract: 1,
    supports: { durable: false, where: ['=', '<', '<=', '>', '>='], within: false, sql: null },

    async open() {
      if (state === 'closed') requireOpen()
      state = 'open'
    },

    async read(keys) {
      requireOpen()
      return keys.map((key) => {
        const entry = lookUp(shelf(key.kind), key)
        return entry && row(key.kind, entry)
      })
    },

    async *find(query) {
      requireOpen()
      checkQuery(query)
      yield* matching(snapshot(shelf(query.kind), query.after), query)
    },

    async commit(ops) {
      requireOpen()
      checkOps(ops)
      const conflicts = ops.flatMap((op) => {
        const actual = lookUp(shelf(op.kind), op)?.version ?? 0
        return actual === op.expect ? [] : [{ key: keyOf(op), expected: op.expect, actual }]
      })
      if (conflicts.length > 0) {
        const message = `${conflicts.length} of ${ops.length} guards do not hold; nothing was written`
        throw new TirazhError('STORAGE_CONFLICT', message, { conflicts })
      }
      // Every document is copied before the first write, since one that cannot be would stop half-way.
      const writes = ops.flatMap((op) => (op.op === 'check' ? [] : [{ op, entry: entryOf(op) }]))
      for (const { op, entry } of writes) {
        if (entry) put(shelf(op.kind), entry)
        else remove(shelf(op.kind), op)
      }
    },

    async close() {
      state = 'closed'
      shelves.clear()
    },
  }
}

function* matching(entries: readonly Entry[], { kind, space, where = [], limit }: Query): Generator<Row> {
  let left = limit ?? Number.POSITIVE_INFINITY
  for (const entry of entries) {
    if (left === 0) return
    if (space !== undefined && entry.space !== space) continue
    if (!where.every((condition) => meets(entry.doc, condition))) continue
    yield row(kind, entry)
    left--
  }
}

function entryOf(op: Put | Delete): Entry | undefined {
  if (op.op === 'delete') return undefined
  return { space: op.space, id: op.id, version: op.expect + 1, doc: copy(op.doc) }
}

function row(kind: string, { space, id, version, doc }: Entry): Row {
  return { space, kind, id, version, doc: copy(doc) }
}

function keyOf({ space, kind, id }: Key): Key {
  return { space, kind, id }
}
