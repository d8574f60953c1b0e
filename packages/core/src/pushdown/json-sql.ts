import type { SqlDialect } from '@tirazh/spec'

/**
 * How a dialect reads the documents of `tirazh_record`. Arguments and answers are SQL, but for paths. What
 * is missing is null.
 */
export interface JsonSql {
  /** The place of a parameter, from 1. */
  parameter(place: number): string
  /** Texts, ordered and compared by code point. */
  byCodePoint(text: string): string
  text(doc: string, ...path: JsonPath): string
  /** An element of a list that is a text. */
  element(value: string): string
  /** A text as policies compare it: U+D7FF means something to `storable`. */
  storable(text: string): string
  /** The number of a day that is written as YYYY-MM-DD; 0 is 1970-01-01. */
  day(text: string): string
  /** 1 or 0. */
  flag(doc: string, ...path: JsonPath): string
  /** A decimal in its smallest units; null where it has more digits or is out of range. */
  whole(range: WholeRange, doc: string, ...path: JsonPath): string
  /** How many elements a list has. */
  size(doc: string, ...path: JsonPath): string
  /** A list as a table with the column `value`. */
  elements(doc: string, ...path: JsonPath): string
  /** The records of a kind as a table with the columns `id` and `doc`. */
  records(space: string, kind: string): string
  /** A JSON list of texts as a subquery. */
  texts(list: string): string
  /** A JSON list of objects with `code`, `becomes`, `since` and `until` as a query of those columns. */
  stretches(list: string): string
  isOfShape(doc: string, shape: number): string
}

/** Where a value stands in a document: names of properties and places in lists. */
export type JsonPath = readonly (string | number)[]

/** The numbers that a field may hold. */
export interface WholeRange {
  /** Digits after the decimal sign; at most 6. */
  readonly decimals: number
  /** The greatest magnitude. */
  readonly max: number
}

const recordsOf = (space: string, kind: string): string =>
  `SELECT id, doc FROM tirazh_record WHERE kind = '${kind}' AND space = ${space}`

const sqlite: JsonSql = {
  parameter: (place) => `?${place}`,
  byCodePoint: (text) => text,
  // Without its type SQLite makes no index for a join.
  text: (doc, ...path) => `CAST(${doc} ->> '${sqlitePath(path)}' AS TEXT)`,
  element: (value) => value,
  storable: (text) => `replace(${text}, char(55295), char(55295, 1))`,
  day: (text) => `unixepoch(${text}) / 86400`,
  flag: (doc, ...path) => `(${doc} ->> '${sqlitePath(path)}')`,
  whole({ decimals, max }, doc, ...path) {
    const number = `(${doc} ->> '${sqlitePath(path)}')`
    // The digits as they are written: SQLite reads some decimals with an error in the last place.
    const written = `(${doc} -> '${sqlitePath(path)}')`
    const isWritable = `length(${written}) - instr(${written} || '.', '.') <= ${decimals}`
    // An exponent is written for what is smaller than any unit.
    const isUsable = `${isWritable} AND instr(${written}, 'e') = 0 AND abs(${number}) <= ${max}`
    return `CASE WHEN ${isUsable} THEN CAST(round(${number} * ${10 ** decimals}) AS INTEGER) END`
  },
  size: (doc, ...path) => `json_array_length(${doc}, '${sqlitePath(path)}')`,
  elements: (doc, ...path) => `json_each(${doc}, '${sqlitePath(path)}')`,
  records: (space, kind) => `(${recordsOf(space, kind)})`,
  texts: (list) => `(SELECT value FROM json_each(${list}))`,
  stretches(list) {
    // Without their types SQLite makes no index for the join.
    const texts = ['code', 'becomes'].map((name) => `CAST(value ->> '${name}' AS TEXT) AS ${name}`)
    const days = ['since', 'until'].map((name) => `CAST(value ->> '${name}' AS INTEGER) AS ${name}`)
    return `SELECT ${[...texts, ...days].join(', ')} FROM json_each(${list})`
  },
  isOfShape(doc, shape) {
    // Documents are written with their shape first: most need not be read any further.
    const start = `{"shape":${shape},`
    return `(substr(${doc}, 1, ${start.length}) = '${start}' OR ${doc} -> '$.shape' IS '${shape}')`
  },
}

const postgres: JsonSql = {
  parameter: (place) => `$${place}`,
  byCodePoint: (text) => `(${text}) COLLATE "C"`,
  text: (doc, ...path) => `(${postgresText(doc, path)} COLLATE "C")`,
  element: (value) => `((${value} #>> '{}') COLLATE "C")`,
  storable: (text) => `replace(${text}, chr(55295), chr(55295) || chr(1))`,
  day: (text) => `(${text})::date - DATE '1970-01-01'`,
  flag: (doc, ...path) => `${postgresText(doc, path)}::boolean::int`,
  whole({ decimals, max }, doc, ...path) {
    const number = `${postgresText(doc, path)}::numeric`
    const isUsable = `min_scale(${number}) <= ${decimals} AND abs(${number}) <= ${max}`
    return `CASE WHEN ${isUsable} THEN (${number} * ${10 ** decimals})::bigint END`
  },
  size: (doc, ...path) => `jsonb_array_length(${postgresJson(doc, path)})`,
  elements: (doc, ...path) => `jsonb_array_elements(${postgresJson(doc, path)})`,
  // Where the table was not analysed yet, one row is expected of each kind, and tables of thousands are
  // then joined row by row. Of the empty list a hundred are expected.
  records: (space, kind) =>
    `(${recordsOf(space, kind)} UNION ALL SELECT NULL, NULL FROM jsonb_array_elements('[]'))`,
  texts: (list) => `(SELECT json_array_elements_text(CAST(${list} AS JSON)))`,
  stretches: (list) =>
    `SELECT * FROM json_to_recordset(CAST(${list} AS JSON)) AS x(code TEXT, becomes TEXT, since BIGINT, until BIGINT)`,
  isOfShape: (doc, shape) => `(${doc} -> 'shape' IS NOT DISTINCT FROM '${shape}'::jsonb)`,
}

export const jsonSql: Readonly<Record<SqlDialect, JsonSql>> = { sqlite, postgres }

function sqlitePath(path: JsonPath): string {
  return `$${path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')}`
}

function postgresText(doc: string, path: JsonPath): string {
  return `(${postgresJson(doc, path.slice(0, -1))} ->> ${path.slice(-1).map(postgresStep).join('')})`
}

function postgresJson(doc: string, path: JsonPath): string {
  return [doc, ...path.map(postgresStep)].join(' -> ')
}

function postgresStep(step: string | number): string {
  return typeof step === 'number' ? String(step) : `'${step}'`
}
