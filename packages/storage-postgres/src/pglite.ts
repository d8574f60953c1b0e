import type { PostgresClient, PostgresExecutor, PostgresPool } from './executor.js'

/** The part of a PGlite database that the adapter needs. */
export interface PgliteDatabase {
  transaction<T>(work: (transaction: PostgresExecutor) => Promise<T>): Promise<T>
}

/**
 * A PGlite database as a pool of its one connection. A client holds it as a transaction of PGlite does, so
 * that everybody else waits until the client is released.
 */
export function pglitePool(database: PgliteDatabase): PostgresPool {
  return {
    connect: () =>
      new Promise((resolve, reject) => {
        const held = (transaction: PostgresExecutor): Promise<void> =>
          new Promise((release) => resolve(client(transaction, release)))
        database.transaction(held).catch(reject)
      }),
  }
}

/** The statements that begin and end transactions are the adapter's: PGlite's own around them change nothing. */
function client(transaction: PostgresExecutor, release: () => void): PostgresClient {
  return {
    query: (text, values) => transaction.query(text, values),
    release,
    on() {},
    removeListener() {},
  }
}
