import type { Cell, Chart } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
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
        { title: 'Квартал', as: 'text', rowHeader: true },
        { title: 'Факт, шт.', as: 'number', align: 'end' },
      ],
      rows: [['I', { as: 'number', value: 1 }]],
    })
  }
})

test('values without a unit are called by their title alone', () => {
  const { unit: _, ...unitless } = base
  expect(valuesTitle({ ...unitless, chart: 'bars', items: [] })).toBe('Факт')
})

describe('of the other charts', () => {
  const { valueTitle: _, ...untitled } = base

  test('lines are a column for each series and a row for each label, gaps in words', () => {
    const chart: Chart = {
      ...untitled,
      chart: 'line',
      labels: ['I', 'II'],
      series: [
        { title: 'Факт', values: [1, null] },
        { title: 'Прогноз', values: [2, 3] },
      ],
    }
    expect(inWords(chart)).toEqual([
      ['Квартал', 'Факт, шт.', 'Прогноз, шт.'],
      ['I', 1, 2],
      ['II', 'нет данных', 3],
    ])
  })

  test('what is before and after stands side by side', () => {
    const chart: Chart = {
      ...{ ...untitled, chart: 'dumbbell', fromTitle: 'Было', toTitle: 'Стало' },
      items: [{ label: 'Срок', from: 30, to: null }],
    }
    expect(inWords(chart)).toEqual([
      ['Квартал', 'Было, шт.', 'Стало, шт.'],
      ['Срок', 30, 'нет данных'],
    ])
  })

  test('parts are columns in their order', () => {
    const chart: Chart = {
      ...{ ...untitled, chart: 'stacked', parts: ['действует', 'истекает'] },
      items: [
        { label: 'I', values: [5, 0] },
        { label: 'II', values: [null, 2] },
      ],
    }
    expect(inWords(chart)).toEqual([
      ['Квартал', 'действует, шт.', 'истекает, шт.'],
      ['I', 5, 0],
      ['II', 'нет данных', 2],
    ])
  })

  test('a plan without a value is told, and a value without a plan has an empty cell', () => {
    const chart: Chart = {
      ...{ ...base, chart: 'bullet' },
      items: [
        { label: 'I', value: null, plan: 2 },
        { label: 'II', value: 3 },
      ],
    }
    expect(inWords(chart)).toEqual([
      ['Квартал', 'Факт, шт.', 'План'],
      ['I', 'нет данных', 2],
      ['II', 3, null],
    ])
  })

  test('every column says what it holds, so that an empty chart is typed too', () => {
    const chart: Chart = { ...base, chart: 'bars', items: [] }
    expect(chartTable(chart, 'ru').columns.map(({ as }) => as)).toEqual(['text', 'number'])
  })
})

/** The titles and the cells of its table, typed values by what they hold. */
function inWords(chart: Chart): readonly (readonly unknown[])[] {
  const { columns, rows } = chartTable(chart, 'ru')
  const said = (cell: Cell): unknown => {
    if (cell === null || typeof cell === 'string') return cell
    return cell.as === 'number' ? cell.value : cell.as === 'unknown' ? cell.text : cell
  }
  return [columns.map(({ title }) => title), ...rows.map((cells) => cells.map(said))]
}
