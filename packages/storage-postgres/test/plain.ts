import type { Check, Delete, Json, Key, Put, StorageAdapter } from '@tirazh/spec'

export function key(id: string): Key {
  return { space: '52', kind: 'practice', id }
}

export function put(id: string, expect: number, doc: Json = { by: id }): Put {
  return { ...key(id), op: 'put', expect, doc }
}

export function check(id: string, expect: number): Check {
  return { ...key(id), op: 'check', expect }
}

export function remove(id: string, expect: number): Delete {
  return { ...key(id), op: 'delete', expect }
}

/** The documents of all practices by id. */
export async function docs(storage: StorageAdapter): Promise<Readonly<Record<string, Json>>> {
  const found: Record<string, Json> = {}
  for await (const row of storage.find({ kind: 'practice' })) found[row.id] = row.doc
  return found
}

/** What the promise was rejected with. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
}
