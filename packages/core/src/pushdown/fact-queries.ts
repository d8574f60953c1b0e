import type { FieldModel } from '@tirazh/rules'
import { metrics } from '../catalogues/metrics.js'
import { practiceModel } from '../facts/practice-model.js'
import type { RecordKind } from '../records/types.js'
import type { JsonPath, JsonSql } from './json-sql.js'

export interface Stored {
  readonly json: JsonSql
  readonly space: string
  readonly stretches: string
}
type Cols = Record<string, string>
export const knobs = { materialized: true, prune: true }

export function factQueries(
  { json, space, stretches }: Stored,
  read: ReadonlySet<string>,
): readonly string[] {
  const from = (kind: RecordKind, as: string): string => `tirazh_record AS ${as} WHERE ${at(kind, as)}`
  const at = (kind: RecordKind, as: string): string => `${as}.kind = '${kind}' AND ${as}.space = ${space}`
  const fieldsOf = (
    fields: Readonly<Record<string, FieldModel>>,
    doc: string,
    not: readonly string[] = [],
  ): Cols =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([n]) => !not.includes(n))
        .map(([name, field]) => [name, value(json, field, doc, [name])]),
    )
  const query = (name: string, cols: Cols, rest: string, group = ''): string => {
    const kept = Object.entries(cols).filter(([c]) => !knobs.prune || read.has(c))
    return `"${name}" AS ${knobs.materialized ? 'MATERIALIZED ' : ''}(SELECT ${kept.map(([c, s]) => `${s} AS "${c}"`).join(', ')} FROM ${rest}${group})`
  }
  const nulls = { _recordedAt: 'CAST(NULL AS TEXT)', _supersededAt: 'CAST(NULL AS TEXT)' }
  const r = practiceModel.relations
  const plain = (name: 'adoptions' | 'defences' | 'certificates', kind: RecordKind): string =>
    query(
      `facts_practice_${name}`,
      {
        _subject: json.text('r.doc', ['practice']),
        id: 'r.id',
        ...fieldsOf(r[name].fields, 'r.doc'),
        ...nulls,
      },
      from(kind, 'r'),
    )
  const source = `tirazh_record AS s JOIN tirazh_record AS p ON ${at('project', 'p')} AND p.id = ${json.text('s.doc', ['sourceProject'])}`
  const lower = Object.entries(metrics)
    .filter(([, m]) => m.better === 'lower')
    .map(([m]) => `'${m}'`)
    .join(', ')
  const has = (n: string): string => `CASE WHEN ${json.size('p.doc', [n])} > 0 THEN 1 ELSE 0 END`
  const needsProject = read.has('_has_tools') || read.has('_has_indicators')
  const code = json.element('a.value')
  const becomes = (as: string, c: string, day: string): string =>
    `LEFT JOIN ${stretches} AS ${as} ON ${as}.code = ${c} AND ${as}.since <= ${day} AND ${day} < ${as}.until`
  const author = json.text('s.doc', ['author'])
  return [
    query(
      'facts_practice',
      {
        id: 's.id',
        ...fieldsOf(practiceModel.fields, 's.doc'),
        _has_adoptions: '1',
        _has_tools: has('tools'),
        _has_indicators: has('indicators'),
        _has_checks: '1',
        _has_defences: '1',
        _has_certificates: '1',
      },
      `tirazh_record AS s${needsProject ? ` LEFT JOIN tirazh_record AS p ON ${at('project', 'p')} AND p.id = ${json.text('s.doc', ['sourceProject'])}` : ''} WHERE ${at('practice', 's')}`,
    ),
    plain('adoptions', 'adoption'),
    query(
      'facts_practice_tools',
      { _subject: 's.id', id: 'p.id', tool: json.element('e.value'), ...nulls },
      `${source} CROSS JOIN ${json.elements('p.doc', ['tools'])} AS e WHERE ${at('practice', 's')}`,
    ),
    query(
      'facts_practice_indicators',
      {
        _subject: 's.id',
        id: 'p.id',
        ...fieldsOf(r.indicators.fields, 'e.value', ['better']),
        better: `CASE WHEN ${json.text('e.value', ['metric'])} IN (${lower}) THEN -1 ELSE 1 END`,
        ...nulls,
      },
      `${source} CROSS JOIN ${json.elements('p.doc', ['indicators'])} AS e WHERE ${at('practice', 's')}`,
    ),
    `held AS MATERIALIZED (SELECT r.id AS id, r.doc AS doc, ${json.text('r.doc', ['practice'])} AS practice, ${json.text('r.doc', ['heldOn'])} AS held_on, ${json.day('r.doc', ['heldOn'])} AS day FROM ${from('check', 'r')})`,
    `assessed AS (SELECT c.id AS id, COUNT(DISTINCT COALESCE(j.becomes, ${code})) AS municipalities, MAX(CASE WHEN COALESCE(j.becomes, ${code}) = COALESCE(k.becomes, ${author}) THEN 1 ELSE 0 END) AS author FROM held AS c JOIN tirazh_record AS s ON ${at('practice', 's')} AND s.id = c.practice CROSS JOIN ${json.elements('c.doc', ['assessors'])} AS a ${becomes('j', code, 'c.day')} ${becomes('k', author, 'c.day')} GROUP BY c.id)`,
    `passed AS MATERIALIZED (SELECT ${json.text('r.doc', ['practice'])} AS practice, ${json.text('r.doc', ['heldOn'])} AS held_on, r.id AS id FROM ${from('defence', 'r')} AND ${json.text('r.doc', ['level'])} = 'regional' AND ${json.text('r.doc', ['decision'])} = 'passed')`,
    `defended AS (SELECT c.id AS id, MIN(${json.byCodePoint('d.held_on || d.id')}) AS first FROM held AS c JOIN passed AS d ON d.practice = c.practice AND d.held_on >= c.held_on GROUP BY c.id)`,
    query(
      'facts_practice_checks',
      {
        _subject: 'c.practice',
        id: 'c.id',
        ...fieldsOf(r.checks.fields, 'c.doc', [
          'heldOn',
          'assessorMunicipalities',
          'authorAssesses',
          'defence',
          'defendedOn',
          'block1',
          'block2',
          'block3',
          'block4',
          'block5',
        ]),
        heldOn: 'c.day',
        ...Object.fromEntries(
          [1, 2, 3, 4, 5].map((n) => [
            `block${n}`,
            json.whole('c.doc', ['blocks', n - 1], { decimals: 2, max: 100 }),
          ]),
        ),
        assessorMunicipalities: `CASE WHEN ${json.size('c.doc', ['assessors'])} >= 0 THEN COALESCE(a.municipalities, 0) END`,
        authorAssesses: `CASE WHEN ${json.size('c.doc', ['assessors'])} >= 0 THEN COALESCE(a.author, 0) END`,
        defence: 'substr(d.first, 11)',
        defendedOn: json.byCodePoint === undefined ? '' : dayOfText(json, 'substr(d.first, 1, 10)'),
        ...nulls,
      },
      `held AS c LEFT JOIN assessed AS a ON a.id = c.id LEFT JOIN defended AS d ON d.id = c.id`,
    ),
    plain('defences', 'defence'),
    plain('certificates', 'certificate'),
  ]
}
function dayOfText(json: JsonSql, t: string): string {
  return json.parameter(1) === '?1' ? `unixepoch(${t}) / 86400` : `(${t})::date - DATE '1970-01-01'`
}
function value(json: JsonSql, field: FieldModel, doc: string, path: JsonPath): string {
  switch (field.type) {
    case 'date':
      return json.day(doc, path)
    case 'boolean':
      return json.flag(doc, path)
    case 'number':
    case 'share':
      return json.whole(doc, path, { decimals: field.decimals ?? 2, max: field.max ?? 1e9 })
    default:
      return json.text(doc, path)
  }
}
