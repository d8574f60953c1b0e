import { sql, type Term } from './term.js'

/** The engines that statements are written for. */
export type Dialect = 'sqlite' | 'postgres' | 'duckdb'

/** Where the engines differ. Everything else is written in what they have in common. */
export interface Words {
  /** The type of a column of texts. */
  readonly text: string
  /** The place of a parameter, from 1. */
  parameter(place: number): string
  /** Division of whole numbers that are not negative. */
  readonly divide: string
  /** The lesser of two values that are both there or both missing. */
  readonly least: string
  /**
   * Ends a query whose columns are read more than once by the next, so that they are worked out once and
   * not put in again at every place: with many queries in a row that would double the work each time.
   * @param key whose order the rows come in anyway
   */
  fence(key: string): string
  /** What orders texts by code point. */
  readonly byCodePoint: string
  /** What ends the definition of a table with a primary key. */
  readonly clustered: string
  /** Whether a text is one of a JSON list of texts; null where it is null. */
  isAmong(text: Term, list: Term, size: number): Term
  /** Selects the objects of a JSON list as rows with the columns `code`, `becomes`, `since`, `until`. */
  stretches(list: Term): Term
}

const sqlite: Words = {
  text: 'TEXT',
  parameter: (place) => `?${place}`,
  divide: '/',
  least: 'min',
  // Knowing the order, SQLite groups and orders what follows without sorting.
  fence: (key) => ` ORDER BY ${key} LIMIT -1 OFFSET 0`,
  byCodePoint: '',
  clustered: ' WITHOUT ROWID',
  isAmong: (text, list) => sql`${text} IN (SELECT value FROM json_each(${list}))`,
  stretches: (list) => {
    // Without their types SQLite makes no index for the join.
    const texts = ['code', 'becomes'].map((name) => `CAST(value ->> '${name}' AS TEXT) AS ${name}`)
    const days = ['since', 'until'].map((name) => `CAST(value ->> '${name}' AS INTEGER) AS ${name}`)
    return sql`SELECT ${[...texts, ...days].join(', ')} FROM json_each(${list})`
  },
}

const postgres: Words = {
  text: 'TEXT COLLATE "C"',
  parameter: (place) => `$${place}`,
  divide: '/',
  least: 'LEAST',
  fence: () => ' OFFSET 0',
  byCodePoint: ' COLLATE "C"',
  clustered: '',
  isAmong: (text, list) => sql`${text} IN (SELECT json_array_elements_text(CAST(${list} AS JSON)))`,
  stretches: (list) =>
    sql`SELECT * FROM json_to_recordset(CAST(${list} AS JSON)) AS x(code TEXT, becomes TEXT, since BIGINT, until BIGINT)`,
}

const duckdb: Words = {
  text: 'TEXT',
  parameter: (place) => `$${place}`,
  divide: '//',
  least: 'LEAST',
  fence: () => '',
  byCodePoint: '',
  clustered: '',
  isAmong: (text, list, size) => {
    const texts = sql`from_json(${list}, '["VARCHAR"]')`
    return size > 64 ? sql`${text} IN (SELECT unnest(${texts}))` : sql`list_contains(${texts}, ${text})`
  },
  stretches: (list) => {
    const row = '[{"code":"VARCHAR","becomes":"VARCHAR","since":"BIGINT","until":"BIGINT"}]'
    return sql`SELECT unnest(from_json(${list}, '${row}'), recursive := true)`
  },
}

export const words: Readonly<Record<Dialect, Words>> = { sqlite, postgres, duckdb }

/** A name as it is written in SQL, whatever it is. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
