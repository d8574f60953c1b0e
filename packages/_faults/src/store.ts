import type { StorageAdapter } from '@tirazh/spec'
import { mysql } from '@tirazh/storage-mysql'
import { postgres } from '@tirazh/storage-postgres'
import { sqlite } from '@tirazh/storage-sqlite'

/** Where a writer writes. */
export type Store =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'postgres'
      readonly port: number
      readonly database?: string
      /** How long a host waits for a connection and for an answer, in milliseconds; for ever unless told. */
      readonly patience?: number
    }
  | { readonly kind: 'mysql'; readonly port: number; readonly patience?: number }

/** A storage and what must be ended after it. */
export interface OpenStore {
  readonly storage: StorageAdapter
  end(): Promise<void>
}

/** Makes the pools of a host. */
export interface Pools {
  postgres(options: PoolOptions): Parameters<typeof postgres>[0]['pool'] & { end(): Promise<void> }
  mysql(options: PoolOptions): Parameters<typeof mysql>[0]['pool'] & { end(): Promise<void> }
}

export interface PoolOptions {
  readonly port: number
  readonly database: string
  readonly patience: number
}

/** The storage with a pool of its own, as a host makes it. */
export function openStore(store: Store, pools: Pools): OpenStore {
  if (store.kind === 'sqlite') return { storage: sqlite({ path: store.path }), end: async () => {} }
  const { port, patience = 0 } = store
  if (store.kind === 'postgres') {
    const pool = pools.postgres({ port, patience, database: store.database ?? 'postgres' })
    return { storage: postgres({ pool, migrate: 'auto' }), end: () => pool.end() }
  }
  const pool = pools.mysql({ port, patience, database: 'test' })
  return { storage: mysql({ pool, migrate: 'auto' }), end: () => pool.end() }
}
