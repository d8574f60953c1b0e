import type { Op, StorageConflict } from '@tirazh/spec'
import type { Connection } from './connection.js'
import { versionOf } from './rows.js'

/** An operation with its document, if it has one, as JSON text. */
export interface Write {
  readonly op: Op
  readonly json: string
}

/**
 * Carries out each operation as one guarded statement and returns the guards that did not hold.
 * Each key occurs once, so no operation changes what the guard of another one finds.
 */
export function write(connection: Connection, writes: readonly Write[]): StorageConflict[] {
  return writes
    .filter((each) => !holds(connection, each))
    .map(({ op }) => ({
      key: { space: op.space, kind: op.kind, id: op.id },
      expected: op.expect,
      actual: versionAt(connection, op),
    }))
}

/** Whether the guard of the operation held; if so, it is carried out. */
function holds(connection: Connection, { op, json }: Write): boolean {
  const { kind, space, id, expect } = op
  if (op.op === 'check') return versionAt(connection, op) === expect
  if (op.op === 'delete') return connection.statement(remove).run(kind, space, id, expect).changes > 0
  if (expect === 0) return connection.statement(insert).run(kind, space, id, json).changes > 0
  return connection.statement(update).run(expect + 1, json, kind, space, id, expect).changes > 0
}

function versionAt(connection: Connection, { kind, space, id }: Op): number {
  return versionOf(connection.statement(version).get(kind, space, id))
}

// Texts made once: to make and to hash them anew took a tenth of the time of a small commit.
const at = 'kind = ? AND space = ? AND id = ?'
const version = `SELECT version FROM tirazh_record WHERE ${at}`
const insert =
  'INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES (?, ?, ?, 1, ?) ON CONFLICT DO NOTHING'
const update = `UPDATE tirazh_record SET version = ?, doc = ? WHERE ${at} AND version = ?`
const remove = `DELETE FROM tirazh_record WHERE ${at} AND version = ?`
