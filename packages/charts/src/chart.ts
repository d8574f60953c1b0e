import type { Chart, Locale } from '@tirazh/spec'
import { drawBars } from './bars.js'
import { drawColumns } from './columns.js'
import { describeChart } from './describe.js'
import { drawNothing } from './nothing.js'
import { el, type Markup } from './svg.js'
import { drawTiles } from './tiles.js'

export interface ChartOptions {
  readonly locale: Locale
  /** `wide` is meant for 480 px and more, `narrow` for 288 px: a phone or a column of a printed page. */
  readonly width: 'wide' | 'narrow'
  /** Begins every id inside the drawing, so that several drawings can share a page. */
  readonly id: string
}

export interface Drawing {
  /** One `<svg>` element: no scripts, no style attributes, all text escaped. */
  readonly svg: string
  readonly title: string
  /** What a reader who cannot see the drawing needs: how much of what, from where to where. */
  readonly description: string
  /** The size the drawing is meant for, in pixels; no text in it is smaller than 11 px. */
  readonly width: number
  readonly height: number
}

/** What a kind of chart puts into the frame. */
export interface Picture {
  readonly height: number
  readonly content: readonly Markup[]
}

/** What a picture is drawn with. */
export interface Canvas {
  readonly locale: Locale
  readonly narrow: boolean
  readonly width: number
  readonly id: string
}

/**
 * Draws a chart. The same chart gives the same bytes.
 * Throws `TypeError` if the id cannot begin an id, or if {@link chartProblem} finds a problem.
 */
export function drawChart(chart: Chart, options: ChartOptions): Drawing {
  if (!/^[A-Za-z][\w-]*$/.test(options.id)) {
    throw new TypeError(
      `The id of a drawing is a Latin letter followed by letters, digits, - or _; pass another than ${JSON.stringify(options.id)}`,
    )
  }
  const problem = chartProblem(chart)
  if (problem !== undefined) throw new TypeError(problem)

  const narrow = options.width === 'narrow'
  const canvas: Canvas = { locale: options.locale, narrow, width: narrow ? 288 : 480, id: options.id }
  const { height, content } = picture(chart, canvas)
  const description = describeChart(chart, options.locale)
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'tz-chart',
      role: 'img',
      'aria-labelledby': `${options.id}-title`,
      'aria-describedby': `${options.id}-desc`,
      viewBox: `0 0 ${canvas.width} ${Math.ceil(height)}`,
      width: canvas.width,
      height: Math.ceil(height),
      'font-family': 'Onest, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    },
    el('title', { id: `${options.id}-title` }, chart.title),
    el('desc', { id: `${options.id}-desc` }, description),
    ...content,
  )
  return { svg: svg.markup, title: chart.title, description, width: canvas.width, height: Math.ceil(height) }
}

/** Why the chart cannot be drawn truthfully, with the remedy, or `undefined` if it can. */
export function chartProblem(chart: Chart): string | undefined {
  if (!numbers(chart).every(Number.isFinite)) {
    return 'A value of the chart is not a finite number; leave the item out or, on a tile, write null'
  }
  if (chart.chart !== 'tiles') return undefined
  if (chart.breaks.length > 4) {
    return `A tile map has five colours; give at most 4 breaks instead of ${chart.breaks.length}`
  }
  if (chart.breaks.some((bound, index) => index > 0 && bound <= (chart.breaks[index - 1] ?? bound))) {
    return 'The breaks of a tile map ascend; sort them and leave out repeated ones'
  }
  const places = new Set(chart.tiles.map(({ x, y }) => `${x} ${y}`))
  if (places.size < chart.tiles.length) {
    return 'Two tiles have the same place and one would hide the other; give each its own x and y'
  }
  return undefined
}

function numbers(chart: Chart): readonly number[] {
  switch (chart.chart) {
    case 'bars':
      return chart.items.map(({ value }) => value)
    case 'columns':
      return chart.items.flatMap(({ value, plan }) => (plan === undefined ? [value] : [value, plan]))
    case 'tiles':
      return [...chart.breaks, ...chart.tiles.flatMap(({ x, y, value }) => [x, y, value ?? 0])]
  }
}

function picture(chart: Chart, canvas: Canvas): Picture {
  switch (chart.chart) {
    case 'bars':
      return chart.items.length === 0 ? drawNothing(canvas) : drawBars(chart, canvas)
    case 'columns':
      return chart.items.length === 0 ? drawNothing(canvas) : drawColumns(chart, canvas)
    case 'tiles':
      return chart.tiles.length === 0 ? drawNothing(canvas) : drawTiles(chart, canvas)
  }
}
