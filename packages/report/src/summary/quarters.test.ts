import { expect, test } from 'vitest'
import { quarterEnds } from './quarters.js'

test('the days are the ends of the quarters before and the day itself', () => {
  expect(quarterEnds('2025-12-24', 4)).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-24'])
})

test('across the turn of the year, and from the end of a quarter', () => {
  expect(quarterEnds('2025-01-01', 3)).toEqual(['2024-09-30', '2024-12-31', '2025-01-01'])
  expect(quarterEnds('2024-03-31', 2)).toEqual(['2023-12-31', '2024-03-31'])
})
