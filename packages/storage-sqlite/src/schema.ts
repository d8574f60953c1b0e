import { type KindSpec, TirazhError } from '@tirazh/spec'
import type { Connection } from './connection.js'
import { column } from './rows.js'
import { fieldOf, literal } from './sql.js'
import { transaction } from './transaction.js'

/** What makes the schema of the next number out of the one before. */
export interface Migration {
  readonly statements: readonly string[]
  /** The lowest number of a schema whose adapter may use this one too. */
  readonly readableBy: number
}

/**
 * The first makes schema 1 of nothing. Kind comes first in the key since every query names one, and
 * within it rows lie in the order of (space, id). Text compares by BINARY collation: the order of UTF-8
 * bytes, which is that of code points. Not WITHOUT ROWID: long rows would then fill the inner pages of
 * the tree.
 */
export const migrations: readonly Migration[] = [
  {
    readableBy: 1,
    statements: [
      `CREATE TABLE tirazh_record (
        kind TEXT NOT NULL,
        space TEXT NOT NULL,
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        doc TEXT NOT NULL,
        PRIMARY KEY (kind, space, id)
      )`,
    ],
  },
]

/**
 * Brings the database to the newest schema, in one transaction, with an index for each declared field.
 * @throws STORAGE_SCHEMA where it is newer and not for this adapter; nothing is changed
 */
export function prepareSchema(
  connection: Connection,
  kinds: readonly KindSpec[],
  steps: readonly Migration[] = migrations,
): void {
  transaction(connection, () => {
    const found = schemaOf(connection)
    refuseNewer(connection, steps)
    const missing = steps.slice(found.version).flatMap(({ statements }) => statements)
    const isRecorded = found.recorded && found.version >= steps.length
    for (const sql of [...missing, ...(isRecorded ? [] : record(steps)), ...kinds.flatMap(indexesOf)]) {
      connection.exec(sql)
    }
  })
}

/** @throws STORAGE_SCHEMA where the database is of a schema that an adapter with these migrations cannot use */
export function refuseNewer(connection: Connection, steps: readonly Migration[] = migrations): void {
  const { version, readableBy } = schemaOf(connection)
  if (readableBy <= steps.length) return
  const message =
    `The database is of schema ${version}, which needs an adapter of schema ${readableBy} or newer; ` +
    `this one is of schema ${steps.length} and has changed nothing: update the SDK`
  throw new TirazhError('STORAGE_SCHEMA', message, {
    storage: 'sqlite',
    found: version,
    needed: steps.length,
  })
}

interface Schema {
  /** 0 where there are no tables. */
  readonly version: number
  readonly readableBy: number
  /** Whether the database says so itself. Those made before schemas had numbers do not, and are of schema 1. */
  readonly recorded: boolean
}

function schemaOf(connection: Connection): Schema {
  const tables = connection
    .statement("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'tirazh_%'")
    .all()
    .map((row) => column(row, 'name'))
  if (tables.includes('tirazh_schema')) {
    const row = connection.statement('SELECT version, readable_by FROM tirazh_schema').get()
    if (row !== undefined) {
      const [version, readableBy] = [Number(column(row, 'version')), Number(column(row, 'readable_by'))]
      return { version, readableBy, recorded: true }
    }
  }
  return { version: tables.includes('tirazh_record') ? 1 : 0, readableBy: 0, recorded: false }
}

/** Writes down the number of the newest schema. */
function record(steps: readonly Migration[]): string[] {
  return [
    'CREATE TABLE IF NOT EXISTS tirazh_schema (version INTEGER NOT NULL, readable_by INTEGER NOT NULL)',
    'DELETE FROM tirazh_schema',
    `INSERT INTO tirazh_schema VALUES (${steps.length}, ${steps.at(-1)?.readableBy ?? 0})`,
  ]
}

function indexesOf({ kind, indexes = [] }: KindSpec): string[] {
  return indexes.flatMap((field) => {
    const { value, indexable } = fieldOf(field)
    const name = `tirazh_record ${JSON.stringify([kind, field])}`.replaceAll('"', '""')
    const on = `tirazh_record (${value}, space, id) WHERE kind = ${literal(kind)}`
    return indexable ? [`CREATE INDEX IF NOT EXISTS "${name}" ON ${on}`] : []
  })
}
