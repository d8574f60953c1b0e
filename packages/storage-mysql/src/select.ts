import { type Condition, compareCodePoints, type Key, type Query } from '@tirazh/spec'
import { among, literal } from './sql.js'

/** Selects the records at the keys. */
export function selectRows(keys: readonly Key[]): string {
  return `SELECT ${columns} FROM tirazh_record FORCE INDEX (PRIMARY) WHERE ${among(keys)}`
}

/** Selects the versions at the keys. */
export function selectVersions(keys: readonly Key[]): string {
  return `SELECT kind, space, id, version FROM tirazh_record FORCE INDEX (PRIMARY) WHERE ${among(keys)}`
}

/**
 * Selects the first `limit` rows of a query: every row that matches, and perhaps some that `meets` tells
 * apart. Undefined where no row can match.
 */
export function selectPage({ kind, space, after, where = [] }: Query, limit: number): string | undefined {
  const filters = [`kind = ${literal(kind)}`]
  if (space !== undefined) filters.push(`space = ${literal(space)}`)
  if (after !== undefined) {
    const order = space === undefined ? undefined : compareCodePoints(after.space, space)
    if (order !== undefined && order > 0) return undefined
    if (order === 0) filters.push(`id > ${literal(after.id)}`)
    // Not (space, id) > (…, …): neither server seeks to a place that is written like that.
    if (order === undefined) {
      const at = literal(after.space)
      filters.push(`(space > ${at} OR (space = ${at} AND id > ${literal(after.id)}))`)
    }
  }
  filters.push(...where.map(narrowing))
  return (
    `SELECT ${columns} FROM tirazh_record FORCE INDEX (PRIMARY) WHERE ${filters.join(' AND ')} ` +
    `ORDER BY kind, space, id LIMIT ${limit}`
  )
}

/**
 * As bytes, since the server would convert text to the character set of the session, which need not have
 * every letter.
 */
const columns = 'kind, space, id, version, CAST(doc AS BINARY) AS doc'

/**
 * A property that equals a scalar is in the text of the document in one spelling, that of JSON.stringify,
 * whatever is around it. The JSON functions of the servers are not asked: that of MariaDB gives up below
 * 32 levels, and they differ about numbers and about the names of properties.
 */
function narrowing({ field, value }: Condition): string {
  return `LOCATE(${literal(`${JSON.stringify(field)}:${JSON.stringify(value)}`)}, CAST(doc AS BINARY)) > 0`
}
