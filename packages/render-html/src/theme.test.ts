import { describe, expect, test } from 'vitest'
import { themes } from './theme.js'

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

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  test('keeps all text readable on all backgrounds it may stand on', () => {
    for (const text of [theme.ink, theme.muted, theme.accent, theme.mark, theme.good]) {
      for (const background of [theme.paper, theme.attention, theme.quiet]) {
        expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
