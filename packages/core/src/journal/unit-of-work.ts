import {
  type Condition,
  compareCodePoints,
  type Key,
  meets,
  type Op,
  type StorageAdapter,
  type StorageConflict,
  TirazhError,
} from '@tirazh/spec'
import { assertPortable } from '../portable.js'
import type { RecordKind, RecordTypes } from '../records/types.js'
import { assertUnitSound, assertUnitValid } from '../records/unit-checks.js'
import { contentOf, documentOf, sameJson } from './documents.js'
import { recordName } from './entries.js'
import { select } from './select.js'

/**
 * What a piece of work reads and changes. It sees the records of one moment and its own changes; nothing
 * is written before the work is done, and then everything or nothing.
 */
export interface UnitOfWork {
  /** The record as it is, with the changes of this unit; undefined where there is none. */
  get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined>
  /** The version of the stored record, to be expected by a later unit; 0 where there is none. */
  version(kind: RecordKind, id: string): Promise<number>
  /** The records that meet all conditions, in the order of their ids, with the changes of this unit. */
  find<Kind extends RecordKind>(kind: Kind, where?: readonly Condition[]): AsyncIterable<RecordTypes[Kind]>
  /** Creates the record or puts it in the place of the one with its id. */
  put<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind], options?: ChangeOptions): void
  /** Removes the record. It must exist. */
  delete(kind: RecordKind, id: string, options?: ChangeOptions): void
}

export interface ChangeOptions {
  /**
   * The version that somebody had before their eyes when they decided on the change; 0: none.
   * If it is another by now, the unit fails with STORAGE_CONFLICT and is not tried again.
   */
  readonly expect?: number
}

/**
 * Runs the work on the records of a space and returns what it changes.
 * @throws what the work throws; RECORD_INVALID with every issue, RECORD_UNKNOWN for a deletion of nothing,
 * STORAGE_CONFLICT where an expected version is gone, DOCUMENT_NOT_PORTABLE
 */
export async function planUnit<Result>(
  storage: StorageAdapter,
  space: string,
  work: (unit: UnitOfWork) => Promise<Result>,
): Promise<{ readonly ops: readonly Op[]; readonly result: Result }> {
  const stored = storedRecords(storage, space)
  const pending = new Map<string, Pending>()
  const pendingOf = (kind: RecordKind): readonly Pending[] =>
    [...pending.values()].filter((each) => each.kind === kind).sort((a, b) => compareCodePoints(a.id, b.id))

  const unit: UnitOfWork = {
    async get(kind, id) {
      const changed = pending.get(recordName({ kind, id }))
      const found = changed === undefined ? (await stored.read([{ kind, id }]))[0] : changed
      return found?.record && recordOf(found.record)
    },
    async version(kind, id) {
      return (await stored.read([{ kind, id }]))[0]?.version ?? 0
    },
    async *find(kind, where = []) {
      const waiting = pendingOf(kind).filter(
        ({ record }) =>
          record === undefined || where.every((condition) => meets(documentOf(record), condition)),
      )
      for await (const row of select(storage, { kind, space, where })) {
        // A change of this unit comes in its place in the order and hides the record that it changes.
        while (waiting[0] !== undefined && compareCodePoints(waiting[0].id, row.id) < 0)
          yield* present(waiting.shift())
        if (!pending.has(recordName({ kind, id: row.id }))) yield recordOf(contentOf(row, storage))
      }
      for (const each of waiting) yield* present(each)
    },
    put: (kind, record, options) => change(kind, record.id, record, options),
    delete: (kind, id, options) => change(kind, id, undefined, options),
  }

  function change(
    kind: RecordKind,
    id: string,
    record: AnyRecord | undefined,
    { expect }: ChangeOptions = {},
  ): void {
    const name = recordName({ kind, id })
    const earlier = pending.get(name)
    const expected = expect ?? earlier?.expect
    const wasPut = record !== undefined || earlier?.wasPut === true
    pending.set(name, { kind, id, record, expect: expected, wasPut })
  }

  const result = await work(unit)
  const changes = [...pending.values()]
  assertUnitValid(changes)
  const before = await stored.read(changes)
  assertExpected(space, changes, before)
  const ops = changes.flatMap((change, index) => operation(space, change, before[index]))
  const effective = new Set(ops.map(recordName))
  const made = changes.map((change, index) => ({ ...change, before: before[index]?.record }))
  await assertUnitSound(
    made.filter((change) => effective.has(recordName(change))),
    {
      read: async (refs) => (await stored.read(refs)).map((each) => each?.record),
      find: (kind, where) => findStored(storage, space, kind, where),
    },
  )
  return { ops, result }
}

