/**
 * What the adapter passes as a parameter. A null is never alone, which libsql would not take; an object is
 * alone and has the values of `?1`, `?2`, … by their numbers, which is the one way that all drivers know.
 */
export type SqliteValue = string | number | bigint | null | object

/**
 * The part of an open database that the adapter needs: `DatabaseSync` of node:sqlite and of
 * \@photostructure/sqlite, and the databases of better-sqlite3 and libsql, all have this shape.
 */
export interface SqliteHandle {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
  /** Whether a transaction is open: better-sqlite3 and libsql say so by this name … */
  readonly inTransaction?: boolean
  /** … and newer versions of the others by this one. Where it is missing, SQLite is asked. */
  readonly isTransaction?: boolean
}

export interface SqliteStatement {
  run(...values: SqliteValue[]): { readonly changes: number | bigint }
  get(...values: SqliteValue[]): unknown
  all(...values: SqliteValue[]): unknown[]
}
