import type { KindSpec } from '@tirazh/spec'
import type { Connection } from './connection.js'
import { fieldOf, literal } from './sql.js'
import { transaction } from './transaction.js'

/** Creates what is missing, in one transaction: a table for all kinds and an index for each declared field. */
export function createSchema(connection: Connection, kinds: readonly KindSpec[]): void {
  transaction(connection, () => {
    for (const sql of [table, ...kinds.flatMap(indexesOf)]) connection.exec(sql)
  })
}

/**
 * Kind comes first in the key since every query names one, and within it rows lie in the order of (space, id).
 * Text compares by BINARY collation: the order of UTF-8 bytes, which is that of code points.
 * Not WITHOUT ROWID: long rows would then fill the inner pages of the tree.
 */
const table = `CREATE TABLE IF NOT EXISTS tirazh_record (
  kind TEXT NOT NULL,
  space TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  doc TEXT NOT NULL,
  PRIMARY KEY (kind, space, id)
)`

function indexesOf({ kind, indexes = [] }: KindSpec): string[] {
  return indexes.flatMap((field) => {
    const { value, indexable } = fieldOf(field)
    const name = `tirazh_record ${JSON.stringify([kind, field])}`.replaceAll('"', '""')
    const on = `tirazh_record (${value}, space, id) WHERE kind = ${literal(kind)}`
    return indexable ? [`CREATE INDEX IF NOT EXISTS "${name}" ON ${on}`] : []
  })
}
