import type { Json, Key, Op, Row, StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'

/** Memory with some of its methods replaced. */
export function faulty(change: (inner: StorageAdapter) => Partial<StorageAdapter>): StorageAdapter {
  const inner = memory()
  return { ...inner, ...change(inner) }
}

export function committing(
  commit: (ops: readonly Op[], inner: StorageAdapter) => Promise<void>,
): StorageAdapter {
  return faulty((inner) => ({ commit: async (ops) => commit(ops, inner) }))
}

/** Commits as if the guards that are forgiven had held. */
export function forgiving(forgiven: (op: Op, actual: number) => boolean): StorageAdapter {
  return committing(async (ops, inner) => {
    const rows = await inner.read(ops)
    const actual = (i: number) => rows[i]?.version ?? 0
    await inner.commit(ops.map((op, i) => (forgiven(op, actual(i)) ? { ...op, expect: actual(i) } : op)))
  })
}

/** Stores documents that were changed on the way in. */
export function writing(change: (doc: Json) => Json): StorageAdapter {
  return committing((ops, inner) =>
    inner.commit(ops.map((op) => (op.op === 'put' ? { ...op, doc: change(op.doc) } : op))),
  )
}

/** Yields rows that were changed on the way out, and reads each through the same change. */
export function listing(change: (rows: Row[]) => Row[]): StorageAdapter {
  return faulty((inner) => ({
    read: async (keys) => (await inner.read(keys)).map((row) => row && change([row])[0]),
    find: async function* (query) {
      const rows: Row[] = []
      for await (const row of inner.find(query)) rows.push(row)
      yield* change(rows)
    },
  }))
}

export function ordering(compare: (a: string, b: string) => number): StorageAdapter {
  return listing((rows) => rows.sort((a, b) => compare(a.space, b.space) || compare(a.id, b.id)))
}

/** Keeps records under other keys than it was given. */
export function keyed(change: (key: Key) => Key): StorageAdapter {
  return faulty((inner) => ({
    read: async (keys) => (await inner.read(keys.map(change))).map((row, i) => row && { ...row, ...keys[i] }),
    find: (query) => inner.find(query),
    commit: (ops) => inner.commit(ops.map((op) => ({ ...op, ...change(place(op)) }))),
  }))
}

/** Knows only equality, and that wrongly. */
export function filtering(
  equal: (found: unknown, value: unknown) => boolean,
  property: (doc: Json, field: string) => unknown = (doc, field) => Object(doc)[field],
): StorageAdapter {
  return faulty((inner) => ({
    supports: { durable: false, where: ['='], within: false, sql: null },
    find: async function* ({ where = [], ...query }) {
      for await (const row of inner.find(query)) {
        if (where.every(({ field, value }) => equal(property(row.doc, field), value))) yield row
      }
    },
  }))
}

export function revived(doc: Json, change: (value: Json) => Json | undefined): Json {
  return JSON.parse(JSON.stringify(doc), (_, value) => change(value)) ?? null
}

export function place({ space, kind, id }: Key): Key {
  return { space, kind, id }
}
