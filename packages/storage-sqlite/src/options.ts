import type { SqliteHandle } from './handle.js'

export type SqliteOptions = SqliteFile | SqliteShared

/** A database that the adapter opens and closes itself. */
export interface SqliteFile {
  /** The file, which is created unless it exists, or `:memory:`. Its folder must exist. */
  readonly path: string
}

/** A database that the host has opened. It keeps the host's settings, and `close` leaves it open. */
export interface SqliteShared {
  readonly database: SqliteHandle
}

/** @throws TypeError where there is neither a path nor a database to use */
export function checkOptions(options: SqliteOptions): void {
  const { path, database }: Partial<SqliteFile & SqliteShared> = options
  if (database === undefined && (typeof path !== 'string' || path === '')) {
    throw new TypeError("Say where the records are: sqlite({ path: 'programme.db' }) or sqlite({ database })")
  }
}

/** @throws TypeError where it is not an open database: a transaction object of a query builder, say */
export function checkHandle(handle: SqliteHandle): void {
  const { exec, prepare }: Partial<SqliteHandle> = handle ?? {}
  if (typeof exec !== 'function' || typeof prepare !== 'function') {
    throw new TypeError(
      'within(handle) needs the open database itself, with exec and prepare: the one that a query builder was given',
    )
  }
}
