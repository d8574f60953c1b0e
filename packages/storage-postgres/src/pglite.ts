import type { PostgresClient, PostgresExecutor, PostgresPool } from './executor.js'

/** The part of a PGlite database that the adapter needs. */
export interface PgliteDatabase {
  transaction<T>(work: (transaction: PostgresExecutor) => Promise<T>): Promise<T>
}

/**
 * A PGlite database as a pool of its one connection. A client holds it as a transaction of PGlite does, so
 * that everybody else waits until the client is released. PGlite's own transaction is ended at once: a
 * statement that fails must not spoil those after it.
 */
export function pglitePool(database: PgliteDatabase): PostgresPool {
  return {
    connect: () =>
      new Promise((resolve, reject) => {
        const held = async (transaction: PostgresExecutor): Promise<void> => {
          await transaction.query('ROLLBACK', [])
          await new Promise<void>((release) => resolve(client(transaction, release)))
        }
        database.transaction(held).catch(reject)
      }),
  }
}

/** Transactions are the adapter's own. */
function client(transaction: PostgresExecutor, release: () => void): PostgresClient {
  return {
    query: (text, values) => transaction.query(text, values),
    release,
    on() {},
    removeListener() {},
  }
}
