import type { PostgresExecutor, PostgresPool } from './executor.js'

export interface PostgresOptions {
  /** A pool of `pg`, or `pglitePool(db)`. The host makes it, listens to its errors and ends it. */
  readonly pool: PostgresPool
  /**
   * What `open` does about tables and indexes: `check` that they are there, which needs no right to create
   * anything, or create what is missing (`auto`). Default `check`.
   */
  readonly migrate?: 'check' | 'auto'
  /** Whether an acknowledged commit survives a crash; `false` for PGlite in memory. Default `true`. */
  readonly durable?: boolean
}

/** @throws TypeError where there is no pool, or `migrate` is neither of its values */
export function checkOptions({ pool, migrate }: PostgresOptions): void {
  if (typeof pool?.connect !== 'function') {
    throw new TypeError('Pass a pool: postgres({ pool: new pg.Pool({ connectionString }) })')
  }
  if (migrate !== undefined && migrate !== 'check' && migrate !== 'auto') {
    throw new TypeError(`migrate must be 'check' or 'auto', not ${JSON.stringify(migrate)}`)
  }
}

/** @throws TypeError where it cannot run statements */
export function checkExecutor(executor: PostgresExecutor): void {
  if (typeof executor?.query !== 'function') {
    throw new TypeError('within needs what runs the statements of your transaction: { query(text, values) }')
  }
}
