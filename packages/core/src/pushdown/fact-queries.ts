import type { FieldName, Fields } from '@tirazh/rules'
import { metrics } from '../catalogues/metrics.js'
import type { CheckFacts, IndicatorFacts, PracticeFacts, ToolFacts } from '../facts/practice-facts.js'
import { practiceModel } from '../facts/practice-model.js'
import type { RecordKind } from '../records/types.js'
import { fieldCells, wholeCell } from './field-cells.js'
import type { JsonSql } from './json-sql.js'

/** What the queries are made of: SQL, but for `json`. */
export interface RecordsInSql {
  readonly json: JsonSql
  readonly space: string
  /** A query of what codes stand for: `code`, `becomes`, and days `since` and `until`. Called where it is needed. */
  stretches(): string
}

/** SQL for the values of a row, by column. */
type Cells<Name extends string> = { readonly [Each in Name]: string }

type FactCells<Facts> = Cells<FieldName<Facts>>

/**
 * The queries of a `WITH` clause that stand in for the tables of `factTables(practiceModel)`: what
 * `practiceFacts` makes of records, worked out from the documents of `tirazh_record`. All records are
 * taken as always known.
 * @param read the names of the tables and columns that are needed; no others are worked out
 */
export function factQueries(records: RecordsInSql, read: ReadonlySet<string>): readonly string[] {
  const queries: string[] = []
  const tables: readonly [name: string, query: () => FactQuery][] = [
    ['facts_practice', () => practices(records)],
    ['facts_practice_adoptions', () => asRecorded(records, 'adoption', relations.adoptions.fields)],
    ['facts_practice_tools', () => tools(records)],
    ['facts_practice_indicators', () => indicators(records)],
    ['facts_practice_checks', () => checks(records)],
    ['facts_practice_defences', () => asRecorded(records, 'defence', relations.defences.fields)],
    ['facts_practice_certificates', () => asRecorded(records, 'certificate', relations.certificates.fields)],
  ]
  for (const [name, query] of tables) {
    if (!read.has(name)) continue
    const { before = [], cells, from } = query()
    const columns = Object.entries(cells).filter(([column]) => read.has(column))
    const selected = columns.map(([column, cell]) => `${cell} AS "${column}"`).join(', ')
    queries.push(...before.map(materialized), materialized([name, `SELECT ${selected} FROM ${from}`]))
  }
  const project = projectColumns.some((column) => read.has(column))
  return [materialized(['stored_practice', storedPractices(records, project)]), ...queries]
}

const { fields, relations } = practiceModel

/** The tables and columns whose values come from the source project. */
const projectColumns = [
  'facts_practice_tools',
  'facts_practice_indicators',
  '_has_tools',
  '_has_indicators',
] as const

interface FactQuery {
  /** Queries that this one reads, by name. */
  readonly before?: readonly Named[]
  readonly cells: Readonly<Record<string, string>>
  readonly from: string
}

type Named = readonly [name: string, query: string]

/** Worked out once, however often it is read. */
function materialized([name, query]: Named): string {
  return `${name} AS MATERIALIZED (${query})`
}

/** Each practice with its document and that of its source project. */
function storedPractices({ json, space }: RecordsInSql, withProject: boolean): string {
  const key = `p.kind = 'project' AND p.space = ${space} AND p.id = ${json.text('s.doc', 'sourceProject')}`
  const project = withProject ? `, (SELECT p.doc FROM tirazh_record AS p WHERE ${key}) AS project` : ''
  return `SELECT s.id, s.doc${project} FROM ${recordsIn({ json, space }, 'practice')} AS s`
}

function recordsIn({ json, space }: Pick<RecordsInSql, 'json' | 'space'>, kind: RecordKind): string {
  return json.records(space, kind)
}

function practices({ json }: RecordsInSql): FactQuery {
  const isListed = (list: string): string => `CASE WHEN ${json.size('s.project', list)} > 0 THEN 1 ELSE 0 END`
  const cells: FactCells<PracticeFacts> & Cells<`_has_${keyof typeof relations}`> = {
    ...fieldCells(json, fields, 's.doc'),
    id: 's.id',
    _has_adoptions: '1',
    _has_tools: isListed('tools'),
    _has_indicators: isListed('indicators'),
    _has_checks: '1',
    _has_defences: '1',
    _has_certificates: '1',
  }
  return { cells, from: 'stored_practice AS s' }
}

/** Facts that are the records themselves. */
function asRecorded(records: RecordsInSql, kind: RecordKind, of: Fields): FactQuery {
  const { json } = records
  const cells = { ...fieldCells(json, of, 'r.doc'), _subject: json.text('r.doc', 'practice'), id: 'r.id' }
  return { cells, from: `${recordsIn(records, kind)} AS r` }
}

