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
  const version = connection.statement(`SELECT version FROM tirazh_record WHERE ${at}`)
  const insert = connection.statement(
    'INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES (?, ?, ?, 1, ?) ON CONFLICT DO NOTHING',
  )
  const update = connection.statement(
    `UPDATE tirazh_record SET version = ?, doc = ? WHERE ${at} AND version = ?`,
  )
  const remove = connection.statement(`DELETE FROM tirazh_record WHERE ${at} AND version = ?`)

  const actual = ({ kind, space, id }: Op): number => versionOf(version.get(kind, space, id))
  const holds = ({ op, json }: Write): boolean => {
    const { kind, space, id, expect } = op
    if (op.op === 'check') return actual(op) === expect
    if (op.op === 'delete') return remove.run(kind, space, id, expect).changes > 0
    if (expect === 0) return insert.run(kind, space, id, json).changes > 0
    return update.run(expect + 1, json, kind, space, id, expect).changes > 0
  }

  return writes
    .filter((each) => !holds(each))
    .map(({ op }) => ({
      key: { space: op.space, kind: op.kind, id: op.id },
      expected: op.expect,
      actual: actual(op),
    }))
}

const at = 'kind = ? AND space = ? AND id = ?'
