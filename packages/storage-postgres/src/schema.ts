import { type KindSpec, TirazhError } from '@tirazh/spec'
import { indexesOf } from './indexes.js'
import { literal } from './sql.js'

/** What `sql` prints. */
export interface MigrationOptions {
  /** The schema number that the database has; 0, which is the default, where it has nothing yet. */
  readonly from?: number
  /** The kinds whose declared fields get an index. */
  readonly kinds?: readonly KindSpec[]
}

/** One step of the schema; a released one is never changed. */
interface Migration {
  readonly version: number
  /** The lowest schema number of an adapter that can work with the tables after this step. */
  readonly readableBy: number
  readonly statements: readonly string[]
}

/**
 * `space` comes first in the key since distributed engines divide the records by it. Text has the collation
 * "C": the order of UTF-8 bytes, which is that of code points, whatever the language of the database.
 */
const migrations: readonly Migration[] = [
  {
    version: 1,
    readableBy: 1,
    statements: [
      `CREATE TABLE IF NOT EXISTS tirazh_record (
  space text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  version int8 NOT NULL,
  doc jsonb NOT NULL,
  PRIMARY KEY (space, kind, id)
)`,
    ],
  },
]

/** The schema number of this adapter. */
export const needed = 1

/** What a database says about its tables. */
export interface Found {
  readonly version: number
  readonly readableBy: number
}

export const nothing: Found = { version: 0, readableBy: 0 }

export const readSchema = "SELECT version, readable_by FROM tirazh_schema WHERE name = 'tirazh_record'"

/** The statements that lead from a schema number to that of this adapter. */
export function statementsFrom(from: number): readonly string[] {
  const steps = migrations.filter(({ version }) => version > from)
  const last = steps.at(-1)
  if (last === undefined) return []
  return [
    `CREATE TABLE IF NOT EXISTS tirazh_schema (
  name text COLLATE "C" PRIMARY KEY,
  version int8 NOT NULL,
  readable_by int8 NOT NULL
)`,
    ...steps.flatMap(({ statements }) => statements),
    `INSERT INTO tirazh_schema (name, version, readable_by)
VALUES (${literal('tirazh_record')}, ${last.version}, ${last.readableBy})
ON CONFLICT (name) DO UPDATE SET version = excluded.version, readable_by = excluded.readable_by`,
  ]
}

/** The migration and the indexes as one transaction of plain SQL. @throws TypeError where `from` is no schema number */
export function printed({ from = 0, kinds = [] }: MigrationOptions): string {
  if (!Number.isSafeInteger(from) || from < 0 || from > needed) {
    throw new TypeError(`from must be a schema number between 0 and ${needed}, not ${from}`)
  }
  const statements = [...statementsFrom(from), ...kinds.flatMap(indexesOf).map(({ create }) => create)]
  return ['BEGIN', ...statements, 'COMMIT'].map((statement) => `${statement};\n`).join('')
}

/** @throws STORAGE_SCHEMA where this adapter cannot work with the tables */
export function checkSchema({ version, readableBy }: Found): void {
  if (version < needed) {
    const state = version === 0 ? 'are not there' : `have schema ${version} and this release needs ${needed}`
    throw unfit(
      version,
      `${state}: run what sql(${version === 0 ? '' : `{ from: ${version} }`}) prints, or pass migrate: 'auto'`,
    )
  }
  if (readableBy > needed) {
    throw unfit(
      version,
      `have schema ${version}, which needs a newer release of @tirazh/storage-postgres: update it`,
    )
  }
}

function unfit(found: number, what: string): TirazhError<'STORAGE_SCHEMA'> {
  const message = `The tables of the postgres storage ${what}`
  return new TirazhError('STORAGE_SCHEMA', message, { storage: 'postgres', found, needed })
}
