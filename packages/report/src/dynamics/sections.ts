import type { Block, Cell, Column, RecordGroup, Table } from '@tirazh/spec'
import { figure, groupOf } from '../certification/cells.js'
import { nouns } from '../nouns.js'
import type { FigureChange } from './change.js'
import { type DynamicsDay, type Measure, measures } from './collect.js'
import { type DynamicsContext, kindOf, measured } from './context.js'

/** Figures of like size share a drawing: lines for counts, columns for hours and people. */
export function charts({ data, f, t }: DynamicsContext): Block[] {
  if (data.days.length < 2) return []
  const labels = data.days.map(({ on }) => on.slice(0, 4))
  const values = (measure: Measure): (number | null)[] =>
    data.days.map(({ figures }) => {
      const value = figures[measure]
      // Read from a drawing: whole hours, the exact ones are in the tables.
      return value === undefined ? null : Math.round(value)
    })
  const line = (title: string, note: string, shown: readonly Measure[]): Block => ({
    type: 'chart',
    chart: 'line',
    title,
    note,
    labelTitle: t.year,
    labels,
    series: shown.map((measure) => ({ title: t.names[measure], values: values(measure) })),
  })
  const columns = (title: string, measure: Measure): Block => ({
    type: 'chart',
    chart: 'columns',
    title,
    labelTitle: t.year,
    valueTitle: t.names[measure],
    items: values(measure).map((value, index) => ({ label: labels[index] ?? '', value })),
  })
  return [
    { type: 'heading', level: 2, text: t.chartsTitle },
    { type: 'paragraph', content: [t.chartsText(f.date(data.asOf, 'long').replace(/\s*\d{4}.*$/u, ''))] },
    {
      type: 'columns',
      columns: [
        [line(t.practicesChart, t.practicesChartNote, ['practices', 'replicated', 'certificates'])],
        [line(t.countsChart, t.countsChartNote, ['processes', 'adoptions'])],
      ],
    },
    {
      type: 'columns',
      columns: [[columns(t.hoursChart, 'hours')], [columns(t.peopleChart, 'people')]],
    },
  ]
}

/** The figures of every day, how each changed over a year, and the coverage apart, in its own units. */
export function tables(context: DynamicsContext): Block[] {
  const { data, f, t } = context
  const counts: Column[] = measures.map((measure) => ({ title: t.names[measure], as: 'number' }))
  const undecided = data.days.filter((day) => day.undecided.length > 0)
  const note = `${t.undecidedNote}${f.list(
    undecided.map(({ on, undecided: ids }) =>
      t.undecidedOn(f.date(on), f.count(ids.length, nouns.aboutPractice)),
    ),
  )}.`
  const values: Block = {
    type: 'table',
    caption: t.valuesCaption,
    columns: [{ title: t.day, as: 'date', rowHeader: true }, ...counts],
    rows: data.days.map((day): Cell[] => [
      { as: 'date', value: day.on },
      ...measures.map((measure) => measured(measure, day, t.rowRules[measure], t)),
    ]),
    ...(undecided.length === 0 ? {} : { note }),
  }
  const changes = (
    caption: string,
    as: 'number' | 'share',
    cell: (change: FigureChange, records: readonly RecordGroup[]) => Cell,
  ): Table => ({
    type: 'table',
    caption,
    columns: [
      { title: t.period, as: 'date', rowHeader: true },
      ...counts.map((column) => ({ ...column, as })),
    ],
    rows: data.changes.map(({ to, figures }, index): Cell[] => [
      { as: 'date', value: to },
      ...measures.map((measure): Cell => {
        const change = figures[measure]
        if (change === undefined) return { as: 'unknown', text: t.notComputed }
        return cell(change, [bothYears(measure, data.days.slice(index, index + 2))])
      }),
    ]),
  })
  return [
    { type: 'heading', level: 2, text: t.valuesTitle },
    values,
    ...(data.changes.length === 0
      ? []
      : [
          changes(t.absoluteCaption, 'number', ({ absolute }, records) => ({
            as: 'number',
            value: absolute,
            basis: { rule: t.absoluteRule, records },
          })),
          {
            ...changes(t.relativeCaption, 'share', ({ relative }, records) =>
              relative === undefined
                ? { as: 'unknown', text: t.notComputed }
                : { as: 'share', value: relative, signed: true, basis: { rule: t.relativeRule, records } },
            ),
            note: t.relativeNote,
          },
        ]),
    ...coverageTable(context),
  ]
}

function bothYears(measure: Measure, days: readonly DynamicsDay[]): RecordGroup {
  return groupOf(
    kindOf[measure],
    days.flatMap(({ records }) => records[measure]),
  )
}

function coverageTable({ data, t }: DynamicsContext): Block[] {
  const share = (
    value: number | undefined,
    absent: string,
    rule: string,
    records: readonly string[],
  ): Cell =>
    value === undefined
      ? { as: 'unknown', text: absent }
      : {
          as: 'share',
          value,
          basis: { rule, records: [groupOf('municipality', records)] },
        }
  const count = (rule: string, records: readonly string[]): Cell =>
    figure(records.length, { rule, kind: 'municipality', records })
  const change = (points: number | undefined, records: readonly string[]): Cell =>
    points === undefined
      ? { as: 'unknown', text: t.notComputed }
      : figure(points, { rule: t.pointsRule, kind: 'municipality', records })
  return [
    { type: 'heading', level: 2, text: t.coverageTitle },
    {
      type: 'table',
      caption: t.coverageCaption,
      columns: [
        { title: t.day, as: 'date', rowHeader: true },
        { title: t.municipalities, as: 'number' },
        { title: t.served, as: 'number' },
        { title: t.share, as: 'share' },
        { title: t.pointsColumn, as: 'number' },
        { title: t.population, as: 'share' },
      ],
      rows: data.days.map(({ on, coverage }, index): Cell[] => {
        const points = data.changes[index - 1]?.coverage
        return [
          { as: 'date', value: on },
          count(t.existingRule, coverage.municipalities),
          count(t.coverageRowRule, coverage.served),
          share(coverage.share, t.notComputed, t.coverageRowRule, coverage.municipalities),
          index === 0 ? null : change(points, coverage.municipalities),
          share(coverage.population, t.populationUnknown, t.populationRule, coverage.municipalities),
        ]
      }),
      note: t.coverageTableNote,
    },
  ]
}
