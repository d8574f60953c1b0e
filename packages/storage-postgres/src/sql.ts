import type { PostgresValue } from './executor.js'

/** A piece of SQL and the values of its parameters. */
export interface Sql {
  readonly text: string
  readonly values: readonly PostgresValue[]
}

/** Text as an SQL literal, whatever the server thinks of backslashes. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? `E${quoted}` : quoted
}

/** A top-level property of `doc` as `jsonb`; NULL where it is missing or the document is no object. */
export function property(field: string): string {
  return `doc->${literal(field)}`
}

/** A property as text in the order of code points. */
export function propertyText(field: string): string {
  return `(doc->>${literal(field)}) COLLATE "C"`
}

/** What a declared field is indexed by. A row of an index has little room, so long texts are cut. */
export function indexed(field: string): string {
  return `left(doc->>${literal(field)}, ${indexedLength}) COLLATE "C"`
}

/** Characters; four bytes at most each, beside a space and an id in at most 2,704 bytes. */
export const indexedLength = 100

/** The order of keys, and with it of locks, in every statement. */
export const keyOrder = 'record.space, record.kind, record.id'
export const sameKey = 'record.space = given.space AND record.kind = given.kind AND record.id = given.id'
