import type { Key, Op } from '@tirazh/spec'
import { selectVersions } from './select.js'
import { batches, keyBatches, literal } from './sql.js'

/** The statements of a commit, complete, in the order in which they are run. */
export interface Plan {
  /** What must exist, with the version that it must have. */
  readonly existing: readonly Op[]
  /** Select the versions of what must exist and lock it, in the order of the primary key. */
  readonly locks: readonly string[]
  /** Write. Error 1062 means that something exists that must not. */
  readonly writes: readonly string[]
}

/** Documents of the operations are turned into text here, before anything is written. */
export function planOf(ops: readonly Op[], { galera }: { readonly galera: boolean }): Plan {
  const existing = ops.filter(({ expect }) => expect > 0)
  const absent = ops.filter(({ expect }) => expect === 0)
  const updates = existing.filter(({ op }) => op === 'put')
  const checks = existing.filter(({ op }) => op === 'check')
  const removed = [
    ...existing.filter(({ op }) => op === 'delete'),
    ...absent.filter(({ op }) => op === 'check'),
  ]
  return {
    existing,
    locks: keyBatches(existing).map((keys) => `${selectVersions(keys)} ORDER BY kind, space, id FOR UPDATE`),
    writes: [
      ...inserts(absent),
      ...inserts(updates).map(
        (sql) => `${sql} ON DUPLICATE KEY UPDATE version = VALUES(version), doc = VALUES(doc)`,
      ),
      ...(galera ? keyBatches(checks).map(mark) : []),
      ...keyBatches(removed).map(remove),
    ],
  }
}

/**
 * Inserts what must not exist, and also puts a row where a check expects none, which is deleted again in
 * the same transaction. Not ON DUPLICATE KEY UPDATE, which would succeed, and not a lock on the gap:
 * another Galera node knows nothing of locks, and at READ COMMITTED there are none. The row that comes
 * and goes is in the write set, so of two commits of which one relies on the absence of a record and the
 * other creates it, one fails, whatever node they are on.
 */
function inserts(ops: readonly Op[]): string[] {
  const rows = keyBatches(ops)
    .flat()
    .map((op) => `(${[...parts(op), op.expect + 1, literal(json(op))]})`)
  return batches(rows, 1000, 1_000_000, (row) => row.length).map(
    (values) => `INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES ${values}`,
  )
}

/**
 * Changes a column that nobody reads, in rows that are only checked. On one node their lock is enough.
 * A Galera node compares a commit with those of the other nodes by the rows that they changed; a row that
 * was only locked, or set to what it was, is not among them, and two commits that each check what the
 * other one writes would both succeed.
 */
function mark(keys: readonly Key[]): string {
  return `UPDATE ${each(keys)} SET record.checked = 1 - record.checked`
}

function remove(keys: readonly Key[]): string {
  return `DELETE record FROM ${each(keys)}`
}

/**
 * The records at the keys, one look into the primary key for each. Of a list of ids MariaDB may read, and
 * lock, every record of the kind and space, where it thinks that these are not many more.
 */
function each(keys: readonly Key[]): string {
  const wanted = keys.map((key) => {
    const [kind, space, id] = parts(key)
    return `SELECT ${kind} AS kind, ${space} AS space, ${id} AS id`
  })
  return (
    `(${wanted.join(' UNION ALL ')}) AS wanted STRAIGHT_JOIN tirazh_record AS record FORCE INDEX (PRIMARY) ` +
    'ON record.kind = wanted.kind AND record.space = wanted.space AND record.id = wanted.id'
  )
}

function parts({ kind, space, id }: Key): string[] {
  return [kind, space, id].map(literal)
}

function json(op: Op): string {
  return op.op === 'put' ? JSON.stringify(op.doc) : 'null'
}
