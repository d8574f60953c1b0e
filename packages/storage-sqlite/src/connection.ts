import { openFile } from './driver.js'
import type { SqliteHandle, SqliteStatement } from './handle.js'
import type { SqliteOptions } from './options.js'

/** An open database whose statements are prepared once. */
export interface Connection {
  exec(sql: string): void
  /** The prepared statement; the number of different texts is that of the shapes of queries. */
  statement(sql: string): SqliteStatement
  close(): void
}

/** The host's database as it is, or one of the adapter's own. @throws STORAGE_DRIVER_MISSING */
export async function connect(options: SqliteOptions): Promise<Connection> {
  if ('database' in options) return connection(options.database, () => {})
  const own = await openFile(options.path)
  try {
    for (const setting of settings) own.exec(`PRAGMA ${setting}`)
  } catch (error) {
    own.close()
    throw error
  }
  return connection(own, () => {
    try {
      // @photostructure/sqlite keeps the file open until its statements are garbage: without this,
      // somebody who copies the file after close would miss what is still in the log beside it.
      own.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } finally {
      own.close()
    }
  })
}

/** Whether what was committed is still there after a crash of the process. */
export function isDurable(options: SqliteOptions): boolean {
  if ('path' in options) return options.path !== ':memory:'
  const main = options.database.prepare('PRAGMA database_list').get()
  return typeof main === 'object' && main !== null && 'file' in main && Boolean(main.file)
}

/** A writer waits for another; readers wait for nobody; a commit is on the disk before it is acknowledged. */
const settings = ['busy_timeout = 10000', 'journal_mode = WAL', 'synchronous = FULL']

function connection(handle: SqliteHandle, close: () => void): Connection {
  const statements = new Map<string, SqliteStatement>()
  return {
    exec: (sql) => void handle.exec(sql),
    statement(sql) {
      const statement = statements.get(sql) ?? handle.prepare(sql)
      statements.set(sql, statement)
      return statement
    },
    close() {
      statements.clear()
      close()
    },
  }
}
