import type { Json, KindSpec, Op, StorageAdapter } from '@tirazh/spec'
import { contentOf, documentOf, sameJson } from './journal/documents.js'
import { journalKinds } from './journal/entries.js'
import { assertPortable } from './portable.js'
import { nothingGathered, recordsOf } from './records/collect.js'
import { type RecordKind, type Records, type RecordTypes, recordKinds } from './records/types.js'

/** Every kind of document that a programme stores. */
export const storedKinds: readonly KindSpec[] = [
  ...recordKinds.map((kind) => (belongsToPractice(kind) ? { kind, indexes: ['practice'] } : { kind })),
  ...journalKinds,
]

/** What a set of records would change in the store. */
export interface SavePlan {
  readonly ops: readonly Op[]
  readonly result: SavedChanges
}

export interface SavedChanges {
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
}

/** All records of a space. @throws STORAGE_FAILED for documents written by a newer version */
export async function loadRecords(storage: StorageAdapter, space: string): Promise<Records> {
  const loaded = nothingGathered()
  for (const kind of recordKinds) {
    for await (const row of storage.find({ kind, space })) loaded[kind].push(contentOf(row, storage))
  }
  return recordsOf(loaded)
}

/** Compares the records with the store. `replace` deletes what is not among them, `merge` keeps it. */
export async function planSave(
  storage: StorageAdapter,
  space: string,
  records: Records,
  mode: 'replace' | 'merge',
): Promise<SavePlan> {
  const ops: Op[] = []
  const changes = { created: 0, updated: 0, deleted: 0, unchanged: 0 }
  for (const kind of recordKinds) {
    const fresh = new Map<string, RecordTypes[RecordKind]>(records[kind].map((each) => [each.id, each]))
    for await (const row of storage.find({ kind, space })) {
      const key = { space, kind, id: row.id }
      const record = fresh.get(row.id)
      fresh.delete(row.id)
      if (record === undefined) {
        if (mode === 'merge') continue
        ops.push({ ...key, op: 'delete', expect: row.version })
        changes.deleted += 1
      } else if (sameJson(contentOf(row, storage), record)) {
        changes.unchanged += 1
      } else {
        ops.push({ ...key, op: 'put', expect: row.version, doc: portable(record) })
        changes.updated += 1
      }
    }
    for (const [id, record] of fresh) {
      ops.push({ space, kind, id, op: 'put', expect: 0, doc: portable(record) })
      changes.created += 1
    }
  }
  return { ops, result: changes }
}

function portable(record: object): Json {
  const doc = documentOf(record)
  assertPortable(doc)
  return doc
}

/** The kinds that belong to a practice and are looked for by it. */
function belongsToPractice(kind: RecordKind): boolean {
  return kind === 'adoption' || kind === 'check' || kind === 'defence' || kind === 'certificate'
}
