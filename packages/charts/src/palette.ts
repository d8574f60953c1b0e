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

/** Fills with a colour that a page can repaint. */
export function fill(colour: ChartColour): Attributes {
  return { class: `tz-fill-${colour}`, fill: chartPalettes.light[colour] }
}

/** Draws an outline in a colour that a page can repaint. */
export function stroke(colour: ChartColour, width = 1): Attributes {
  return { class: `tz-stroke-${colour}`, stroke: chartPalettes.light[colour], 'stroke-width': width }
}