type AnyRecord = RecordTypes[RecordKind]

/** A record as this unit leaves it; without a record it is deleted. */
export interface Pending {
  readonly kind: RecordKind
  readonly id: string
  readonly record: AnyRecord | undefined
  readonly expect: number | undefined
  /** What this unit has put itself it may delete again, whether it was there before or not. */
  readonly wasPut: boolean
}

interface Stored {
  readonly version: number
  readonly record: AnyRecord
}

/** Reads each record once: the work sees the same however often it asks. */
function storedRecords(
  storage: StorageAdapter,
  space: string,
): {
  read(
    refs: readonly { readonly kind: RecordKind; readonly id: string }[],
  ): Promise<readonly (Stored | undefined)[]>
} {
  const known = new Map<string, Stored | undefined>()
  return {
    async read(refs) {
      const missing = new Map(refs.map((ref) => [recordName(ref), ref]))
      for (const name of known.keys()) missing.delete(name)
      if (missing.size > 0) {
        const keys = [...missing.values()].map(({ kind, id }): Key => ({ space, kind, id }))
        const rows = await storage.read(keys)
        for (const [index, name] of [...missing.keys()].entries()) {
          const row = rows[index]
          known.set(name, row && { version: row.version, record: recordOf(contentOf(row, storage)) })
        }
      }
      return refs.map((ref) => known.get(recordName(ref)))
    },
  }
}

async function* findStored(
  storage: StorageAdapter,
  space: string,
  kind: RecordKind,
  where: readonly Condition[],
): AsyncIterable<AnyRecord> {
  for await (const row of select(storage, { kind, space, where })) yield recordOf(contentOf(row, storage))
}

function operation(
  space: string,
  { kind, id, record, wasPut }: Pending,
  before: Stored | undefined,
): readonly Op[] {
  const key = { space, kind, id }
  if (record === undefined) {
    if (before !== undefined) return [{ ...key, op: 'delete', expect: before.version }]
    if (wasPut) return []
    throw new TirazhError('RECORD_UNKNOWN', `There is no ${kind} '${id}' to delete.`, { kind, id })
  }
  if (before !== undefined && sameJson(before.record, record)) return []
  const doc = documentOf(record)
  assertPortable(doc)
  return [{ ...key, op: 'put', expect: before?.version ?? 0, doc }]
}

function assertExpected(
  space: string,
  changes: readonly Pending[],
  before: readonly (Stored | undefined)[],
): void {
  const conflicts = changes.flatMap(({ kind, id, expect }, index): StorageConflict[] => {
    const actual = before[index]?.version ?? 0
    return expect === undefined || expect === actual
      ? []
      : [{ key: { space, kind, id }, expected: expect, actual }]
  })
  if (conflicts.length === 0) return
  const message = `${conflicts.length} of the records are no longer as they were when the change was decided on`
  throw new TirazhError('STORAGE_CONFLICT', message, { conflicts })
}

function* present<Kind extends RecordKind>(pending: Pending | undefined): Iterable<RecordTypes[Kind]> {
  if (pending?.record !== undefined) yield recordOf(pending.record)
}

/** The caller's kind says which of the records it is: only what a schema accepted is stored under a kind. */
function recordOf<Kind extends RecordKind>(record: unknown): RecordTypes[Kind] {
  return record as RecordTypes[Kind]
}
