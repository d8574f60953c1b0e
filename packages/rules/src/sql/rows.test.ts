import { expect, test } from 'vitest'
import type { Facts, SubjectModel } from '../model.js'
import { factRows } from './rows.js'

const title = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const model: SubjectModel = {
  kind: 'thing',
  label: 'w',
  fields: {
    n: { title, type: 'number', decimals: 1, max: 100 },
    s: { title, type: 'share' },
    d: { title, type: 'date' },
    b: { title, type: 'boolean' },
    w: { title, type: 'text' },
  },
  relations: { rows: { kind: 'row', title, noun, fields: { c: { title, type: 'code' } } } },
}

function cellsOf(facts: object): readonly unknown[] {
  const subject: Facts = { id: 's', ...facts }
  return factRows(model, [subject])[0]?.rows[0] ?? []
}

test('a decimal is kept in its smallest units, a date as the number of its day, a yes as 1', () => {
  expect(factRows(model, [])[0]?.columns).toEqual(['id', 'n', 's', 'd', 'b', 'w', '_has_rows'])
  expect(cellsOf({ n: 2.5, s: 0.12, d: '1970-01-02', b: true, w: 'x' })).toEqual(['s', 25, 12, 1, 1, 'x', 0])
})

test('what is missing or cannot be used is nothing', () => {
  const nothing = ['s', null, null, null, null, null, 0]
  expect(cellsOf({})).toEqual(nothing)
  expect(cellsOf({ n: '2.5', s: true, d: 20240101, b: 1, w: 5 })).toEqual(nothing)
  expect(cellsOf({ n: 2.55, s: Number.NaN, d: '2023-02-29', b: 'true', w: null })).toEqual(nothing)
  expect(cellsOf({ n: 100.1, s: 2e9, d: '0999-12-31', b: null, w: {} })).toEqual(nothing)
})

test('no records are something else than records that nobody wrote down', () => {
  expect(cellsOf({ rows: [] })[6]).toBe(1)
  expect(cellsOf({ rows: undefined })[6]).toBe(0)
})

test('each record stands beside its subject with its place and the time when it was known', () => {
  const recordedAt = '2024-01-01T00:00:00.000Z'
  const subjects = [
    { id: 'a', rows: [{ id: 'r', c: 'x', recordedAt }, { id: 'r' }] },
    { id: 'b', rows: [{ id: 'q', c: 'y', supersededAt: recordedAt }] },
  ]
  const rows = factRows(model, subjects)[1]
  expect(rows?.table).toBe('facts_thing_rows')
  expect(rows?.columns).toEqual(['_subject', '_row', 'id', 'c', '_recordedAt', '_supersededAt'])
  expect(rows?.rows).toEqual([
    ['a', 0, 'r', 'x', recordedAt, null],
    ['a', 1, 'r', null, null, null],
    ['b', 0, 'q', 'y', null, recordedAt],
  ])
})
