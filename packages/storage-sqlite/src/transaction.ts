import type { Connection } from './connection.js'

/** Runs the work in one transaction: all of it is written, or, if it throws, none. */
export function transaction<T>(connection: Connection, work: () => T): T {
  // IMMEDIATE waits for the write lock here; a lock taken later fails at once when somebody wrote in between.
  connection.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    try {
      connection.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back already, as it does when the disk is full; the first error is the one to tell.
    }
    throw error
  }
}
