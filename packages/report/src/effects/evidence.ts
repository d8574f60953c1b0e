import { type IndicatorRef, indicatorNoun, metrics, recordNouns } from '@tirazh/core'
import type { Block, Cell, ListItem } from '@tirazh/spec'
import { figure, groupOf } from '../certification/cells.js'
import type { Uncounted } from './amount.js'
import { confidenceConditions, haircutOf } from './confidence.js'
import { type EffectsContext, measuredKinds, sumCells, sumColumns } from './context.js'
import { projectReference } from './groups.js'

/** How many rows of what cannot be counted are shown. The basis of each count names all of them. */
const most = 20

/** What happened to every metric, those without hours, people or money too. */
export function metricTable({ data, f, t }: EffectsContext): Block[] {
  if (data.byMetric.length === 0) return []
  const on = f.date(data.asOf)
  return [
    { type: 'heading', level: 2, text: t.metricsTitle },
    {
      type: 'table',
      caption: t.metricsCaption,
      columns: [
        { title: t.metric, as: 'text', rowHeader: true },
        { title: t.improved, as: 'number' },
        { title: t.unchanged, as: 'number' },
        { title: t.worsened, as: 'number' },
        { title: t.missing, as: 'number' },
        { title: t.median, as: 'share' },
        { title: t.least, as: 'share' },
        { title: t.most, as: 'share' },
      ],
      rows: data.byMetric.map(({ metric, change, ...outcomes }): Cell[] => {
        const name = metrics[metric][f.locale]
        const count = (records: readonly string[], outcome: string): Cell =>
          figure(records.length, {
            rule: t.outcomeRule(outcome.toLowerCase(), on),
            kind: 'project',
            records,
          })
        const share = (value: number | undefined): Cell =>
          change === undefined || value === undefined
            ? { as: 'unknown', text: t.notComputed }
            : {
                as: 'share',
                value,
                signed: true,
                basis: { rule: t.changeRule(on), records: [groupOf('project', change.projects)] },
              }
        return [
          `${name} (${t.better[metrics[metric].better]})`,
          count(outcomes.improved, t.improved),
          count(outcomes.unchanged, t.unchanged),
          count(outcomes.worsened, t.worsened),
          count(outcomes.missing, t.missing),
          share(change?.median),
          share(change?.least),
          share(change?.most),
        ]
      }),
      note: t.metricsNote,
    },
  ]
}

/** The rules of confidence with their origin, and how the measurements stand by them. */
export function confidence(context: EffectsContext): Block[] {
  const { data, f, t } = context
  const kinds = measuredKinds(context)
  const on = f.date(data.asOf)
  const { leastSample, leastDays, haircuts } = data.confidence
  const conditions = confidenceConditions.length
  const grades = Array.from({ length: conditions + 1 }, (_, index) => conditions - index)
  return [
    { type: 'heading', level: 2, text: t.confidenceTitle },
    { type: 'paragraph', content: [t.confidenceText] },
    { type: 'paragraph', content: [t.lossesText] },
    {
      type: 'table',
      caption: t.settingsCaption,
      columns: [
        { title: t.setting, as: 'text', rowHeader: true },
        { title: t.value, align: 'end' },
        { title: t.origin, as: 'text' },
      ],
      rows: [
        [t.leastSample, { as: 'number', value: leastSample.value }, f.text(leastSample.origin)],
        [t.leastDays, { as: 'number', value: leastDays.value }, f.text(leastDays.origin)],
        ...grades.map((confirmed): Cell[] => [
          t.haircutFor(f.number(confirmed)),
          { as: 'share', value: haircutOf(confirmed, data.confidence) },
          f.text(haircuts.origin),
        ]),
      ],
    },
    ...(kinds.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: t.gradesCaption,
            columns: [
              { title: t.grade, as: 'text' as const, rowHeader: true },
              { title: t.haircut, as: 'share' as const },
              { title: t.measurements, as: 'number' as const },
              ...sumColumns(kinds, t),
            ],
            rows: data.byGrade.map(({ confirmed, haircut, sums }): Cell[] => {
              const grade = t.gradeOf(f.number(confirmed))
              const records = kinds.flatMap((kind) => sums[kind]?.projects ?? [])
              const measurements = kinds.reduce((sum, kind) => sum + (sums[kind]?.measurements ?? 0), 0)
              const rule = t.gradeRule(on)
              return [
                grade,
                { as: 'share', value: haircut },
                figure(measurements, { rule, kind: 'project', records }),
                ...kinds.flatMap((kind): Cell[] =>
                  sums[kind] === undefined ? [null, null] : sumCells(sums, [kind], context),
                ),
              ]
            }),
          },
        ]),
  ]
}

/** What is in no sum, and why; then the records that could be completed. */
export function uncounted({ data, snapshot, f, t }: EffectsContext): Block[] {
  const on = f.date(data.asOf)
  const item = (reason: Uncounted): ListItem[] => {
    const refs = data.uncounted[reason]
    if (refs.length === 0) return []
    const value = figure(refs.length, {
      rule: t.uncountedRule(reason, on),
      kind: 'project',
      records: refs.map(({ project }) => project),
      unit: f.plural(refs.length, indicatorNoun),
    })
    return [{ content: [t.uncounted[reason], value, t.uncountedAfter[reason]] }]
  }
  const unmeasured = figure(data.unmeasured.length, {
    rule: t.unmeasuredRule(on),
    kind: 'project',
    records: data.unmeasured,
    unit: f.plural(data.unmeasured.length, recordNouns.project),
  })
  const items: ListItem[] = [
    ...reasons.flatMap(item),
    ...(data.unmeasured.length === 0 ? [] : [{ content: [t.unmeasured, unmeasured, t.unmeasuredAfter] }]),
  ]
  const open = fixable.flatMap((reason) => data.uncounted[reason].map((ref) => ({ ref, reason })))
  const row = ({ ref, reason }: { ref: IndicatorRef; reason: Uncounted }): Cell[] => [
    projectReference(ref.project, snapshot),
    metrics[ref.indicator.metric][f.locale],
    t.reasons[reason],
  ]
  return [
    { type: 'heading', level: 2, text: t.uncountedTitle },
    items.length === 0 ? { type: 'paragraph', content: [t.uncountedNone] } : { type: 'list', items },
    ...(open.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: t.uncountedCaption,
            columns: [
              { title: t.project, as: 'reference' as const, rowHeader: true },
              { title: t.indicator, as: 'text' as const },
              { title: t.why, as: 'text' as const },
            ],
            rows: open.slice(0, most).map(row),
            ...(open.length > most ? { note: t.firstOf(f.number(most), f.number(open.length)) } : {}),
          },
        ]),
  ]
}

const reasons: readonly Uncounted[] = ['missing', 'no-volume', 'other-unit', 'other-metric']
/** What somebody can complete in the register. */
const fixable: readonly Uncounted[] = ['missing', 'no-volume', 'other-unit']
