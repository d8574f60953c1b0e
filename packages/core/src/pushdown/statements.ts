import {
  compileSql,
  type Dates,
  decider,
  readDecision,
  type SqlDecision,
  type SqlStatement,
  type Successions,
} from '@tirazh/rules'
import type { PlainDate, Policy, SqlDialect, SuccessionStep } from '@tirazh/spec'
import { practiceModel } from '../facts/practice-model.js'
import { shape } from '../journal/documents.js'
import { recordKinds } from '../records/types.js'
import { factQueries } from './fact-queries.js'
import { type JsonSql, jsonSql } from './json-sql.js'

/** What is asked about all practices of a space. */
export interface Question {
  readonly space: string
  readonly policies: Readonly<Record<string, Policy>>
  readonly policy: string
  readonly dates: Dates
}

type Statement = Pick<SqlStatement, 'text' | 'params'>

type Row = Readonly<Record<string, unknown>>

/** Asks which municipalities were succeeded, by which and when. */
export function successionStatement(dialect: SqlDialect, space: string): Statement {
  const json = jsonSql[dialect]
  return { text: `${succeeded(json, bound(json, 1))} ORDER BY code`, params: [space] }
}

/**
 * Asks for the decision about every practice.
 * @param succession what the statement about successions answered
 * @throws POLICY_UNKNOWN; TypeError for what is no day
 */
export function decisionStatement(
  dialect: SqlDialect,
  { space, policies, policy, dates }: Question,
  succession: readonly Row[],
): Statement {
  const json = jsonSql[dialect]
  const steps = succession.map(stepOf)
  const book = decider({ model: practiceModel, policies, succession: steps })
  const compiled = compileSql(book, policy, { dialect, dates })
  const params = [...compiled.params]
  const parameter = (value: string): string => bound(json, params.push(value))
  const own = parameter(space)
  const stretches = (): string => json.stretches(parameter(JSON.stringify(stretchesOf(book.succession))))
  const facts = factQueries({ json, space: own, stretches }, namesIn(compiled.text))
  const isCurrent = `${isReadable(json, own)} AND ${isSucceededBy(json, own, steps, parameter)}`
  return {
    // The row with nothing but the first column is there even where there are no practices.
    text: `WITH ${[...facts, `decided AS (${compiled.text})`].join(',\n')}
SELECT c.is_current, d.id, d.standing, d.status, d.leaves
FROM (SELECT CASE WHEN ${isCurrent} THEN 1 ELSE 0 END AS is_current) AS c
LEFT JOIN decided AS d ON TRUE ORDER BY ${json.byCodePoint('d.id')}`,
    params,
  }
}

/** The decisions by practice; `undefined` where the statement does not fit the records that it found. */
export function readDecisions(rows: readonly Row[]): ReadonlyMap<string, SqlDecision> | undefined {
  if (rows.length === 0 || rows.some((row) => Number(row.is_current) !== 1)) return undefined
  const decisions = rows.filter((row) => row.id !== null).map(readDecision)
  return new Map(decisions.map((decision) => [decision.id, decision]))
}

function bound(json: JsonSql, place: number): string {
  return `CAST(${json.parameter(place)} AS TEXT)`
}

/** The names that are written in a compiled statement: those of tables and columns are always quoted. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name))
}

function succeeded(json: JsonSql, space: string): string {
  const successor = json.text('m.doc', 'successor')
  const day = json.text('m.doc', 'dissolvedOn')
  return `SELECT m.id AS code, ${successor} AS successor, ${day} AS dissolved_on
    FROM ${json.records(space, 'municipality')} AS m WHERE ${successor} IS NOT NULL AND ${day} IS NOT NULL`
}

function stepOf({ code, successor, dissolved_on: on }: Row): SuccessionStep {
  if (typeof code !== 'string' || typeof successor !== 'string' || typeof on !== 'string') {
    throw new TypeError('The storage must answer a query with the columns that it selects, texts as strings.')
  }
  // Only what the schema of municipalities accepted is stored.
  return { from: code, fromName: code, to: successor, toName: successor, on: on as PlainDate }
}

/** What each code stands for, and on which days, where it does not stand for itself. */
export function stretchesOf(succession: Successions): readonly object[] {
  return succession.codes.flatMap((code) => {
    const stretches = succession.stretches(code)
    return stretches.flatMap(({ from: since, to: becomes }, place) => {
      const until = stretches[place + 1]?.from ?? never
      return becomes === code ? [] : [{ code, becomes, since, until }]
    })
  })
}

/** A day after all days of the calendar. */
const never = 1_000_000_000

/** Whether every record is a document of this version, which is checked where records are loaded as well. */
function isReadable(json: JsonSql, space: string): string {
  const kinds = recordKinds.map((kind) => `'${kind}'`).join(', ')
  const records = `tirazh_record AS r WHERE r.space = ${space} AND r.kind IN (${kinds})`
  return `NOT EXISTS (SELECT 1 FROM ${records} AND NOT ${json.isOfShape('r.doc', shape)})`
}

/** Whether the successions are still those that the statement is made with: somebody may have written meanwhile. */
function isSucceededBy(
  json: JsonSql,
  space: string,
  steps: readonly SuccessionStep[],
  parameter: (value: string) => string,
): string {
  const known = parameter(JSON.stringify(steps.map(({ from, to, on }) => `${from} ${to} ${on}`)))
  const found = `FROM (${succeeded(json, space)}) AS m`
  const isKnown = `(m.code || ' ' || m.successor || ' ' || m.dissolved_on) IN ${json.texts(known)}`
  return `(SELECT COUNT(*) ${found}) = ${steps.length} AND NOT EXISTS (SELECT 1 ${found} WHERE NOT (${isKnown}))`
}
