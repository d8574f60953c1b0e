import { chartPalettes, contrast } from '@tirazh/charts'
import type { DataIssue } from '@tirazh/spec'

/** The colours of a page, `#rrggbb`: those of the drawings and what only a page has. */
export type Theme = Readonly<Record<ThemeColour, string>>

/**
 * What a colour is for: those of `@tirazh/charts`, `good` for what is met, and the backgrounds `attention`
 * of a warning and `quiet` of a note.
 */
export type ThemeColour = keyof typeof chartPalettes.light | 'good' | 'attention' | 'quiet'

/** The light and the dark colours of a page. */
export interface Themes {
  readonly light: Theme
  readonly dark: Theme
}

/** The colours that differ from those of the SDK. */
export type ThemeChanges = { readonly [Scheme in keyof Themes]?: Partial<Theme> }

export const themes: Themes = {
  light: { ...chartPalettes.light, good: '#1d6b43', attention: '#fff6e5', quiet: '#f3f6fa' },
  dark: { ...chartPalettes.dark, good: '#6fcf9a', attention: '#2a2214', quiet: '#18222d' },
}

/** The colours of the SDK with the changes. @throws TypeError with everything that `checkTheme` finds */
export function themesWith(changes: ThemeChanges): Themes {
  const issues = checkTheme(changes)
  if (issues.length > 0) {
    const sentences = issues.map(({ path, message }) => `${path.join('.')}: ${message.en}`)
    throw new TypeError(`The theme cannot be used. ${sentences.join(' ')}`)
  }
  return changed(changes)
}

/**
 * Every colour of a theme that is no colour or that cannot be told from what it stands on: text needs a
 * contrast of 4.5, a drawing 3 (WCAG 2.2, 1.4.3 and 1.4.11). Nothing, if the theme is fit for use.
 */
export function checkTheme(changes: ThemeChanges): readonly DataIssue[] {
  const all = changed(changes)
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const theme = all[scheme]
    const unreadable = Object.entries(theme).filter(([, value]) => !/^#[0-9a-f]{6}$/i.test(value))
    const ungiven = Object.keys(changes[scheme] ?? {}).filter((name) => !Object.hasOwn(themes[scheme], name))
    return [
      ...ungiven.map((name) => noSuchColour(scheme, name)),
      ...unreadable.map(([name, value]) => noColour(scheme, name, value)),
      ...(unreadable.length > 0 ? [] : pairs.flatMap((pair) => tooFaint(scheme, theme, pair))),
    ]
  })
}

/** The colours as custom properties, for a rule on the root element. */
export function customProperties(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--tz-${name}:${value}`)
    .join(';')
}

interface Pair {
  readonly colour: ThemeColour
  readonly on: ThemeColour
  readonly least: number
}

const backgrounds = ['paper', 'attention', 'quiet'] as const
const texts = ['ink', 'muted', 'accent', 'mark', 'good'] as const
const steps = [1, 2, 3, 4, 5] as const

/** What stands on what, and how well it must be told apart. */
const pairs: readonly Pair[] = [
  ...texts.flatMap((colour) => backgrounds.map((on) => ({ colour, on, least: 4.5 }))),
  ...steps.map((step): Pair => ({ colour: `on${step}`, on: `seq${step}`, least: 4.5 })),
  { colour: 'soft', on: 'paper', least: 3 },
]

function changed(changes: ThemeChanges): Themes {
  return {
    light: { ...themes.light, ...changes.light },
    dark: { ...themes.dark, ...changes.dark },
  }
}

function tooFaint(scheme: keyof Themes, theme: Theme, { colour, on, least }: Pair): readonly DataIssue[] {
  const found = contrast(theme[colour], theme[on])
  if (found >= least) return []
  // Never rounded up to what is needed.
  const ratio = Math.floor(found * 100) / 100
  const message = {
    ru: `Контраст с цветом ${on} (${theme[on]}) — ${ratio}, нужно не меньше ${least}: возьмите цвет дальше от него.`,
    en: `The contrast with ${on} (${theme[on]}) is ${ratio} and must be at least ${least}: take a colour further from it.`,
  }
  return [{ code: 'THEME_CONTRAST', path: [scheme, colour], message }]
}

function noColour(scheme: keyof Themes, name: string, value: string): DataIssue {
  const message = {
    ru: `«${value}» — не цвет: нужна запись вида #0b4f94.`,
    en: `'${value}' is no colour: it is written like #0b4f94.`,
  }
  return { code: 'THEME_COLOUR', path: [scheme, name], message }
}

function noSuchColour(scheme: keyof Themes, name: string): DataIssue {
  const known = Object.keys(themes[scheme]).join(', ')
  const message = {
    ru: `Такого цвета нет; есть: ${known}.`,
    en: `There is no such colour; there are: ${known}.`,
  }
  return { code: 'THEME_COLOUR_UNKNOWN', path: [scheme, name], message }
}
