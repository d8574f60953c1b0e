import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetNames } from './sheet-names.js'

const hostile = fc.string({ unit: fc.constantFrom(..."[]:*?/\\'aAбБ😀 \n\u0001\ud800") })

test('whatever the captions, each sheet has a name that Excel accepts and no other sheet has', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string()), { maxLength: 40 }), (captions) => {
      const names = sheetNames('Таблица')
      const taken = captions.map((caption) => names.take(caption))
      for (const name of taken) {
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[[\]:*?/\\\u0000-\u001f]|^'|'$/)
        expect(name).not.toMatch(/\p{Surrogate}/u)
      }
      expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(captions.length)
    }),
  )
})

test('a name is the beginning of its caption', () => {
  const names = sheetNames('Таблица')
  expect(names.take('Практики: топ/10')).toBe('Практики топ 10')
  expect(names.take('ПРАКТИКИ топ 10')).toBe('ПРАКТИКИ топ 10 (2)')
  expect(names.take('Внедрения практик по муниципалитетам области')).toBe('Внедрения практик по муниципали')
  expect(names.take('Внедрения практик по муниципалитетам региона')).toBe('Внедрения практик по муници (2)')
  expect(names.take("''")).toBe('Таблица')
  expect(names.take('History')).toBe('History (2)')
})
