import { isTirazhError, type Json, type KindSpec, type Put, type StorageAdapter } from '@tirazh/spec'
import { expect } from 'vitest'
import { type SqliteOptions, type SqliteStorage, sqlite } from '../src/index.js'

export const practices: readonly KindSpec[] = [{ kind: 'practice', indexes: ['status', 'count'] }]

export async function opened(options: SqliteOptions): Promise<SqliteStorage> {
  const storage = sqlite(options)
  await storage.open(practices)
  return storage
}

export function put(id: string, expect: number, doc: Json): Put {
  return { op: 'put', space: '52', kind: 'practice', id, expect, doc }
}

export async function docs(storage: StorageAdapter): Promise<Json[]> {
  const found: Json[] = []
  for await (const row of storage.find({ kind: 'practice' })) found.push(row.doc)
  return found
}

/** The details of the STORAGE_FAILED that the promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  const thrown = await promise.catch((error) => error)
  expect(thrown).toMatchObject({ code: 'STORAGE_FAILED', cause: expect.any(Error) })
  return isTirazhError(thrown) && thrown.details
}
