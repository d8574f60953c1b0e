import { expect, test } from 'vitest'
import { type Figure, table } from './figure.js'

function lines(figures: readonly Figure[]): readonly string[] {
  return table(figures)
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' | '))
}

test('each figure says what it is compared with, its target and whether it is met', () => {
  const figures = [
    { name: 'fast', ratio: 0.5, comparedWith: 'a loop', target: 1 },
    { name: 'slow', ratio: 1.25, comparedWith: 'a loop', target: 1 },
    { name: 'plain', ratio: 2, comparedWith: 'reading' },
  ]
  expect(lines(figures)).toEqual([
    'figure | ratio | compared with | target',
    'fast | × 0.500 | a loop | ≤ 1 | met',
    'slow | × 1.250 | a loop | ≤ 1 | NOT MET',
    'plain | × 2.000 | reading | —',
  ])
})

test('a figure may have to reach its target instead of keeping below it', () => {
  const figures = [
    { name: 'far', ratio: 31_234.4, comparedWith: 'one record', atLeast: 20_000 },
    { name: 'near', ratio: 7.9, comparedWith: 'a loop', atLeast: 8 },
  ]
  expect(lines(figures).slice(1)).toEqual([
    'far | × 31,234 | one record | ≥ 20,000 | met',
    'near | × 7.900 | a loop | ≥ 8 | NOT MET',
  ])
})

test('what could not be measured does not meet its target', () => {
  const figures = [{ name: 'odd', ratio: Number.NaN, comparedWith: 'a loop', target: 1 }]
  expect(lines(figures)[1]).toContain('NOT MET')
})

test('a small ratio keeps its digits', () => {
  const figures = [{ name: 'tiny', ratio: 0.000_012_345, comparedWith: 'a loop' }]
  expect(lines(figures)[1]).toContain('× 0.0000123')
})
