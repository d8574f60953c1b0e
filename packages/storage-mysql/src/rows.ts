import type { Key, Row } from '@tirazh/spec'
import type { MysqlExecutor } from './options.js'

/** Runs a statement whose SQL is complete. The rows that it answered, none where it answered no rows. */
export async function run(executor: MysqlExecutor, sql: string): Promise<readonly unknown[]> {
  const [result] = await executor.query({
    sql,
    rowsAsArray: false,
    nestTables: false,
    typeCast: true,
    namedPlaceholders: false,
  })
  return Array.isArray(result) ? result : []
}

/** A record as the driver returned it. */
export function rowOf(columns: unknown): Row {
  const { space, kind, id } = keyOf(columns)
  return { space, kind, id, version: versionOf(columns), doc: JSON.parse(text(columns, 'doc')) }
}

export function keyOf(columns: unknown): Key {
  return { space: text(columns, 'space'), kind: text(columns, 'kind'), id: text(columns, 'id') }
}

export function versionOf(columns: unknown): number {
  return Number(column(columns, 'version'))
}

/** A key as text, for maps. */
export function place({ kind, space, id }: Key): string {
  return JSON.stringify([kind, space, id])
}

/** The value of a column. @throws TypeError where the driver returned something that is not a row with it */
export function column(columns: unknown, name: string): unknown {
  if (typeof columns === 'object' && columns !== null && name in columns) return Reflect.get(columns, name)
  throw new TypeError(`The driver returned a row without the column ${name}; pass a pool of mysql2/promise`)
}

function text(columns: unknown, name: string): string {
  const value = column(columns, name)
  if (value instanceof Uint8Array) return decoder.decode(value)
  throw new TypeError(`The driver must return the bytes of ${name}; pass a pool of mysql2/promise`)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
