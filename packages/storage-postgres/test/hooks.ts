import type { testStorage } from '@tirazh/testkit'
import { type PostgresStorage, postgres } from '../src/index.js'
import type { Pool } from './database.js'

type Options = Parameters<typeof testStorage>[0]
type Hooks = Required<Pick<Options, 'create' | 'transactions' | 'reopen'>>

/** Adapters on the pools that are given, and what only the host of their store can do. */
export function hooks(freshPool: () => Promise<Pool>): Hooks {
  const made = new WeakMap<object, { pool: Pool; storage: PostgresStorage }>()
  const on = (pool: Pool): PostgresStorage => {
    const storage = postgres({ pool, migrate: 'auto' })
    made.set(storage, { pool, storage })
    return storage
  }
  const known = (adapter: object): { pool: Pool; storage: PostgresStorage } => {
    const found = made.get(adapter)
    if (found === undefined) throw new Error('This adapter was made elsewhere')
    return found
  }
  return {
    create: async () => on(await freshPool()),
    async transactions(adapter) {
      const { pool, storage } = known(adapter)
      const client = await pool.connect()
      await client.query('BEGIN')
      const end = async (statement: string): Promise<void> => {
        await client.query(statement)
        client.release()
      }
      return { adapter: storage.within(client), commit: () => end('COMMIT'), rollback: () => end('ROLLBACK') }
    },
    async reopen(adapter) {
      await adapter.close()
      return on(known(adapter).pool)
    },
  }
}
