/** Where the records are and what the adapter may do there. */
export interface MysqlOptions {
  /** The host's pool: `createPool(…)` of `mysql2/promise`. `close` does not end it. */
  readonly pool: MysqlPool
  /** `check`, unless told: `open` compares the tables and refuses. `auto`: `open` creates and migrates them. */
  readonly migrate?: 'check' | 'auto'
  /** Whether the server is a node of a Galera cluster. Asked of the server at `open` unless told. */
  readonly galera?: boolean
}

/**
 * One statement as the adapter hands it to the driver. The settings stand beside the text so that those
 * of the host's pool do not change what comes back.
 */
export interface MysqlStatement {
  readonly sql: string
  readonly rowsAsArray: false
  readonly nestTables: false
  readonly typeCast: true
  readonly namedPlaceholders: false
}

/** What runs statements: a connection of `mysql2/promise`, pooled or not. */
export interface MysqlExecutor {
  query(statement: MysqlStatement): Promise<readonly [result: unknown, fields: unknown]>
}

/** A connection that was taken from a pool. */
export interface MysqlConnection extends MysqlExecutor {
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
  release(): void
  destroy(): void
}

/** The part of a pool of `mysql2/promise` that the adapter needs. */
export interface MysqlPool extends MysqlExecutor {
  getConnection(): Promise<MysqlConnection>
}

/** @throws TypeError where there is no pool of promises, or an option has a value that it cannot have */
export function checkOptions({ pool, migrate, galera }: MysqlOptions): void {
  const usable = [pool?.query, pool?.getConnection].every((method) => typeof method === 'function')
  if (!usable) {
    throw new TypeError(
      "Pass a pool of mysql2: mysql({ pool: createPool(uri) }) with createPool from 'mysql2/promise'",
    )
  }
  if (answersCallbacks(pool)) {
    throw new TypeError('The pool of mysql2 must answer with promises: mysql({ pool: pool.promise() })')
  }
  if (migrate !== undefined && migrate !== 'check' && migrate !== 'auto') {
    throw new TypeError(`migrate must be 'check' or 'auto', not ${JSON.stringify(migrate)}`)
  }
  if (galera !== undefined && typeof galera !== 'boolean') {
    throw new TypeError(
      `galera must be true or false, not ${JSON.stringify(galera)}; leave it out to let open ask`,
    )
  }
}

/** @throws TypeError where the executor runs no statements */
export function checkExecutor(executor: MysqlExecutor): void {
  if (typeof executor?.query === 'function' && !answersCallbacks(executor)) return
  throw new TypeError('Pass the connection that is in the transaction: within(await pool.getConnection())')
}

/** The other half of mysql2 has a method that returns the half that answers with promises. */
function answersCallbacks(executor: MysqlExecutor): boolean {
  return 'promise' in executor && typeof executor.promise === 'function'
}
