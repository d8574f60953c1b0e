import { createRequire } from 'node:module'
import type mysql from 'mysql2/promise'
import type pg from 'pg'

const require = createRequire(import.meta.url)

/**
 * A pool of `pg` for a server of this machine, as the user `postgres`, without a password. The caller ends it.
 * Errors of idle connections are swallowed, for a test that kills its server; the next query still fails.
 */
export function postgresPool(options: pg.PoolConfig & { readonly port: number }): pg.Pool {
  const pool = new PostgresPool(
    { host: '127.0.0.1', user: 'postgres', database: 'postgres', ...options },
    PostgresClient,
  )
  pool.on('error', () => {})
  return pool
}

/** A pool of `mysql2` for a server of this machine, as `root`, without a password. The caller ends it. */
export function mysqlPool(options: mysql.PoolOptions & { readonly port: number }): mysql.Pool {
  const { createPool }: typeof mysql = require('mysql2/promise')
  return createPool({ host: '127.0.0.1', user: 'root', ...options })
}

/** One connection of `mysql2`, as above. */
export function mysqlConnection(
  options: mysql.ConnectionOptions & { readonly port: number },
): Promise<mysql.Connection> {
  const { createConnection }: typeof mysql = require('mysql2/promise')
  return createConnection({ host: '127.0.0.1', user: 'root', ...options })
}

/** The client of `pg`, loaded so that it also works where the package itself does not. */
export const PostgresClient: typeof pg.Client = require('pg/lib/client.js')

// `require('pg')` fails under vitest: it asks for ES modules at every `require`, so that `pg` is given the
// module of its own pool in place of the class. Taken apart, both forms of the pool are understood.
const PostgresPool: PoolOfClients = classIn(createRequire(require.resolve('pg'))('pg-pool'))

type PoolOfClients = new (config: pg.PoolConfig, client: typeof pg.Client) => pg.Pool

function classIn(loaded: PoolOfClients | { readonly default: PoolOfClients }): PoolOfClients {
  return 'default' in loaded ? loaded.default : loaded
}
