import type { Json, Key, KindSpec, Put, Query, Row, StorageAdapter } from '@tirazh/spec'

/** What the cases open a store for. */
export const kinds: readonly KindSpec[] = [
  { kind: 'practice', indexes: ['status', 'count', 'active'] },
  { kind: 'adoption' },
]

/** The key of a practice of region 52, or of what is told. */
export function key(id: string, { space = '52', kind = 'practice' }: Partial<Key> = {}): Key {
  return { space, kind, id }
}

export function put(at: Key, expect: number, doc: Json): Put {
  return { ...at, op: 'put', expect, doc }
}

export async function opened(adapter: StorageAdapter): Promise<StorageAdapter> {
  await adapter.open(kinds)
  return adapter
}

/** Creates a practice with each id; the document names it. */
export function practices(ids: readonly string[], space = '52'): Put[] {
  return ids.map((id) => put(key(id, { space }), 0, { title: id }))
}

export async function only(adapter: StorageAdapter, at: Key): Promise<Row | undefined> {
  const [row] = await adapter.read([at])
  return row
}

export async function list(adapter: StorageAdapter, query: Query): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of adapter.find(query)) rows.push(row)
  return rows
}

export async function ids(adapter: StorageAdapter, query: Query): Promise<string[]> {
  return (await list(adapter, query)).map((row) => row.id)
}
