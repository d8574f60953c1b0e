import { type Cell, type Chart, type Column, formats, type Locale, type Table } from '@tirazh/spec'
import { words } from './words.js'

/** The numbers of a chart as a table, for readers and formats without drawings. Nothing is left out. */
export function chartTable(chart: Chart, locale: Locale): Table {
  const f = formats(locale)
  const number = (value: number): Cell => ({ as: 'number', value })
  const valueTitle = chart.unit === undefined ? chart.valueTitle : `${chart.valueTitle}, ${chart.unit}`
  const columns: readonly Column[] = [
    { title: chart.labelTitle, rowHeader: true },
    { title: valueTitle, align: 'end' },
  ]
  const table = { type: 'table', caption: chart.title } as const
  switch (chart.chart) {
    case 'bars':
      return { ...table, columns, rows: chart.items.map(({ label, value }) => [label, number(value)]) }
    case 'columns': {
      if (chart.items.every(({ plan }) => plan === undefined)) {
        return { ...table, columns, rows: chart.items.map(({ label, value }) => [label, number(value)]) }
      }
      return {
        ...table,
        columns: [...columns, { title: f.text(words.planTitle), align: 'end' }],
        rows: chart.items.map(({ label, value, plan }) => [
          label,
          number(value),
          plan === undefined ? null : number(plan),
        ]),
      }
    }
    case 'tiles':
      return {
        ...table,
        columns,
        rows: chart.tiles.map(({ label, value }) => [
          label,
          value === null ? { as: 'unknown', text: f.text(words.noData) } : number(value),
        ]),
      }
  }
}
