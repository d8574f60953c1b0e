import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isolated } from './isolate.js'

test('text that turns nothing stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('а', 'Z', '1', ' ', '(', '—', '№') }), (text) => {
      expect(isolated(text)).toBe(text)
    }),
  )
})

test('letters written from right to left are fenced off', () => {
  expect(isolated('שלום')).toBe('\u2068שלום\u2069')
})

test('whatever controls a text holds, what it opens ends with it and nothing before it is closed', () => {
  const controls = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('а', '1', ...controls) }), (text) => {
      const fenced = isolated(text)
      if (fenced === text) return
      let depth = 0
      const depths = [...fenced].map((character) => {
        if (/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(character)) depth += 1
        if (/[\u202c\u2069]/.test(character)) depth -= 1
        return depth
      })
      // The fence itself is the outermost pair: nothing inside reaches its depth again before its end.
      expect(Math.min(...depths.slice(0, -1))).toBeGreaterThanOrEqual(1)
      expect(fenced.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')).toBe(
        text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''),
      )
    }),
    { numRuns: 500 },
  )
})
