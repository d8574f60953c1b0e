import type { Chart } from './chart.js'
import type { Cell, Column, Table } from './report.js'
import { reportWords } from './report-words.js'
import type { Locale, Text } from './scalars.js'

/**
 * The numbers of a chart as a table, for readers and formats without drawings: nothing is left out, and
 * a value that is not known is said in words. The caption is the title of the chart; its note stays behind.
 */
export function chartTable(chart: Chart, locale: Locale): Table {
  const say = (word: Text): string => word[locale]
  const cell = (value: number | null): Cell =>
    value === null ? { as: 'unknown', text: say(reportWords.noData) } : { as: 'number', value }
  const table = (titles: readonly string[], rows: readonly (readonly Cell[])[]): Table => ({
    type: 'table',
    caption: chart.title,
    columns: [{ title: chart.labelTitle, as: 'text', rowHeader: true }, ...titles.map(numbers)],
    rows,
  })

  switch (chart.chart) {
    case 'bars':
      return table(
        [valuesTitle(chart)],
        chart.items.map(({ label, value }) => [label, cell(value)]),
      )
    case 'columns':
    case 'bullet': {
      const planned = chart.items.some(({ plan }) => plan !== undefined)
      return table(
        planned ? [valuesTitle(chart), say(reportWords.plan)] : [valuesTitle(chart)],
        chart.items.map(({ label, value, plan }) => [
          label,
          cell(value),
          ...(planned ? [plan === undefined ? null : cell(plan)] : []),
        ]),
      )
    }
    case 'line':
      return table(
        chart.series.map(({ title }) => withUnit(title, chart)),
        chart.labels.map((label, index) => [
          label,
          ...chart.series.map(({ values }) => cell(values[index] ?? null)),
        ]),
      )
    case 'dumbbell':
      return table(
        [withUnit(chart.fromTitle, chart), withUnit(chart.toTitle, chart)],
        chart.items.map(({ label, from, to }) => [label, cell(from), cell(to)]),
      )
    case 'stacked':
      return table(
        chart.parts.map((title) => withUnit(title, chart)),
        chart.items.map(({ label, values }) => [
          label,
          ...chart.parts.map((_, index) => cell(values[index] ?? null)),
        ]),
      )
    case 'tiles':
      return table(
        [valuesTitle(chart)],
        chart.tiles.map(({ label, value }) => [label, cell(value)]),
      )
  }
}

/** What the values of a chart are called, with their unit: `Выполнение, %`. */
export function valuesTitle(chart: Extract<Chart, { readonly valueTitle: string }>): string {
  return withUnit(chart.valueTitle, chart)
}

function withUnit(title: string, { unit }: Chart): string {
  return unit === undefined ? title : `${title}, ${unit}`
}

function numbers(title: string): Column {
  return { title, as: 'number', align: 'end' }
}
