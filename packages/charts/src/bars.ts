import { type BarChart, formats } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import type { Canvas, Picture } from './drawing.js'
import { extent } from './extent.js'
import { numberLabels } from './labels.js'
import { drawLegend } from './legend.js'
import { drawAxis, layRows } from './rows.js'
import { el, type Markup } from './svg.js'
import { textWidth } from './text.js'

const size = 12
const thickness = 12

/** One row per item with its number at the end of the bar. The highest is set off; no bar where it is not known. */
export function drawBars(chart: BarChart, canvas: Canvas): Picture {
  const { locale, width, fill } = canvas
  const known = chart.items.flatMap(({ value }) => value ?? [])
  // Of values that are all equal none is the highest.
  const highest = known.length > 1 && new Set(known).size === 1 ? undefined : Math.max(...known)
  const values = chart.items.map(({ value }) => value)
  const { texts, unitLeftOut } = numberLabels(values, chart.unit, width * 0.28, size, formats(locale))
  const head = unitLeftOut
    ? drawLegend([{ sign: 'heading', text: `${chart.valueTitle}, ${chart.unit}` }], canvas)
    : { height: 0, content: [] }
  const endRoom = Math.max(...texts.map((text) => textWidth(text, size))) + 8
  const options = { top: head.height, figure: thickness, room: endRoom + 60 }
  const rows = layRows(
    chart.items.map(({ label }) => label),
    options,
    canvas,
  )
  const x = scaleLinear()
    .domain(extent(known))
    .range([rows.left, width - endRoom])

  const bars = chart.items.map(({ value }, index): Markup => {
    const { middle } = rows.rows[index] ?? { middle: 0 }
    const style = value === null ? fill('muted') : { 'font-weight': 600, ...fill('ink') }
    const [from, to] = [Math.min(x(0), x(value ?? 0)), Math.max(x(0), x(value ?? 0))]
    const colour = (value ?? 0) < 0 ? 'mark' : value === highest ? 'accent' : 'soft'
    const bar = { x: from, y: middle - thickness / 2, width: to - from, height: thickness, rx: 2 }
    return el(
      'g',
      {},
      ...(value === null ? [] : [el('rect', { ...bar, ...fill(colour) })]),
      el('text', { x: to + 6, y: middle + 4, 'font-size': size, ...style }, texts[index] ?? ''),
    )
  })
  return {
    height: head.height + rows.height,
    content: [...head.content, ...rows.content, ...bars, ...drawAxis(rows, x(0), options, canvas)],
  }
}
