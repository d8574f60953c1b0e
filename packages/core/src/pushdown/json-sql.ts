import type { SqlDialect } from '@tirazh/spec'

/** Where a value stands in a document: names of properties and places in lists. */
export type JsonPath = readonly (string | number)[]

/** The numbers that a field may hold. */
export interface WholeRange {
  /** Digits after the decimal sign. */
  readonly decimals: number
  /** The greatest magnitude. */
  readonly max: number
}

/**
 * How each dialect reads a JSON document. `doc` is SQL for the document, and so is every answer. What is
 * missing is null.
 */
export interface JsonSql {
  /** The place of a parameter, from 1. */
  parameter(place: number): string
  /** A column of texts that are ordered and compared by code point. */
  byCodePoint(text: string): string
  text(doc: string, path: JsonPath): string
  /** The number of the day, 0 is 1970-01-01. */
  day(doc: string, path: JsonPath): string
  /** A decimal in its smallest units; null for a number with more digits or out of range. */
  whole(doc: string, path: JsonPath, range: WholeRange): string
  /** 1 or 0. */
  flag(doc: string, path: JsonPath): string
  /** How many elements a list has. */
  size(doc: string, path: JsonPath): string
  /** A list as a table with the column `value`; the elements are documents. */
  elements(doc: string, path: JsonPath): string
  /** An element of such a table that is a text. */
  element(value: string): string
  /** A JSON list of objects as a table with these columns, whose types are `TEXT` and `BIGINT`. */
  table(list: string, columns: Readonly<Record<string, 'TEXT' | 'BIGINT'>>): string
  /** Whether the document is of this shape. */
  hasShape(doc: string, shape: number): string
}

const sqlite: JsonSql = {
  parameter: (place) => `?${place}`,
  byCodePoint: (text) => text,
  text: (doc, path) => `${doc} ->> '${sqlitePath(path)}'`,
  day: (doc, path) => `unixepoch(${doc} ->> '${sqlitePath(path)}') / 86400`,
  whole(doc, path, { decimals, max }) {
    // The digits as they are written: SQLite reads some decimals with an error in the last place.
    const written = `(${doc} -> '${sqlitePath(path)}')`
    const isFine = `instr(${written}, 'e') = 0 AND length(${written}) - instr(${written} || '.', '.') <= ${decimals}`
    const units = `CAST(round((${doc} ->> '${sqlitePath(path)}') * ${10 ** decimals}) AS INTEGER)`
    return `CASE WHEN ${isFine} AND abs(${doc} ->> '${sqlitePath(path)}') <= ${max} THEN ${units} END`
  },
  flag: (doc, path) => `${doc} ->> '${sqlitePath(path)}'`,
  size: (doc, path) => `json_array_length(${doc}, '${sqlitePath(path)}')`,
  elements: (doc, path) => `json_each(${doc}, '${sqlitePath(path)}')`,
  element: (value) => value,
  table(list, columns) {
    const selected = Object.entries(columns).map(
      ([name, type]) => `CAST(value ->> '${name}' AS ${type === 'TEXT' ? 'TEXT' : 'INTEGER'}) AS ${name}`,
    )
    return `SELECT ${selected.join(', ')} FROM json_each(${list})`
  },
  // Documents begin with their shape: most need not be read any further.
  hasShape: (doc, shape) =>
    `(substr(${doc}, 1, ${`{"shape":${shape},`.length}) = '{"shape":${shape},' OR ${doc} ->> '$.shape' IS ${shape})`,
}

const postgres: JsonSql = {
  parameter: (place) => `$${place}`,
  byCodePoint: (text) => `(${text}) COLLATE "C"`,
  text: (doc, path) => `(${postgresText(doc, path)}) COLLATE "C"`,
  day: (doc, path) => `(${postgresText(doc, path)})::date - DATE '1970-01-01'`,
  whole(doc, path, { decimals, max }) {
    const number = `(${postgresText(doc, path)})::numeric`
    return `CASE WHEN min_scale(${number}) <= ${decimals} AND abs(${number}) <= ${max} THEN (${number} * ${10 ** decimals})::bigint END`
  },
  flag: (doc, path) => `(${postgresText(doc, path)})::boolean::int`,
  size: (doc, path) => `jsonb_array_length(${postgresJson(doc, path)})`,
  elements: (doc, path) => `jsonb_array_elements(${postgresJson(doc, path)})`,
  element: (value) => `(${value} #>> '{}') COLLATE "C"`,
  table(list, columns) {
    const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
    return `SELECT * FROM json_to_recordset(CAST(${list} AS JSON)) AS x(${typed.join(', ')})`
  },
  hasShape: (doc, shape) => `${doc} -> 'shape' IS NOT DISTINCT FROM '${shape}'::jsonb`,
}

export const jsonSql: Readonly<Record<SqlDialect, JsonSql>> = { sqlite, postgres }

function sqlitePath(path: JsonPath): string {
  return `$${path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')}`
}

function postgresText(doc: string, path: JsonPath): string {
  return `${postgresJson(doc, path.slice(0, -1))} ->> ${step(path.at(-1))}`
}

function postgresJson(doc: string, path: JsonPath): string {
  return [doc, ...path.map(step)].join(' -> ')
}

function step(each: string | number | undefined): string {
  return typeof each === 'number' ? String(each) : `'${each}'`
}
