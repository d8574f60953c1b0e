import { type BarChart, formats } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import type { Canvas, Picture } from './chart.js'
import { extent } from './extent.js'
import { fill, stroke } from './palette.js'
import { el, type Markup } from './svg.js'
import { textLines, textWidth, wrap } from './text.js'
import { written } from './written.js'

const size = 12
const lineHeight = 15
const thickness = 12

/** One row per item: the label beside its bar, or above it where there is little room. The highest is set off. */
export function drawBars(chart: BarChart, canvas: Canvas): Picture {
  const { locale, narrow, width } = canvas
  const f = formats(locale)
  const numbers = chart.items.map(({ value }) => value)
  const values = numbers.map((value) => written(value, chart.unit, f))
  const valueWidth = Math.max(...values.map((text) => textWidth(text, size))) + 8
  const widest = Math.max(...chart.items.map(({ label }) => textWidth(label, size)))
  const beside = !narrow || widest <= width * 0.45
  const labelWidth = beside ? Math.min(widest, width * 0.45) : width
  const left = beside ? labelWidth + 12 : 0
  const x = scaleLinear()
    .domain(extent(numbers))
    .range([left, Math.max(left + 40, width - valueWidth)])

  const content: Markup[] = []
  let top = 0
  for (const [index, { label, value }] of chart.items.entries()) {
    const lines = wrap(label, labelWidth + 1, size, 3)
    const labelHeight = lines.length * lineHeight
    const height = beside ? Math.max(labelHeight, thickness) + 10 : labelHeight + thickness + 14
    const barTop = beside ? top + (height - thickness) / 2 : top + labelHeight + 4
    const from = Math.min(x(0), x(value))
    const to = Math.max(x(0), x(value))
    const colour = value < 0 ? 'mark' : value === Math.max(...numbers) ? 'accent' : 'soft'
    const labelPlace = beside
      ? { x: labelWidth, y: top + (height - labelHeight) / 2 + 11.5, anchor: 'end' }
      : { x: 0, y: top + 12, anchor: 'start' }
    content.push(
      ...textLines(lines, labelPlace.x, labelPlace.y, lineHeight, {
        'font-size': size,
        'text-anchor': labelPlace.anchor,
      }),
      el('rect', { x: from, y: barTop, width: to - from, height: thickness, rx: 2, ...fill(colour) }),
      el(
        'text',
        { x: to + 6, y: barTop + thickness / 2 + 4, 'font-size': size, 'font-weight': 600, ...fill('ink') },
        values[index] ?? '',
      ),
    )
    top += height
  }
  const axis = el('line', { x1: x(0), x2: x(0), y1: 0, y2: top, ...stroke('muted') })
  return { height: top, content: beside ? [...content, axis] : content }
}
