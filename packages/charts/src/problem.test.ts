import type { Chart } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { bars, bullet, columns, dumbbell, everyKind, line, stacked, tiles } from '../test/samples.js'
import { drawChart } from './chart.js'
import { chartProblem } from './problem.js'

const series = (count: number): { title: string; values: number[] }[] =>
  Array.from({ length: count }, (_, index) => ({ title: `${index}`, values: [1, 2, 3, 4] }))

test.each<[string, Chart, RegExp]>([
  ['a bar of no number', { ...bars, items: [{ label: 'Бор', value: Number.NaN }] }, /leave the item out/],
  ['an infinite plan', { ...columns, items: [{ label: 'I', value: 1, plan: Infinity }] }, /write null/],
  ['an infinite change', { ...dumbbell, items: [{ label: 'I', from: -Infinity, to: 1 }] }, /write null/],
  ['a number without room', { ...bullet, items: [{ label: 'I', value: 1e12 }] }, /thousands or millions/],
  ['five lines', { ...line, series: series(5) }, /at most 4 series.*instead of 5/],
  [
    'a line that is too short',
    { ...line, labels: ['I', 'II', 'III', 'IV', 'V'] },
    /"Все" has 4 values for 5/,
  ],
  ['six parts', { ...stacked, parts: [...'абвгде'], items: [] }, /at most 5 parts.*instead of 6/],
  [
    'a bar with a part too many',
    { ...stacked, items: [{ label: 'Бор', values: [1, 2, 3, 4] }] },
    /"Бор" has 4 values for 3 parts/,
  ],
  [
    'a part below zero',
    { ...stacked, items: [{ label: 'Бор', values: [1, -2, 3] }] },
    /not below zero.*draw such values as bars/,
  ],
  ['five breaks', { ...tiles, breaks: [1, 2, 3, 4, 5] }, /at most 4 breaks/],
  ['descending breaks', { ...tiles, breaks: [2, 1] }, /sort them/],
  ['two tiles at one place', { ...tiles, tiles: [...tiles.tiles, ...tiles.tiles] }, /each its own x and y/],
])('%s cannot be drawn truthfully, and it is said why', (_, chart, why) => {
  expect(chartProblem(chart)).toMatch(why)
  expect(() => drawChart(chart, { locale: 'ru', width: 'wide', id: 'c' })).toThrow(why)
})

test('what can be drawn truthfully has no problem', () => {
  for (const chart of everyKind) expect(chartProblem(chart)).toBeUndefined()
})
