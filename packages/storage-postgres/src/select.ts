import type { Condition, Query } from '@tirazh/spec'
import type { PostgresValue } from './executor.js'
import { indexed, indexedLength, literal, property, propertyText, type Sql } from './sql.js'

/** Selects the first `limit` rows of a query, and perhaps some that `meets` must tell apart. */
export function select({ kind, space, after, where = [] }: Query, limit: number): Sql {
  const values: PostgresValue[] = []
  const parameter = (value: PostgresValue): string => `$${values.push(value)}`
  // The kind and the fields are written out, so that every plan sees that the kind's own indexes apply.
  const filters = [`kind = ${literal(kind)}`]
  if (space !== undefined) filters.push(`space = ${parameter(space)}`)
  if (after !== undefined && after.space === space) filters.push(`id > ${parameter(after.id)}`)
  else if (after !== undefined)
    filters.push(`(space, id) > (${parameter(after.space)}, ${parameter(after.id)})`)
  filters.push(...where.filter(isKnownToPostgres).map((condition) => narrowing(condition, parameter)))
  const text =
    `SELECT space, id, version, doc::text AS doc FROM tirazh_record WHERE ${filters.join(' AND ')}` +
    ` ORDER BY space, id LIMIT ${parameter(limit)}::int8`
  return { text, values }
}

function narrowing({ field, is, value }: Condition, parameter: (value: PostgresValue) => string): string {
  const json = `${parameter(JSON.stringify(value))}::text::jsonb`
  if (is === '=') {
    // Two jsonb values are equal in every collation; the cut text is there for the index.
    const cut = `left(${json} #>> '{}', ${indexedLength})`
    return `${indexed(field)} = ${cut} AND ${property(field)} = ${json}`
  }
  // The order of jsonb texts would be that of the database; numbers and truth values have only one.
  const [found, other] =
    typeof value === 'string' ? [propertyText(field), `(${json} #>> '{}')`] : [property(field), json]
  return `jsonb_typeof(${property(field)}) = '${typeof value}' AND ${found} ${is} ${other}`
}

/** PostgreSQL has no U+0000 and no half of a surrogate pair, neither as a value nor as a name. */
function isKnownToPostgres({ field, value }: Condition): boolean {
  return [field, value].every((text) => typeof text !== 'string' || !/\0|\p{Surrogate}/u.test(text))
}
