import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fit, textWidth, wrap } from './text.js'

test('wrapping loses no letter as long as lines are left', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      const bare = (value: string): string => value.replace(/[ \n\t]/g, '')
      expect(bare(wrap(text, 90, 12, 1000).join(''))).toBe(bare(text))
    }),
  )
})

test('no wrapped line is wider than the room for it, not even one without spaces', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 1, max: 4 }),
      (text, most) => {
        const lines = wrap(text, 90, 12, most)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(90 + textWidth('…', 12))
      },
    ),
  )
})

test('what is cut off is shown to be cut off', () => {
  expect(wrap('один два три четыре пять', 40, 12, 2).at(-1)).toMatch(/…$/)
})

test('fitting takes the longest beginning that has room', () => {
  const beginning = fit('Дальнеконстантиновский', 50, 11)
  expect('Дальнеконстантиновский'.startsWith(beginning)).toBe(true)
  expect(textWidth(beginning, 11)).toBeLessThanOrEqual(50)
  expect(beginning.length).toBeGreaterThanOrEqual(5)
})
