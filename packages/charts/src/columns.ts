import { type ColumnChart, formats, valuesTitle } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import type { Canvas, Picture } from './chart.js'
import { extent } from './extent.js'
import { drawLegend, type Sign } from './legend.js'
import { fill, stroke } from './palette.js'
import { el, type Markup } from './svg.js'
import { textWidth, wrap } from './text.js'
import { words } from './words.js'

const size = 11
const lineHeight = 14
const plotHeight = 150

/** One column per item with its number above it; the last one, “now”, is set off. */
export function drawColumns(chart: ColumnChart, canvas: Canvas): Picture {
  const { locale, width } = canvas
  const f = formats(locale)
  const legend = drawLegend(signs(chart, canvas), canvas)
  const numbers = chart.items.map(({ value }) => f.number(value))
  const step = width / chart.items.length
  const thickness = Math.min(step * 0.76, 56)
  const top = legend.height + 24
  const y = scaleLinear()
    .domain(extent(chart.items.flatMap(({ value, plan }) => [value, plan ?? value])))
    .range([top + plotHeight, top])
  // Where not every label fits, every second, third, … is drawn, counted from the last.
  const labelWords = chart.items.flatMap(({ label }) => label.split(/\s+/))
  const labelled = everyThatFits(Math.min(80, widest(labelWords)), step)
  const labels = chart.items.map(({ label }) => wrap(label, step * labelled - 4, size, 3))
  const numbered = everyThatFits(widest(numbers), step)

  const content: Markup[] = [...legend.content]
  for (const [index, item] of chart.items.entries()) {
    const fromLast = chart.items.length - 1 - index
    const centre = step * (index + 0.5)
    const [columnTop, columnEnd] = [Math.min(y(0), y(item.value)), Math.max(y(0), y(item.value))]
    const now = fromLast === 0
    content.push(
      el('rect', {
        x: centre - thickness / 2,
        y: columnTop,
        width: thickness,
        height: columnEnd - columnTop,
        rx: 2,
        ...fill(now ? 'accent' : 'soft'),
      }),
    )
    if (item.plan !== undefined) {
      const half = thickness / 2 + Math.min(3, step * 0.08)
      const at = y(item.plan)
      content.push(el('line', { x1: centre - half, x2: centre + half, y1: at, y2: at, ...stroke('mark', 2) }))
    }
    if (fromLast % numbered === 0) {
      // Above all columns and plans that the number reaches over.
      const reach = numbered === 1 ? 0 : 1
      const below = chart.items.slice(Math.max(0, index - reach), index + reach + 1)
      const above = Math.min(...below.map(({ value, plan }) => y(Math.max(0, value, plan ?? 0)))) - 6
      content.push(centred(numbers[index] ?? '', centre, above, width, now ? 700 : 400))
    }
    if (fromLast % labelled === 0) {
      for (const [row, line] of (labels[index] ?? []).entries()) {
        content.push(centred(line, centre, top + plotHeight + 16 + row * lineHeight, width, 400, 'muted'))
      }
    }
  }
  content.push(el('line', { x1: 0, x2: width, y1: y(0), y2: y(0), ...stroke('muted') }))
  const rows = Math.max(...labels.map((lines) => lines.length))
  return { height: top + plotHeight + 8 + rows * lineHeight, content }
}

function signs(chart: ColumnChart, { locale }: Canvas): readonly Sign[] {
  const plan: Sign = { sign: 'line', colour: 'mark', text: formats(locale).text(words.plan) }
  const value: Sign = { sign: 'square', colour: 'accent', text: valuesTitle(chart) }
  return chart.items.some((item) => item.plan !== undefined) ? [value, plan] : [value]
}

/** Text centred on `centre`, moved inwards where it would leave the drawing. */
function centred(
  text: string,
  centre: number,
  y: number,
  width: number,
  weight: number,
  colour: 'ink' | 'muted' = 'ink',
): Markup {
  const half = textWidth(text, size) / 2
  const x = Math.max(half, Math.min(width - half, centre))
  return el(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': 'middle', ...fill(colour) },
    text,
  )
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => textWidth(text, size)))
}

/** 1 if texts of this width fit side by side, 2 if every second does, and so on. The last one may move inwards. */
function everyThatFits(textWidth: number, step: number): number {
  const moved = Math.max(0, (textWidth - step) / 2)
  return Math.max(1, Math.ceil((textWidth + moved + 4) / step))
}
