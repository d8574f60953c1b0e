import { type Json, type Key, type KindSpec, type Op, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { z } from 'zod'
import { assertPortable } from './portable.js'
import { wholeCount } from './records/fields.js'
import { schema } from './records/schema.js'
import { type RecordKind, type Records, type RecordTypes, recordKinds } from './records/types.js'

/** Every kind of document that a programme stores. */
export const storedKinds: readonly KindSpec[] = [
  ...recordKinds.map((kind) => ({ kind })),
  { kind: 'log' },
  { kind: 'log-head' },
]

/** The form of stored documents. There is one so far; a document of another is refused, not misread. */
const shape = 1

/** What a set of records would change in the store. */
export interface SavePlan {
  readonly ops: readonly Op[]
  readonly changes: SavedChanges
}

export interface SavedChanges {
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
}

/** The lines of the log of a space, oldest first. @throws STORAGE_FAILED, RECORD_INVALID */
export async function* loadLog(storage: StorageAdapter, space: string): AsyncIterable<LogEntry> {
  for await (const row of storage.find({ kind: 'log', space })) {
    yield logEntry.parse(contentOf(row.doc, row, storage))
  }
}

/** All records of a space. @throws STORAGE_FAILED for documents written by a newer version */
export async function loadRecords(storage: StorageAdapter, space: string): Promise<Records> {
  const loaded: Partial<Record<RecordKind, unknown[]>> = {}
  for (const kind of recordKinds) {
    const rows: unknown[] = []
    for await (const row of storage.find({ kind, space })) rows.push(contentOf(row.doc, row, storage))
    loaded[kind] = rows
  }
  // Only this module writes these documents, and only from records that their schemas accepted.
  return loaded as Records
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
      } else if (sameJson(contentOf(row.doc, row, storage), record)) {
        changes.unchanged += 1
      } else {
        ops.push({ ...key, op: 'put', expect: row.version, doc: document(record) })
        changes.updated += 1
      }
    }
    for (const [id, record] of fresh) {
      ops.push({ space, kind, id, op: 'put', expect: 0, doc: document(record) })
      changes.created += 1
    }
  }
  return { ops, changes }
}

/** One line of the audit log: who changed how much and when. */
export interface LogEntry extends SavedChanges {
  /** 1, 2, 3, … without gaps within a space. */
  readonly sequence: number
  readonly at: string
  readonly by: string
}

/** The number of the last line in the log of a space; 0 while there is none. It moves with every write. */
export async function lastSequence(storage: StorageAdapter, space: string): Promise<number> {
  const [row] = await storage.read([logHead(space)])
  return row?.version ?? 0
}

/**
 * The operations that append a line to the log of a space. They are part of the same commit as the
 * changes they describe, so neither is ever there without the other; and they refuse the commit if
 * anybody wrote after line `entry.sequence − 1`.
 */
export function logOps(space: string, entry: LogEntry): readonly Op[] {
  const { sequence } = entry
  const id = String(sequence).padStart(12, '0')
  return [
    { ...logHead(space), op: 'put', expect: sequence - 1, doc: { shape, sequence } },
    { space, kind: 'log', id, op: 'put', expect: 0, doc: { shape, ...entry } },
  ]
}

function logHead(space: string): Key {
  return { space, kind: 'log-head', id: 'log' }
}

const logEntry = schema<LogEntry>(
  'log entry',
  z.strictObject({
    sequence: wholeCount,
    at: z.string(),
    by: z.string(),
    created: wholeCount,
    updated: wholeCount,
    deleted: wholeCount,
    unchanged: wholeCount,
  }),
)

function document(record: object): Json {
  const doc: unknown = { shape, ...record }
  assertPortable(doc)
  return doc
}

function contentOf(doc: Json, key: Key, storage: StorageAdapter): unknown {
  if (typeof doc !== 'object' || doc === null || !('shape' in doc) || doc.shape !== shape) {
    throw new TirazhError(
      'STORAGE_FAILED',
      `The ${key.kind} '${key.id}' in ${storage.name} was not written by this version: update the SDK.`,
      { storage: storage.name, during: 'read', transient: false },
    )
  }
  const { shape: _shape, ...record } = doc
  return record
}

/** Equal as JSON: the order of keys and absent values do not matter. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = Object.entries(b).filter(([, value]) => value !== undefined)
  return left.length === right.length && left.every(([key, value]) => sameJson(value, Reflect.get(b, key)))
}
