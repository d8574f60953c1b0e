import { quoted, type SqlDatabase, type SqlRow, type SqlValue, whole } from './database.js'

type Stored = Exclude<SqlValue, boolean>

/** The part of `DatabaseSync`, of `node:sqlite` and of `@photostructure/sqlite` alike, that is used here. */
interface DatabaseSync {
  exec(sql: string): unknown
  prepare(sql: string): {
    run(...values: Stored[]): unknown
    all(...values: Stored[]): unknown[]
    setReadBigInts(enabled: boolean): void
  }
  close(): void
}

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => DatabaseSync
}

/** SQLite in memory: what the platform brings, else what npm does. */
export async function openSqlite(): Promise<SqlDatabase> {
  const database = new (await sqliteModule()).DatabaseSync(':memory:')
  let isOpen = true
  return {
    dialect: 'sqlite',
    async run(sql, params) {
      if (params === undefined) database.exec(sql)
      else database.prepare(sql).run(...params.map(stored))
    },
    async insert(table, columns, rows) {
      const marks = columns.map(() => '?').join(', ')
      const names = columns.map(quoted).join(', ')
      const statement = database.prepare(`INSERT INTO ${quoted(table)} (${names}) VALUES (${marks})`)
      database.exec('BEGIN')
      try {
        for (const row of rows) statement.run(...row.map(stored))
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    async query(sql, params = []) {
      const statement = database.prepare(sql)
      statement.setReadBigInts(true)
      return statement.all(...params.map(stored)).map(readRow)
    },
    async close() {
      if (isOpen) database.close()
      isOpen = false
    },
  }
}

/** @throws where neither is there */
export async function sqliteModule(): Promise<SqliteModule> {
  const found: unknown = process.getBuiltinModule?.('node:sqlite') ?? (await import('@photostructure/sqlite'))
  if (isSqlite(found)) return found
  throw new Error('This SQLite has no DatabaseSync.')
}

function isSqlite(module: unknown): module is SqliteModule {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module
}

/** SQLite has no booleans. */
function stored(value: SqlValue): Stored {
  return typeof value === 'boolean' ? Number(value) : value
}

function readRow(row: unknown): SqlRow {
  const cells = Object.entries(row ?? {}).map(([name, value]): [string, SqlValue] => {
    if (typeof value === 'bigint') return [name, whole(value)]
    if (value === null || typeof value === 'string' || typeof value === 'number') return [name, value]
    throw new TypeError(`Column ${name} holds ${typeof value}.`)
  })
  return Object.fromEntries(cells)
}