function tools({ json }: RecordsInSql): FactQuery {
  const cells: FactCells<ToolFacts> & OfSubject = {
    _subject: 's.id',
    id: json.text('s.doc', 'sourceProject'),
    tool: json.element('e.value'),
  }
  return { cells, from: `stored_practice AS s CROSS JOIN ${json.elements('s.project', 'tools')} AS e` }
}

function indicators({ json }: RecordsInSql): FactQuery {
  const lower = Object.entries(metrics).flatMap(([id, { better }]) => (better === 'lower' ? [`'${id}'`] : []))
  const cells: FactCells<IndicatorFacts> & OfSubject = {
    ...fieldCells(json, relations.indicators.fields, 'e.value'),
    _subject: 's.id',
    id: json.text('s.doc', 'sourceProject'),
    better: `CASE WHEN ${json.text('e.value', 'metric')} IN (${lower.join(', ')}) THEN -1 ELSE 1 END`,
  }
  return { cells, from: `stored_practice AS s CROSS JOIN ${json.elements('s.project', 'indicators')} AS e` }
}

function checks(records: RecordsInSql): FactQuery {
  const { json } = records
  const held = `SELECT r.id, r.doc, ${json.text('r.doc', 'practice')} AS practice,
    ${json.text('r.doc', 'heldOn')} AS held_on, ${json.day(json.text('r.doc', 'heldOn'))} AS held_day
    FROM ${recordsIn(records, 'check')} AS r`
  const ifKnown = (count: string): string =>
    `CASE WHEN ${json.size('c.doc', 'assessors')} >= 0 THEN COALESCE(${count}, 0) END`
  const block = (number: 1 | 2 | 3 | 4 | 5): string =>
    wholeCell(json, relations.checks.fields[`block${number}`], 'c.doc', 'blocks', number - 1)
  const cells: FactCells<CheckFacts> & OfSubject = {
    ...fieldCells(json, relations.checks.fields, 'c.doc'),
    _subject: 'c.practice',
    id: 'c.id',
    heldOn: 'c.held_day',
    assessorMunicipalities: ifKnown('a.municipalities'),
    authorAssesses: ifKnown('a.author'),
    block1: block(1),
    block2: block(2),
    block3: block(3),
    block4: block(4),
    block5: block(5),
    defence: 'substr(d.earliest, 11)',
    defendedOn: json.day('substr(d.earliest, 1, 10)'),
  }
  return {
    before: [
      ['stored_check', held],
      ['stored_succession', records.stretches()],
      ['stored_assessment', assessments(json)],
      ['stored_defence', passedDefences(records)],
      ['stored_earliest', earliestDefences(json)],
    ],
    cells,
    from: `stored_check AS c LEFT JOIN stored_assessment AS a ON a.id = c.id
      LEFT JOIN stored_earliest AS d ON d.id = c.id`,
  }
}

type OfSubject = Cells<'_subject'>

/** Of each check with assessors: their different municipalities, and whether the author's is one, as of its day. */
function assessments(json: JsonSql): string {
  const assessor = json.element('e.value')
  const author = json.text('s.doc', 'author')
  const standsFor = (code: string, as: string): string => `LEFT JOIN stored_succession AS ${as}
    ON ${as}.code = ${code} AND ${as}.since <= c.held_day AND c.held_day < ${as}.until`
  const [one, other] = [`COALESCE(j.becomes, ${assessor})`, `COALESCE(k.becomes, ${author})`]
  return `SELECT c.id, COUNT(DISTINCT ${one}) AS municipalities,
    MAX(CASE WHEN ${one} = ${other} THEN 1 ELSE 0 END) AS author
    FROM stored_check AS c JOIN stored_practice AS s ON s.id = c.practice
    CROSS JOIN ${json.elements('c.doc', 'assessors')} AS e
    ${standsFor(assessor, 'j')} ${standsFor(author, 'k')} GROUP BY c.id`
}

function passedDefences(records: RecordsInSql): string {
  const field = (name: string): string => records.json.text('r.doc', name)
  return `SELECT r.id, ${field('practice')} AS practice, ${field('heldOn')} AS held_on
    FROM ${recordsIn(records, 'defence')} AS r
    WHERE ${field('level')} = 'regional' AND ${field('decision')} = 'passed'`
}

/** Of each check: the day, in ten characters, and the id of the first of the earliest defences on that day or later. */
function earliestDefences(json: JsonSql): string {
  return `SELECT c.id, MIN(${json.byCodePoint('d.held_on || d.id')}) AS earliest
    FROM stored_check AS c JOIN stored_defence AS d
    ON d.practice = c.practice AND d.held_on >= c.held_on GROUP BY c.id`
}
