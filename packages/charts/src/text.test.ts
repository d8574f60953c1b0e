import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fit, textWidth, wrap } from './text.js'

const bare = (text: string): string => text.replace(/[- \n\t]/g, '')

test('wrapping loses no letter', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
      expect(bare(wrap(text, width, 12).join(''))).toBe(bare(text))
    }),
  )
})

test('no wrapped line is wider than the room for it, not even one without spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      for (const line of wrap(text, 90, 12)) expect(textWidth(line, 12)).toBeLessThanOrEqual(90)
    }),
  )
})

test('a word that is too long is broken between syllables, with a hyphen', () => {
  expect(wrap('Дальнеконстантиновский', 90, 12)).toEqual(['Дальнеконс-', 'тантиновский'])
  expect(wrap('Ново-Александровск', 70, 12)).toEqual(['Ново-', 'Александ-', 'ровск'])
  expect(wrap('1234567890123', 60, 12)).toEqual(['1234567', '890123'])
})

test('fitting takes the longest beginning that has room', () => {
  const beginning = fit('Дальнеконстантиновский', 50, 11)
  expect('Дальнеконстантиновский'.startsWith(beginning)).toBe(true)
  expect(textWidth(beginning, 11)).toBeLessThanOrEqual(50)
  expect(beginning.length).toBeGreaterThanOrEqual(5)
})
