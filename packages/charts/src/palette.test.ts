import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.js'
import { chartPalettes, chartStyles } from './palette.js'

describe.each(Object.entries(chartPalettes))('the %s palette', (_, palette) => {
  test('keeps text readable on paper and on every tile', () => {
    for (const colour of [palette.ink, palette.muted, palette.accent, palette.mark]) {
      expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(4.5)
    }
    for (const step of [1, 2, 3, 4, 5] as const) {
      expect(contrast(palette[`on${step}`], palette[`seq${step}`])).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('tells bars from the paper, and marks from bars', () => {
    for (const colour of [palette.soft, palette.accent, palette.mark]) {
      expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3)
    }
  })

  test('gets steadily further from the paper as values rise', () => {
    const steps = [palette.seq1, palette.seq2, palette.seq3, palette.seq4, palette.seq5]
    const distances = steps.map((colour) => contrast(colour, palette.paper))
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
  })
})

test('every colour can be replaced by a custom property', () => {
  for (const [name, value] of Object.entries(chartPalettes.light)) {
    expect(chartStyles).toContain(`.tz-fill-${name}{fill:var(--tz-${name},${value})}`)
  }
})
