import { TirazhError } from '@tirazh/spec'
import type { Connection } from './connection.js'

/** Runs the work so that all of it is written, or, if it throws, none. */
export type Enclose = <T>(connection: Connection, work: () => T) => T

/** In a transaction of its own. */
export const transaction: Enclose = (connection, work) => {
  // IMMEDIATE waits for the write lock here; a lock taken later fails at once when somebody wrote in between.
  connection.exec('BEGIN IMMEDIATE')
  return settle(connection, work, ['COMMIT'], ['ROLLBACK'])
}

/** As a part of the transaction that is open. @throws STORAGE_FAILED where none is */
export const savepoint: Enclose = (connection, work) => {
  if (!connection.isInTransaction()) throw noTransaction()
  connection.exec('SAVEPOINT tirazh')
  const lockAndWork = () => {
    // Takes the write lock. A prepared statement that is refused it stays half-run in libsql, and keeps the
    // connection at its old snapshot also after the host has rolled back.
    connection.exec('DELETE FROM tirazh_record WHERE 0')
    return work()
  }
  return settle(connection, lockAndWork, ['RELEASE tirazh'], ['ROLLBACK TO tirazh', 'RELEASE tirazh'])
}

function settle<T>(
  connection: Connection,
  work: () => T,
  keep: readonly string[],
  undo: readonly string[],
): T {
  try {
    const result = work()
    for (const sql of keep) connection.exec(sql)
    return result
  } catch (error) {
    try {
      for (const sql of undo) connection.exec(sql)
    } catch {
      // SQLite has rolled back already, as it does when the disk is full; the first error is the one to tell.
    }
    throw error
  }
}

function noTransaction(): TirazhError<'STORAGE_FAILED'> {
  const message =
    'SQLite could not commit: the handle given to within has no open transaction; run BEGIN IMMEDIATE on it ' +
    'first, or commit with the storage itself'
  return new TirazhError('STORAGE_FAILED', message, { storage: 'sqlite', during: 'commit', transient: false })
}
