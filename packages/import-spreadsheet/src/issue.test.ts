import { describeIssue, type ImportIssue } from '@tirazh/import-spreadsheet'
import { expect, test } from 'vitest'
import { nearest } from './nearest.js'
import { shown } from './shown.js'
import { columnLetter } from './table/header.js'

const issue: ImportIssue = {
  severity: 'error',
  code: 'CELL_DATE',
  file: 'adoptions.csv',
  row: 15,
  column: 'Внедрено',
  value: '31.02.2024',
  message: { ru: 'Такого дня нет.', en: 'There is no such day.' },
}

test('an issue is described in one line with its place, what stands there and what is wrong', () => {
  expect(describeIssue(issue, 'ru')).toBe(
    'adoptions.csv, строка 15, столбец «Внедрено»: Такого дня нет. В ячейке: «31.02.2024».',
  )
  expect(describeIssue(issue, 'en')).toBe(
    'adoptions.csv, row 15, column «Внедрено»: There is no such day. The cell says «31.02.2024».',
  )
})

test('a value that the sentence names already is not repeated, and no place is invented', () => {
  const { row, column, ...whole } = issue
  const message = { ru: 'Дня «31.02.2024» нет.', en: "There is no '31.02.2024'." }
  expect(describeIssue({ ...whole, message }, 'ru')).toBe('adoptions.csv: Дня «31.02.2024» нет.')
  expect(describeIssue({ ...whole, message }, 'en')).toBe("adoptions.csv: There is no '31.02.2024'.")
})

test('text from files is shown without invisible characters and not longer than sixty', () => {
  expect(shown('а\u0000б\u202eв\n')).toBe('а\\u0000б\\u202eв\\u000a')
  expect([...shown('🜚'.repeat(100_000))]).toHaveLength(60)
  expect(shown('ы'.repeat(60))).toBe('ы'.repeat(60))
})

test('the nearest word is one that differs in at most every third letter', () => {
  const words = ['Внедрено', 'Начато', 'Прекращено']
  expect(nearest('внедренно', words)).toBe('Внедрено')
  expect(nearest('Прекращён', words)).toBe('Прекращено')
  expect(nearest('Примечание', words)).toBeUndefined()
  expect(nearest('', words)).toBeUndefined()
})

test('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetter)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
})
