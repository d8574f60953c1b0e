import { describe, expect, test } from 'vitest'
import { contrast } from '../../charts/test/contrast.js'
import { themes } from './theme.js'

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  test('keeps all text readable on all backgrounds it may stand on', () => {
    for (const text of [theme.ink, theme.muted, theme.accent, theme.mark, theme.good]) {
      for (const background of [theme.paper, theme.attention, theme.quiet]) {
        expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
