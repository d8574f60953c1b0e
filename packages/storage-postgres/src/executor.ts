/** What the adapter passes as a parameter. An array is one parameter of an array type. */
export type PostgresValue = string | number | null | readonly (string | null)[] | readonly number[]

/** The part of a result that the adapter reads: rows as objects by column name. */
export interface PostgresResult {
  readonly rows: readonly unknown[]
}

/** Anything that runs a statement with parameters `$1`, `$2`, …: a client of `pg`, a transaction of PGlite, … */
export interface PostgresExecutor {
  query(text: string, values: PostgresValue[]): Promise<PostgresResult>
}

/** A client checked out of a pool, as `pg` has it. */
export interface PostgresClient extends PostgresExecutor {
  /** Gives the client back; with an error the pool drops it. */
  release(error?: Error): void
  on(event: 'error', listener: (error: Error) => void): unknown
  removeListener(event: 'error', listener: (error: Error) => void): unknown
}

/** The part of a pool of `pg` that the adapter needs. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
}

/** The value of a column. @throws TypeError where rows are not objects */
export function column(row: unknown, name: string): unknown {
  if (typeof row !== 'object' || row === null || !(name in row)) {
    throw new TypeError('The database must return rows as objects; leave out an option for arrays')
  }
  return Reflect.get(row, name)
}
