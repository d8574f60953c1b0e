import { expect, test } from 'vitest'
import { table } from './figure.js'

test('each figure says what it is compared with, its target and whether it is met', () => {
  const lines = table([
    { name: 'fast', ratio: 0.5, comparedWith: 'a loop', target: 1 },
    { name: 'slow', ratio: 1.25, comparedWith: 'a loop', target: 1 },
    { name: 'plain', ratio: 2, comparedWith: 'reading' },
  ]).split('\n')
  expect(lines.map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    'figure | ratio | compared with | target',
    'fast | × 0.500 | a loop | ≤ 1 | met',
    'slow | × 1.250 | a loop | ≤ 1 | NOT MET',
    'plain | × 2.000 | reading | —',
  ])
})
