import type { DataIssue } from '@tirazh/spec'
import { contrast } from './contrast.js'
import { type ChartColour, chartPalettes } from './palette.js'

/** How the reports of a region look, where it differs from the SDK: its colours, arms and typeface. */
export interface ThemeChanges {
  readonly light?: Partial<Theme>
  readonly dark?: Partial<Theme>
  /** Shown in the head of a report; a PNG or JPEG in base64. */
  readonly coatOfArms?: CoatOfArms
  readonly font?: Typeface
}

/** The colours of a page, `#rrggbb`: those of the drawings and what only a page has. */
export type Theme = Readonly<Record<ThemeColour, string>>

/** What a colour is for: `good` is for what is met, `attention` and `quiet` are backgrounds of warning and note. */
export type ThemeColour = ChartColour | 'good' | 'attention' | 'quiet'

/** The light and the dark colours of a page. */
export interface Themes {
  readonly light: Theme
  readonly dark: Theme
}

export interface CoatOfArms {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly base64: string
  /** «Герб Нижегородской области». */
  readonly alt: string
}

/** A typeface in place of Onest. A format that needs the files says so if they are missing. */
export interface Typeface {
  /** Letters, digits, spaces and hyphens. */
  readonly family: string
  readonly faces: readonly {
    /** 400 is regular, 700 bold. */
    readonly weight: number
    readonly mediaType: 'font/ttf' | 'font/woff2'
    readonly base64: string
  }[]
}

/** The colours of the SDK. */
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
  const colours = (['light', 'dark'] as const).flatMap((scheme) => {
    const theme = all[scheme]
    const unreadable = Object.entries(theme).filter(([, value]) => !/^#[0-9a-f]{6}$/i.test(value))
    const ungiven = Object.keys(changes[scheme] ?? {}).filter((name) => !Object.hasOwn(themes[scheme], name))
    return [
      ...ungiven.map((name) => noSuchColour(scheme, name)),
      ...unreadable.map(([name, value]) => noColour(scheme, name, value)),
      ...(unreadable.length > 0 ? [] : pairs.flatMap((pair) => tooFaint(scheme, theme, pair))),
    ]
  })
  return [...colours, ...armsIssues(changes.coatOfArms), ...fontIssues(changes.font)]
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

function armsIssues(arms: CoatOfArms | undefined): readonly DataIssue[] {
  if (arms === undefined || (isBase64(arms.base64) && arms.alt.trim() !== '')) return []
  const message = {
    ru: 'Герб — файл PNG или JPEG в base64 с непустым описанием в alt.',
    en: 'The coat of arms is a PNG or JPEG in base64 with a description in alt that is not empty.',
  }
  return [{ code: 'THEME_ARMS', path: ['coatOfArms'], message }]
}

function fontIssues(font: Typeface | undefined): readonly DataIssue[] {
  if (font === undefined) return []
  const named = /^[\p{L}\d][\p{L}\d -]*$/u.test(font.family)
  if (named && font.faces.length > 0 && font.faces.every(({ base64 }) => isBase64(base64))) return []
  const message = {
    ru: 'У гарнитуры есть имя из букв, цифр, пробелов и дефисов и хотя бы один файл в base64.',
    en: 'A typeface has a name of letters, digits, spaces and hyphens and at least one file in base64.',
  }
  return [{ code: 'THEME_FONT', path: ['font'], message }]
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0
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
