import { expect, test } from 'vitest'
import { median } from './timing.js'

test('half of the values lie above the median and half below', () => {
  expect(median([5, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('one odd sample does not move the median', () => {
  expect(median([1, 1, 1, 1, 1000])).toBe(1)
})
