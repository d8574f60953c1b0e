/** What the adapter passes as a parameter, always one argument each and never a lone null. */
export type SqliteValue = string | number

/**
 * The part of an open database that the adapter needs: `DatabaseSync` of node:sqlite and of
 * \@photostructure/sqlite, and the databases of better-sqlite3 and libsql, all have this shape.
 */
export interface SqliteHandle {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
}

export interface SqliteStatement {
  run(...values: SqliteValue[]): { readonly changes: number | bigint }
  get(...values: SqliteValue[]): unknown
  all(...values: SqliteValue[]): unknown[]
}
