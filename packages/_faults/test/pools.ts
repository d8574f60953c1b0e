import { createPool } from 'mysql2/promise'
import pg from 'pg'
import type { Pools } from '../src/store.js'

/** Pools as the documentation of the adapters shows them. */
export const pools: Pools = {
  postgres({ port, database, patience }) {
    const pool = new pg.Pool({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      database,
      max: 4,
      keepAlive: true,
      ...(patience > 0 && { connectionTimeoutMillis: patience, query_timeout: patience }),
    })
    pool.on('error', () => {})
    return pool
  },
  mysql: ({ port, database, patience }) =>
    createPool({
      host: '127.0.0.1',
      port,
      user: 'root',
      database,
      connectionLimit: 4,
      ...(patience > 0 && { connectTimeout: patience }),
    }),
}
