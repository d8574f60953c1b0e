import type { Condition, Operator, Query } from '@tirazh/spec'
import type { SqliteValue } from './handle.js'
import { fieldOf, literal } from './sql.js'

/** A piece of SQL and the values of its parameters. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqliteValue[]
}

/**
 * Selects the first `limit` rows of a query: every row that matches, and perhaps some that
 * only nearly do, which `meets` tells apart.
 */
export function select({ kind, space, after, where = [] }: Query, limit: number): Sql {
  // The kind is written out, not a parameter, so that SQLite sees that the kind's own indexes apply.
  const filters: Sql[] = [{ text: `kind = ${literal(kind)}`, values: [] }]
  if (space !== undefined) filters.push({ text: 'space = ?', values: [space] })
  if (after !== undefined) filters.push(following(after, space))
  filters.push(...where.map(narrowing))
  const text = filters.map((filter) => filter.text).join(' AND ')
  // A bare parameter as the limit makes SQLite plan the statement anew each time, which takes half of a small find.
  return {
    text: `SELECT space, id, version, doc FROM tirazh_record WHERE ${text} ORDER BY space, id LIMIT CAST(? AS INTEGER)`,
    values: [...filters.flatMap((filter) => filter.values), limit],
  }
}

function following(after: NonNullable<Query['after']>, space: string | undefined): Sql {
  // Within one space a comparison of the id alone lets SQLite seek to it.
  if (after.space === space) return { text: 'id > ?', values: [after.id] }
  return { text: '(space, id) > (?, ?)', values: [after.space, after.id] }
}

/**
 * Without a look at the JSON type, which would parse every document found: SQLite orders numbers and truth
 * values before every text, so that a bound keeps the others out. What is left of other types, `true` beside
 * 1 or the text of a list, `meets` tells apart.
 */
function narrowing({ field, is, value }: Condition): Sql {
  const found = fieldOf(field).value
  const upwards = is === '>' || is === '>='
  switch (typeof value) {
    case 'string': {
      const bound = is === '=' || upwards ? '' : ` AND ${found} >= ''`
      return { text: `${found} ${is} ?${bound}`, values: [value] }
    }
    case 'boolean':
      return { text: `${found} ${is} ? AND ${found} < ''`, values: [Number(value)] }
    case 'number': {
      const { text, values } = around(is, value)
      return { text: `${found} ${text}${upwards ? ` AND ${found} < ''` : ''}`, values }
    }
  }
}

/**
 * Asks for a little more than what matches: SQLite reads some decimal numbers with an error in the last
 * digit (3.45 and 3.51 do, 3.53 does not), and a driver may pass a number below 2e-16 as 0
 * (@photostructure/sqlite 1.2). Whole numbers are always exact, and equality can use an index.
 */
function around(is: Operator, value: number): Sql {
  if (is === '=' && Number.isSafeInteger(value)) return { text: '= ?', values: [value] }
  const slack = (Math.abs(value) + 1) * 1e-9
  if (is === '=') return { text: 'BETWEEN ? AND ?', values: [value - slack, value + slack] }
  const upwards = is === '>' || is === '>='
  return upwards ? { text: '>= ?', values: [value - slack] } : { text: '<= ?', values: [value + slack] }
}
