import type { Chart } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { chartTable, valuesTitle } from './chart-table.js'

const base = { type: 'chart', title: 'План', labelTitle: 'Квартал', valueTitle: 'Факт', unit: 'шт.' } as const

test('a table has every number of the chart, the plan only where there is one', () => {
  const chart: Chart = {
    ...base,
    chart: 'columns',
    items: [
      { label: 'I', value: 1 },
      { label: 'II', value: 2, plan: 3 },
    ],
  }
  const table = chartTable(chart, 'ru')
  expect(table.columns.map(({ title }) => title)).toEqual(['Квартал', 'Факт, шт.', 'План'])
  expect(table.rows).toEqual([
    ['I', { as: 'number', value: 1 }, null],
    ['II', { as: 'number', value: 2 }, { as: 'number', value: 3 }],
  ])
})

test('a missing value is said in words and not left empty', () => {
  const chart: Chart = {
    ...base,
    chart: 'tiles',
    breaks: [],
    tiles: [{ x: 0, y: 0, short: 'Бор', label: 'Бор', value: null }],
  }
  expect(chartTable(chart, 'en').rows).toEqual([['Бор', { as: 'unknown', text: 'no data' }]])
})

test('bars and columns without a plan have no column for it, and the caption is the title', () => {
  for (const kind of ['bars', 'columns'] as const) {
    const table = chartTable({ ...base, chart: kind, items: [{ label: 'I', value: 1 }] }, 'ru')
    expect(table).toEqual({
      type: 'table',
      caption: 'План',
      columns: [
        { title: 'Квартал', rowHeader: true },
        { title: 'Факт, шт.', align: 'end' },
      ],
      rows: [['I', { as: 'number', value: 1 }]],
    })
  }
})

test('values without a unit are called by their title alone', () => {
  const { unit: _, ...unitless } = base
  expect(valuesTitle({ ...unitless, chart: 'bars', items: [] })).toBe('Факт')
})
