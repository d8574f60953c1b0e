import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast } from './contrast.js'
import { checkTheme, type ThemeChanges, themes, themesWith } from './theme.js'

test('the colours of the SDK are fit for use', () => {
  expect(checkTheme({})).toEqual([])
})

test('a region may replace the accent and the mark where they can be read', () => {
  const changes = { light: { accent: '#7a1f5c', mark: '#8a4b00' } }
  expect(checkTheme(changes)).toEqual([])
  const { light, dark } = themesWith(changes)
  expect([light.accent, light.ink, dark]).toEqual(['#7a1f5c', themes.light.ink, themes.dark])
})

test('a colour that cannot be read is refused with every place, the contrast and what is needed', () => {
  const issues = checkTheme({ light: { accent: '#ffcc00' }, dark: { soft: '#111820' } })
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ['THEME_CONTRAST', 'light', 'accent'],
    ['THEME_CONTRAST', 'light', 'accent'],
    ['THEME_CONTRAST', 'light', 'accent'],
    ['THEME_CONTRAST', 'dark', 'soft'],
  ])
  expect(issues[0]?.message.en).toMatch(/paper \(#ffffff\) is 1\.\d+ and must be at least 4\.5/)
  expect(issues[0]?.message.ru).toMatch(/Контраст с цветом paper/)
})

test.each<[string, object, string]>([
  ['a word', { light: { accent: 'red' } }, 'THEME_COLOUR'],
  ['a short form', { light: { accent: '#06c' } }, 'THEME_COLOUR'],
  ['a piece of a style sheet', { dark: { paper: '#fff;}</style>' } }, 'THEME_COLOUR'],
  ['a colour without a use', { light: { brand: '#0b4f94' } }, 'THEME_COLOUR_UNKNOWN'],
])('%s is no colour of a theme', (_, changes, code) => {
  expect(checkTheme(changes as ThemeChanges)).toMatchObject([{ code }])
  expect(() => themesWith(changes as ThemeChanges)).toThrow(TypeError)
})

test('a coat of arms without a description and a typeface with a broken name are refused', () => {
  const coatOfArms = { mediaType: 'image/png', base64: 'iVBORw==', alt: ' ' } as const
  const font = { family: 'A";}', faces: [{ weight: 400, mediaType: 'font/ttf', base64: 'AAAA' }] } as const
  expect(checkTheme({ coatOfArms, font }).map(({ code }) => code)).toEqual(['THEME_ARMS', 'THEME_FONT'])
  expect(
    checkTheme({ coatOfArms: { ...coatOfArms, alt: 'Герб' }, font: { ...font, family: 'PT Sans' } }),
  ).toEqual([])
})

test('whatever theme is accepted, its text can be read and its bars can be seen', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`)
  const changes = fc.record(
    { accent: colour, mark: colour, soft: colour, good: colour },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(changes, (light) => {
      if (checkTheme({ light }).length > 0) return
      const theme = themesWith({ light }).light
      for (const text of [theme.ink, theme.accent, theme.mark, theme.good]) {
        for (const background of [theme.paper, theme.attention, theme.quiet]) {
          expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
        }
      }
      expect(contrast(theme.soft, theme.paper)).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: 500 },
  )
})
