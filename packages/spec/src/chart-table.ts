import { formats } from './formats.js'
import type { Cell, Chart, Table } from './report.js'
import { reportWords } from './report-words.js'
import type { Locale } from './scalars.js'

/**
 * The numbers of a chart as a table, for readers and formats without drawings: nothing is left out, and
 * a value that is not known is said in words. The caption is the title of the chart; its note stays behind.
 */
export function chartTable(chart: Chart, locale: Locale): Table {
  const f = formats(locale)
  const table: Table = {
    type: 'table',
    caption: chart.title,
    columns: [
      { title: chart.labelTitle, rowHeader: true },
      { title: valuesTitle(chart), align: 'end' },
    ],
    rows: [],
  }
  switch (chart.chart) {
    case 'bars':
      return { ...table, rows: chart.items.map(({ label, value }) => [label, number(value)]) }
    case 'columns': {
      if (chart.items.every(({ plan }) => plan === undefined)) {
        return { ...table, rows: chart.items.map(({ label, value }) => [label, number(value)]) }
      }
      return {
        ...table,
        columns: [...table.columns, { title: f.text(reportWords.plan), align: 'end' }],
        rows: chart.items.map(({ label, value, plan }) => [
          label,
          number(value),
          plan === undefined ? null : number(plan),
        ]),
      }
    }
    case 'tiles': {
      const noData: Cell = { as: 'unknown', text: f.text(reportWords.noData) }
      return {
        ...table,
        rows: chart.tiles.map(({ label, value }) => [label, value === null ? noData : number(value)]),
      }
    }
  }
}

/** What the values of a chart are called, with their unit: `Выполнение, %`. */
export function valuesTitle({ valueTitle, unit }: Chart): string {
  return unit === undefined ? valueTitle : `${valueTitle}, ${unit}`
}

function number(value: number): Cell {
  return { as: 'number', value }
}
