import { expect, test } from 'vitest'
import { rangeOf } from './ranges.js'

test('a range is named by the letters of its last column', () => {
  expect(rangeOf(0, 0, 0)).toBe('A1:A1')
  expect(rangeOf(2, 19, 25)).toBe('A3:Z20')
  expect(rangeOf(0, 1, 26)).toBe('A1:AA2')
  expect(rangeOf(0, 1, 16_383)).toBe('A1:XFD2')
})
