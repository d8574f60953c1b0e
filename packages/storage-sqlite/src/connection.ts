import { openFile } from './driver.js'
import type { SqliteHandle, SqliteStatement } from './handle.js'
import type { SqliteOptions } from './options.js'
import { refuseNewer } from './schema.js'

/** An open database whose statements are prepared once. */
export interface Connection {
  exec(sql: string): void
  statement(sql: string): SqliteStatement
  isInTransaction(): boolean
  close(): void
}

/** The host's database as it is, or one of the adapter's own. @throws STORAGE_DRIVER_MISSING, STORAGE_SCHEMA */
export async function connect(options: SqliteOptions): Promise<Connection> {
  if ('database' in options) return connectionTo(options.database)
  const own = await openFile(options.path)
  const connection = connectionTo(own, () => {
    try {
      // @photostructure/sqlite keeps the file open until its statements are garbage: without this,
      // somebody who copies the file after close would miss what is still in the log beside it.
      own.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch {
      // The disk is full, say: everything stays in the log, where the next to open the file finds it.
    } finally {
      own.close()
    }
  })
  try {
    own.exec('PRAGMA busy_timeout = 10000')
    // Before the settings, which write to the file.
    refuseNewer(connection)
    for (const setting of settings) own.exec(`PRAGMA ${setting}`)
  } catch (error) {
    own.close()
    throw error
  }
  return connection
}

/** Readers wait for nobody; a commit is on the disk before it is acknowledged. */
const settings = ['journal_mode = WAL', 'synchronous = FULL']

/** A connection to a database that is open. `close` is what closing it does besides forgetting its statements. */
export function connectionTo(handle: SqliteHandle, close: () => void = () => {}): Connection {
  const statements = new Map<string, SqliteStatement>()
  return {
    exec: (sql) => void handle.exec(sql),
    statement(sql) {
      const prepared = statements.get(sql)
      if (prepared) return prepared
      const statement = handle.prepare(sql)
      // Texts of queries may have no end of variety; the oldest statement goes.
      const [oldest] = statements.size < maxStatements ? [] : statements.keys()
      if (oldest !== undefined) statements.delete(oldest)
      statements.set(sql, statement)
      return statement
    },
    isInTransaction: () => handle.inTransaction ?? handle.isTransaction ?? refusesToBegin(handle),
    close() {
      statements.clear()
      close()
    },
  }
}

const maxStatements = 250

function refusesToBegin(handle: SqliteHandle): boolean {
  try {
    handle.exec('BEGIN')
  } catch {
    return true
  }
  handle.exec('ROLLBACK')
  return false
}

/** Whether what was committed is still there after a crash of the process. */
export function isDurable(options: SqliteOptions): boolean {
  if ('path' in options) return options.path !== ':memory:'
  const main = options.database.prepare('PRAGMA database_list').get()
  return typeof main === 'object' && main !== null && 'file' in main && Boolean(main.file)
}
