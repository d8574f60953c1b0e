import { expect, test } from 'vitest'
import { isEndAligned } from './alignment.js'
import type { Cell, Column } from './report.js'

function aligned(cells: readonly Cell[], column: Omit<Column, 'title'> = {}): boolean {
  const rows = cells.map((cell) => ['row', cell])
  return isEndAligned(
    { type: 'table', caption: '', columns: [{ title: 'a' }, { title: 'b', ...column }], rows },
    1,
  )
}

const number = { as: 'number', value: 1 } as const
const unknown = { as: 'unknown', text: 'не указано' } as const

test('a column of figures and dates is aligned at the end, gaps in it or not', () => {
  expect(aligned([number, null, unknown, { as: 'date', value: '2026-10-05' }])).toBe(true)
  expect(aligned([{ as: 'interval', low: 1, high: 2 }])).toBe(true)
  expect(aligned([{ as: 'money', minor: 1, currency: 'RUB' }])).toBe(true)
  expect(aligned([{ as: 'share', value: 0.5 }])).toBe(true)
})

test('a column with words in it, or with nothing, is not', () => {
  expect(aligned([number, 'слово'])).toBe(false)
  expect(aligned([number, { as: 'status', status: 'met', text: 'да' }])).toBe(false)
  expect(aligned([null])).toBe(false)
  expect(aligned([])).toBe(false)
})

test('what the column says itself comes first', () => {
  expect(aligned([number], { align: 'start' })).toBe(false)
  expect(aligned(['слово'], { align: 'end' })).toBe(true)
})

test('cells beyond the columns go by what they hold', () => {
  const table = { type: 'table', caption: '', columns: [], rows: [['слово', number]] } as const
  expect([0, 1, 2].map((column) => isEndAligned(table, column))).toEqual([false, true, false])
})
