/** What goes in and out of a database. Whole numbers beyond 2^53 − 1 are `bigint`, all others `number`. */
export type SqlValue = string | number | bigint | boolean | null

export type Dialect = 'sqlite' | 'postgres' | 'duckdb'

export const dialects: readonly Dialect[] = ['sqlite', 'duckdb', 'postgres']

/** One open, empty database of its own: three engines behind the same few calls. */
export interface SqlDatabase {
  readonly dialect: Dialect
  /**
   * Runs statements; several, divided by `;`, where there are no parameters. Parameters are positional:
   * `?` in SQLite, `$1` in PostgreSQL and DuckDB.
   */
  run(sql: string, params?: readonly SqlValue[]): Promise<void>
  /** Many rows at once, in the order of `columns`, the fastest way the engine has. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>
  /** The rows as objects by column name. */
  query(sql: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>
  /** Closes the database and deletes what it left on the disk. May be called again. */
  close(): Promise<void>
}

export type SqlRow = Readonly<Record<string, SqlValue>>

/** A name as it is written in SQL; the same in all three dialects. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A whole number as `number` where it is exact. */
export function whole(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
}
