import type { Key, Row } from '@tirazh/spec'
import type { Connection } from './connection.js'

/** The records at the keys, all as of one moment: a single statement sees a single state. */
export function readRows(connection: Connection, keys: readonly Key[]): (Row | undefined)[] {
  const [only] = keys
  if (only && keys.length === 1) return [readRow(connection, only)]
  const found = connection
    .statement(
      `SELECT wanted.key AS place, record.space, record.id, record.version, record.doc
        FROM json_each(?) AS wanted CROSS JOIN tirazh_record AS record
        WHERE record.kind = json_extract(wanted.value, '$[0]')
          AND record.space = json_extract(wanted.value, '$[1]')
          AND record.id = json_extract(wanted.value, '$[2]')`,
    )
    .all(JSON.stringify(keys.map(({ kind, space, id }) => [kind, space, id])))
  const rows: (Row | undefined)[] = keys.map(() => undefined)
  for (const columns of found) {
    const place = Number(column(columns, 'place'))
    const key = keys[place]
    if (key) rows[place] = rowOf(key.kind, columns)
  }
  return rows
}

/** As `readRows` of one key, several times as fast. */
function readRow(connection: Connection, key: Key): Row | undefined {
  const columns = connection
    .statement('SELECT space, id, version, doc FROM tirazh_record WHERE kind = ? AND space = ? AND id = ?')
    .get(key.kind, key.space, key.id)
  return columns === undefined ? undefined : rowOf(key.kind, columns)
}

/** The row that a driver returned. */
export function rowOf(kind: string, columns: unknown): Row {
  // Asked once for all columns: rows are many.
  if (!isStored(columns)) throw noObjects()
  const { space, id, version, doc } = columns
  return {
    space: String(space),
    kind,
    id: String(id),
    version: Number(version),
    doc: JSON.parse(String(doc)),
  }
}

/** The version in the row that a driver returned; 0 where it found none. */
export function versionOf(columns: unknown): number {
  return columns === undefined ? 0 : Number(column(columns, 'version'))
}

/** A column of the row that a driver returned. */
export function column(columns: unknown, name: string): unknown {
  if (typeof columns !== 'object' || columns === null || !(name in columns)) {
    throw noObjects()
  }
  return Reflect.get(columns, name)
}

interface Stored {
  readonly space: unknown
  readonly id: unknown
  readonly version: unknown
  readonly doc: unknown
}

function isStored(columns: unknown): columns is Stored {
  return typeof columns === 'object' && columns !== null && 'doc' in columns
}

function noObjects(): TypeError {
  return new TypeError('The database must return rows as objects; open it without an option for arrays')
}
