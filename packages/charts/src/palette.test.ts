import { describe, expect, test } from 'vitest'
import { chartPalettes, chartStyles } from './palette.js'

/** The contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

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
