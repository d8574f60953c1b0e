import { TirazhError } from '@tirazh/spec'
import { failureOf } from './failures.js'
import { keyBytes } from './keys.js'
import type { MysqlExecutor } from './options.js'
import { column, run } from './rows.js'

/** A step from the version before to this one. */
interface Migration {
  readonly version: number
  /** The oldest version whose adapters still read and write these tables correctly. */
  readonly readableBy: number
  /** Each may be run again: MySQL commits after every one, so that a step can be left half done. */
  readonly statements: readonly string[]
}

/**
 * Columns of the key hold bytes: their order is that of code points and every byte counts, while the
 * collations of text ignore spaces at the end (utf8mb4_bin), or exist on one of the two servers only.
 * The kind comes first in the key since every query names one.
 */
const migrations: readonly Migration[] = [
  {
    version: 1,
    readableBy: 1,
    statements: [
      `CREATE TABLE IF NOT EXISTS tirazh_record (
  kind VARBINARY(${keyBytes.kind}) NOT NULL,
  space VARBINARY(${keyBytes.space}) NOT NULL,
  id VARBINARY(${keyBytes.id}) NOT NULL,
  version BIGINT UNSIGNED NOT NULL,
  checked TINYINT UNSIGNED NOT NULL DEFAULT 0,
  doc LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (kind, space, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC`,
      `CREATE TABLE IF NOT EXISTS tirazh_schema (
  one TINYINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  readable_by INT UNSIGNED NOT NULL,
  PRIMARY KEY (one)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC`,
    ],
  },
]

/** The version of the tables that this adapter makes. */
const needed = 1

/**
 * The SQL that brings the tables from a version to the one that this adapter needs: from nothing unless
 * told. Empty where there is nothing to do. @throws TypeError where this adapter does not know the version
 */
export function schemaSql(from: number = 0): string {
  if (!Number.isInteger(from) || from < 0 || from > needed) {
    throw new TypeError(
      `from must be a whole number from 0 to ${needed}, the version in tirazh_schema, not ${from}`,
    )
  }
  return statements(from)
    .map((statement) => `${statement};\n`)
    .join('')
}

/**
 * Makes sure that the tables are there in a version that this adapter can use; with `auto`, by making
 * them so. @throws STORAGE_SCHEMA
 */
export async function requireSchema(
  executor: MysqlExecutor,
  migrate: 'check' | 'auto',
  display: (sql: string) => string,
): Promise<void> {
  const { version, readableBy } = await found(executor, display)
  if (readableBy > needed) {
    throw mismatch(
      version,
      'the tables are newer than this adapter understands: update @tirazh/storage-mysql',
    )
  }
  if (version >= needed) return
  if (migrate === 'check') {
    const what = version === 0 ? 'the tables are missing' : 'the tables are too old'
    throw mismatch(version, `${what}: run what sql({ from: ${version} }) returns, or pass migrate: 'auto'`)
  }
  for (const statement of statements(version)) await run(executor, statement)
}

function statements(from: number): string[] {
  return migrations
    .filter(({ version }) => version > from)
    .flatMap((step) => [...step.statements, record(step)])
}

/** Never back: somebody newer may have migrated meanwhile. `readable_by` comes first, while `version` is the old one. */
function record({ version, readableBy }: Migration): string {
  return `INSERT INTO tirazh_schema (one, version, readable_by) VALUES (1, ${version}, ${readableBy})
  ON DUPLICATE KEY UPDATE readable_by = IF(version < ${version}, ${readableBy}, readable_by), version = GREATEST(version, ${version})`
}

async function found(
  executor: MysqlExecutor,
  display: (sql: string) => string,
): Promise<{ readonly version: number; readonly readableBy: number }> {
  try {
    const [row] = await run(executor, display('SELECT version, readable_by FROM tirazh_schema WHERE one = 1'))
    if (row === undefined) return { version: 0, readableBy: 0 }
    return { version: Number(column(row, 'version')), readableBy: Number(column(row, 'readable_by')) }
  } catch (error) {
    if (failureOf(error) === 'no table') return { version: 0, readableBy: 0 }
    throw error
  }
}

function mismatch(found: number, remedy: string): TirazhError<'STORAGE_SCHEMA'> {
  const message = `The mysql storage has tables of version ${found} and needs ${needed}: ${remedy}`
  return new TirazhError('STORAGE_SCHEMA', message, { storage: 'mysql', found, needed })
}
