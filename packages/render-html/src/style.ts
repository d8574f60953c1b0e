import { chartStyles, type Theme, type Themes } from '@tirazh/charts'
import type { Layout } from '@tirazh/spec'
import { blockStyles } from './styles/blocks.js'
import { certificateStyles } from './styles/certificate.js'
import { chartFrameStyles } from './styles/charts.js'
import { markStyles } from './styles/marks.js'
import { pageStyles } from './styles/page.js'
import { printStyles } from './styles/print.js'
import { tableStyles } from './styles/tables.js'
import { textStyles } from './styles/text.js'

/** What a style sheet is written for, besides the page itself. */
export interface Look {
  /** The `@font-face` rules. */
  readonly faces: string
  readonly family: string
  readonly themes: Themes
  readonly layout: Layout
  /** Both go into printed margins. */
  readonly title: string
  readonly notice: string
}

/** Rules for some of the pages: those whose markup has the class. */
export interface Rules {
  readonly of?: string
  readonly css: string
}

/** The style sheet of a page: only the rules and the colours for what its body shows. */
export function styleSheet(body: string, look: Look): string {
  const fonts = `"${look.family}",system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif`
  const rules: readonly Rules[] = [
    ...textStyles(fonts),
    ...pageStyles,
    ...blockStyles,
    ...tableStyles,
    ...markStyles(),
    ...chartFrameStyles,
    ...drawingStyles(),
    ...printStyles({ ...look, fonts, colour: look.themes.light.muted }),
    ...(look.layout === 'certificate' ? certificateStyles : []),
  ]
  const css = rules
    .filter(({ of }) => of === undefined || body.includes(of))
    .map(({ css }) => css.trim())
    .join('\n')
  return [look.faces, colours(look.themes, css), css].join('\n')
}

/** Each colour of a drawing. The page always sets the custom properties, so they need nothing to fall back to. */
function drawingStyles(): readonly Rules[] {
  const rules = chartStyles.match(/\.tz-[\w-]+\{[^}]*\}/g) ?? []
  return rules.map((rule) => ({
    of: rule.slice(1, rule.indexOf('{')),
    css: rule.replace(/,#[0-9a-f]{6}\)/g, ')'),
  }))
}

function colours({ light, dark }: Themes, css: string): string {
  return `:root{color-scheme:light dark;${customProperties(light, css)}}
@media screen and (prefers-color-scheme:dark){:root{${customProperties(dark, css)}}}`
}

/** The colours that are used, as custom properties for a rule on the root element. */
function customProperties(theme: Theme, css: string): string {
  return Object.entries(theme)
    .filter(([name]) => css.includes(`var(--tz-${name})`))
    .map(([name, value]) => `--tz-${name}:${value}`)
    .join(';')
}
