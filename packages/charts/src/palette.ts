import type { Attributes } from './svg.js'

/** What a colour is for. `seq1`–`seq5` run from little to much, `on1`–`on5` is the text upon them. */
export type ChartColour =
  | 'paper'
  | 'ink'
  | 'muted'
  | 'line'
  | 'accent'
  | 'soft'
  | 'mark'
  | `${'seq' | 'on'}${1 | 2 | 3 | 4 | 5}`

export type ChartPalette = Readonly<Record<ChartColour, string>>

/** The palettes; the light one is also written into each drawing, for readers of SVG without CSS. */
export const chartPalettes: { readonly light: ChartPalette; readonly dark: ChartPalette } = {
  light: {
    paper: '#ffffff',
    ink: '#16202c',
    muted: '#55626f',
    line: '#d5dce4',
    accent: '#0b4f94',
    soft: '#6a92be',
    mark: '#b3372f',
    seq1: '#e3ebf4',
    seq2: '#b9cfe6',
    seq3: '#7ea9d3',
    seq4: '#3470ad',
    seq5: '#0b4f94',
    on1: '#16202c',
    on2: '#16202c',
    on3: '#16202c',
    on4: '#ffffff',
    on5: '#ffffff',
  },
  dark: {
    paper: '#0f161e',
    ink: '#e8eef4',
    muted: '#a5b3c1',
    line: '#31404f',
    accent: '#7fb6f0',
    soft: '#5f86b0',
    mark: '#f0897d',
    seq1: '#1c2a39',
    seq2: '#25466b',
    seq3: '#2f68a3',
    seq4: '#6ba4de',
    seq5: '#b5d6f8',
    on1: '#e8eef4',
    on2: '#e8eef4',
    on3: '#ffffff',
    on4: '#0f161e',
    on5: '#0f161e',
  },
}

/**
 * Style rules that let a page repaint the drawings: every colour is a custom property `--tz-…`
 * that falls back to the light palette.
 */
export const chartStyles: string = (Object.entries(chartPalettes.light) as [ChartColour, string][])
  .map(
    ([colour, value]) =>
      `.tz-fill-${colour}{fill:var(--tz-${colour},${value})}` +
      `.tz-stroke-${colour}{stroke:var(--tz-${colour},${value})}`,
  )
  .join('\n')

/** How a drawing writes its colours. */
export interface Paint {
  fill(colour: ChartColour): Attributes
  stroke(colour: ChartColour, width?: number): Attributes
  /** Both at once. */
  outlined(inside: ChartColour, line: ChartColour, width?: number): Attributes
}

/**
 * Without a palette every colour is a class that a page can repaint, and the light colour for readers
 * without CSS. With one it is a plain attribute and nothing else.
 */
export function paintOf(palette: ChartPalette | undefined): Paint {
  const colours = palette ?? chartPalettes.light
  const named = (...names: readonly string[]): Attributes =>
    palette === undefined ? { class: names.map((name) => `tz-${name}`).join(' ') } : {}
  return {
    fill: (colour) => ({ ...named(`fill-${colour}`), fill: colours[colour] }),
    stroke: (colour, width = 1) => ({
      ...named(`stroke-${colour}`),
      stroke: colours[colour],
      'stroke-width': width,
    }),
    outlined: (inside, line, width = 1) => ({
      ...named(`fill-${inside}`, `stroke-${line}`),
      fill: colours[inside],
      stroke: colours[line],
      'stroke-width': width,
    }),
  }
}
