import { TirazhError } from '@tirazh/spec'
import type { Connection } from './connection.js'

/** Runs one statement that only reads; rows are objects by the names of their columns. @throws STORAGE_FAILED where it is another */
export function ask(
  connection: Connection,
  text: string,
  values: readonly (string | number | null)[],
): readonly Readonly<Record<string, unknown>>[] {
  const statement = connection.statement(text)
  requireReading(connection, text)
  return (values.length === 0 ? statement.all() : statement.all(numbered(values))).filter(isRow)
}

/** What can stand between parentheses reads, and is one statement: SQLite itself tells by preparing it there. */
function requireReading(connection: Connection, text: string): void {
  const bare = text.replace(/;\s*$/, '')
  try {
    connection.statement(`SELECT * FROM (\n${bare}\n)`)
  } catch (cause) {
    const message =
      'SQLite could not query: only one statement that reads is answered (SELECT, WITH … SELECT or VALUES); ' +
      'write with commit'
    const details = { storage: 'sqlite', during: 'query', transient: false }
    throw new TirazhError('STORAGE_FAILED', message, details, { cause })
  }
}

/** Whole numbers go as such: some drivers make `REAL` of every number, and 7 / 2 would be 3.5 with them. */
function numbered(values: readonly (string | number | null)[]): object {
  const exact = (value: string | number | null) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
  return Object.fromEntries(values.map((value, i) => [i + 1, exact(value)]))
}

function isRow(row: unknown): row is Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null
}
