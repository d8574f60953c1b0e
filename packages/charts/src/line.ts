import { type Formats, formats, type LineChart } from '@tirazh/spec'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { drawCategories } from './categories.js'
import type { Canvas, Picture } from './drawing.js'
import { endNumbers } from './end-numbers.js'
import { span } from './extent.js'
import { numberLabel } from './labels.js'
import { drawLegend, type Sign } from './legend.js'
import { drawMark, type Mark, seriesMarks } from './marks.js'
import { drawNothing } from './nothing.js'
import { linePath, type Vertex } from './path.js'
import { el, type Markup } from './svg.js'
import { textWidth } from './text.js'
import { words } from './words.js'

type Scale = ScaleLinear<number, number>

const size = 11
const plotHeight = 160

/** A line per series, each with its own marks and dashes and its last number beside it; broken where not known. */
export function drawLines(chart: LineChart, canvas: Canvas): Picture {
  const { labels, series } = chart
  const f = formats(canvas.locale)
  const known = series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
  if (known.length === 0) return drawNothing(canvas)
  const legend = drawLegend(signs(chart, f), canvas)
  const top = legend.height + 10
  const y = scaleLinear()
    .domain(span(known))
    .nice(4)
    .range([top + plotHeight, top])
  const ticks = ticksOf(y, f)
  const left = Math.max(...ticks.map(({ text }) => textWidth(text, size))) + 14
  const ends = endNumbers(
    series.map(({ values }) => values.at(-1) ?? null),
    y,
    [top, top + plotHeight],
  ).map(({ value, at }) => ({ text: numberLabel(value, f), at }))
  const right = canvas.width - Math.max(6, ...ends.map(({ text }) => textWidth(text, size) + 10))
  const step = (right - left) / Math.max(1, labels.length - 1)
  const centres = labels.map((_, index) => (labels.length === 1 ? (left + right) / 2 : left + index * step))
  const categories = drawCategories(
    labels,
    centres,
    labels.length === 1 ? canvas.width : step,
    top + plotHeight,
    canvas,
  )
  return {
    height: top + plotHeight + categories.height,
    content: [
      ...legend.content,
      ...ticks.flatMap((tick) => drawTick(tick, y(tick.value), left - 8, right, canvas)),
      ...series.flatMap((line, index) => {
        const mark = seriesMarks[index]
        return mark === undefined ? [] : [drawSeries(line, labels, mark, centres, y, canvas)]
      }),
      ...ends.map(({ text, at }) =>
        el(
          'text',
          { x: right + 9, y: at + 4, 'font-size': size, 'font-weight': 700, ...canvas.fill('ink') },
          text,
        ),
      ),
      ...categories.content,
    ],
  }
}

interface Tick {
  readonly value: number
  readonly text: string
}

/** About four round numbers, written with as many digits as tell them apart. */
function ticksOf(y: Scale, f: Formats): readonly Tick[] {
  const values = y.ticks(4)
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0))
  const digits = Math.max(0, Math.min(12, Math.ceil(-Math.log10(step) - 1e-9)))
  return values.map((value) => ({ value, text: f.number(value, digits) }))
}

function drawTick(
  { value, text }: Tick,
  y: number,
  left: number,
  right: number,
  canvas: Canvas,
): readonly Markup[] {
  const { stroke, fill } = canvas
  return [
    el('line', { x1: left, x2: right, y1: y, y2: y, ...stroke(value === 0 ? 'muted' : 'line') }),
    el('text', { x: left - 6, y: y + 4, 'font-size': size, 'text-anchor': 'end', ...fill('muted') }, text),
  ]
}

function drawSeries(
  { title, values }: LineChart['series'][number],
  labels: readonly string[],
  mark: Mark,
  centres: readonly number[],
  y: Scale,
  canvas: Canvas,
): Markup {
  const f = formats(canvas.locale)
  const crowded = labels.length > canvas.width / 16
  const vertices = values.map(
    (value, index): Vertex => (value === null ? null : [centres[index] ?? 0, y(value)]),
  )
  const points = vertices.flatMap((vertex, index) => {
    // Of points that would run into each other only those at the ends of a line are drawn.
    const inside = vertices[index - 1] != null && vertices[index + 1] != null
    if (vertex === null || (crowded && inside)) return []
    const text = `${title}, ${labels[index] ?? ''}: ${f.number(values[index] ?? 0)}`
    return [el('g', {}, el('title', {}, text), drawMark(mark, vertex[0], vertex[1], canvas))]
  })
  const line = el('path', {
    d: linePath(vertices),
    fill: 'none',
    'stroke-linejoin': 'round',
    'stroke-dasharray': mark.dashes,
    ...canvas.stroke(mark.colour, 2),
  })
  return el('g', {}, line, ...points)
}

function signs({ series, unit }: LineChart, f: Formats): readonly Sign[] {
  const gap: Sign = { sign: 'gap', colour: 'muted', text: f.text(words.gap) }
  return [
    ...series.flatMap(({ title: text }, index): readonly Sign[] => {
      const mark = seriesMarks[index]
      return mark === undefined ? [] : [{ sign: 'series', mark, text }]
    }),
    ...(series.some(({ values }) => values.includes(null)) ? [gap] : []),
    ...(unit === undefined ? [] : [{ sign: 'heading', text: unit } as const]),
  ]
}
