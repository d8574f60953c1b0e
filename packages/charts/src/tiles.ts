import { type Formats, formats, reportWords, type TileChart, valuesTitle } from '@tirazh/spec'
import type { Canvas, Picture } from './drawing.js'
import { hatchFill, hatchPattern } from './hatch.js'
import { drawLegend, type Sign } from './legend.js'
import type { ChartColour } from './palette.js'
import { el, type Markup } from './svg.js'
import { fit, textWidth } from './text.js'
import { words } from './words.js'

type Tile = TileChart['tiles'][number]
type Class = 1 | 2 | 3 | 4 | 5

const size = 11

/** Equal tiles at their places, coloured by class, with what fits of the short name and the number. */
export function drawTiles(chart: TileChart, canvas: Canvas): Picture {
  const { narrow, width } = canvas
  const gap = narrow ? 2 : 3
  const left = Math.min(...chart.tiles.map(({ x }) => x))
  const top = Math.min(...chart.tiles.map(({ y }) => y))
  const across = Math.max(...chart.tiles.map(({ x }) => x)) - left + 1
  const down = Math.max(...chart.tiles.map(({ y }) => y)) - top + 1
  const step = Math.min(width / across, 60)
  const rise = narrow ? Math.max(36, Math.min(step, 44)) : 44

  const tiles = chart.tiles.map((tile) => {
    const place = { x: (tile.x - left) * step, y: (tile.y - top) * rise }
    return drawTile(tile, { ...place, width: step - gap, height: rise - gap }, chart.breaks, canvas)
  })
  const legend = drawLegend(signs(chart, canvas), canvas)
  const mapHeight = down * rise + 8
  return {
    height: mapHeight + legend.height,
    content: [
      ...(chart.tiles.some(({ value }) => value === null) ? [hatchPattern(canvas)] : []),
      ...tiles,
      el('g', { transform: `translate(0 ${mapHeight})` }, ...legend.content),
    ],
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawTile(tile: Tile, box: Box, breaks: readonly number[], canvas: Canvas): Markup {
  const { fill, stroke } = canvas
  const f = formats(canvas.locale)
  const cls = tile.value === null ? undefined : colourClass(tile.value, breaks)
  const colour: ChartColour = cls === undefined ? 'ink' : `on${cls}`
  const value = tile.value === null ? f.text(words.noDataShort) : f.number(tile.value)
  const spoken = tile.value === null ? f.text(reportWords.noData) : value
  const name = fit(tile.short, box.width, size)
  const middle = box.x + box.width / 2
  const text = (content: string, y: number, weight: number): Markup =>
    el(
      'text',
      { x: middle, y, 'font-size': size, 'font-weight': weight, 'text-anchor': 'middle', ...fill(colour) },
      content,
    )
  return el(
    'g',
    {},
    el('title', {}, `${tile.label}: ${spoken}`),
    el('rect', {
      ...box,
      rx: 3,
      ...(cls === undefined ? { fill: hatchFill(canvas), ...stroke('muted') } : fill(`seq${cls}`)),
    }),
    ...(name === '' ? [] : [text(name, box.y + box.height / 2 - 4, 400)]),
    ...(textWidth(value, size) <= box.width ? [text(value, box.y + box.height / 2 + 11, 700)] : []),
  )
}

/** Which of the five colours stands for a value; fewer classes are spread over the whole scale. */
function colourClass(value: number, breaks: readonly number[]): Class {
  return spread(breaks.filter((bound) => value >= bound).length, breaks.length + 1)
}

function spread(index: number, classes: number): Class {
  const all: readonly Class[] = [1, 2, 3, 4, 5]
  return all[classes === 1 ? 2 : Math.round((index * 4) / (classes - 1))] ?? 5
}

function signs(chart: TileChart, canvas: Canvas): readonly Sign[] {
  const f = formats(canvas.locale)
  const { breaks, tiles } = chart
  const whole = [...breaks, ...tiles.map(({ value }) => value ?? 0)].every(Number.isInteger)
  const title: Sign = { sign: 'heading', text: valuesTitle(chart) }
  const classes = breaks.length === 0 ? [] : [undefined, ...breaks]
  return [
    title,
    ...classes.map((low, index): Sign => {
      const text = classText(low, breaks[index], whole, f)
      return { sign: 'square', colour: `seq${spread(index, classes.length)}`, text }
    }),
    ...(tiles.some(({ value }) => value === null)
      ? [
          {
            sign: 'pattern',
            colour: 'muted',
            text: f.text(reportWords.noData),
            fill: hatchFill(canvas),
          } as const,
        ]
      : []),
  ]
}

/** Names a class by its bounds: `low` belongs to it, `high` begins the next one. */
function classText(low: number | undefined, high: number | undefined, whole: boolean, f: Formats): string {
  if (low === undefined) return `${f.text(words.below)} ${f.number(high ?? 0)}`
  if (high === undefined) return `${f.number(low)} ${f.text(words.andAbove)}`
  if (!whole) {
    return `${f.text(words.from)} ${f.number(low)} ${f.text(words.upTo)} ${f.number(high)}`
  }
  return high - 1 === low ? f.number(low) : `${f.number(low)}–${f.number(high - 1)}`
}
