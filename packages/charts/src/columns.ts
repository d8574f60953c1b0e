import { type ColumnChart, formats, reportWords, valuesTitle } from '@tirazh/spec'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { centred, drawCategories, everyThatFits } from './categories.js'
import type { Canvas, Picture } from './drawing.js'
import { extent } from './extent.js'
import { drawGap, runsWithout } from './gap.js'
import { hatchFill, hatchPattern } from './hatch.js'
import { numberLabel } from './labels.js'
import { drawLegend, type Sign } from './legend.js'
import { el, type Markup } from './svg.js'
import { textWidth } from './text.js'

type Item = ColumnChart['items'][number]
type Scale = ScaleLinear<number, number>

const size = 11
const plotHeight = 150

/** One column per item with its number above it; the last one, “now”, is set off. A hatched gap is not known. */
export function drawColumns(chart: ColumnChart, canvas: Canvas): Picture {
  const { items } = chart
  const { width } = canvas
  const legend = drawLegend(signs(chart, canvas), canvas)
  const step = width / items.length
  const top = legend.height + 24
  const y = scaleLinear()
    .domain(extent(items.flatMap(({ value, plan }) => [value ?? 0, plan ?? 0])))
    .range([top + plotHeight, top])
  // Numbers of columns that hang down stand below them.
  const bottom = top + plotHeight + (items.some(({ value }) => (value ?? 0) < 0) ? 18 : 0)
  const centres = items.map((_, index) => step * (index + 0.5))
  const gaps = runsWithout(items.map(({ value }) => value))
  const categories = drawCategories(
    items.map(({ label }) => label),
    centres,
    step,
    bottom,
    canvas,
  )
  return {
    height: bottom + categories.height,
    content: [
      ...(gaps.length === 0 ? [] : [hatchPattern(canvas)]),
      ...legend.content,
      ...gaps.flatMap(({ first, last }) => {
        const marks = items
          .slice(first, last + 1)
          .flatMap(({ plan }) => (plan === undefined ? [] : [y(plan)]))
        const area = { x: first * step, y: top, width: (last - first + 1) * step, height: plotHeight }
        return drawGap(area, marks, canvas)
      }),
      ...items.map((item, index) =>
        drawColumn(item, centres[index] ?? 0, step, y, index === items.length - 1, canvas),
      ),
      el('line', { x1: 0, x2: width, y1: y(0), y2: y(0), ...canvas.stroke('muted') }),
      ...drawNumbers(items, centres, step, y, canvas),
      ...categories.content,
    ],
  }
}

function drawColumn(
  { value, plan }: Item,
  centre: number,
  step: number,
  y: Scale,
  now: boolean,
  { fill, stroke }: Canvas,
): Markup {
  const thickness = Math.min(step * 0.76, 56)
  const half = thickness / 2 + Math.min(3, step * 0.08)
  const [top, end] = [Math.min(y(0), y(value ?? 0)), Math.max(y(0), y(value ?? 0))]
  const mark = (attributes: ReturnType<typeof stroke>): Markup =>
    el('line', { x1: centre - half, x2: centre + half, y1: y(plan ?? 0), y2: y(plan ?? 0), ...attributes })
  return el(
    'g',
    {},
    ...(value === null
      ? []
      : [
          el('rect', {
            x: centre - thickness / 2,
            y: top,
            width: thickness,
            height: end - top,
            rx: Math.min(2, (end - top) / 2),
            ...fill(now ? 'accent' : 'soft'),
          }),
        ]),
    ...(plan === undefined ? [] : [mark(stroke('paper', 4)), mark(stroke('mark', 2))]),
  )
}

/** As many numbers as fit, counted from the last, each beyond all columns and plans that it reaches over. */
function drawNumbers(
  items: readonly Item[],
  centres: readonly number[],
  step: number,
  y: Scale,
  canvas: Canvas,
): readonly Markup[] {
  const f = formats(canvas.locale)
  const texts = items.map(({ value }) => (value === null ? '' : numberLabel(value, f)))
  const every = everyThatFits(Math.max(...texts.map((text) => textWidth(text, size))), step, step / 2)
  return items.flatMap(({ value }, index) => {
    const fromLast = items.length - 1 - index
    if (value === null || fromLast % every !== 0) return []
    const text = texts[index] ?? ''
    const centre = centres[index] ?? 0
    const over = items.filter((_, at) => {
      const distance = Math.abs((centres[at] ?? 0) - centre)
      return distance < step / 2 || distance < textWidth(text, size) / 2 + step / 2
    })
    const ends = over.flatMap((item) => [0, item.value ?? 0, item.plan ?? 0])
    const at = value < 0 ? y(Math.min(...ends)) + 14 : y(Math.max(...ends)) - 6
    return [centred(text, centre, at, size, canvas, { weight: fromLast === 0 ? 700 : 400 })]
  })
}

function signs(chart: ColumnChart, canvas: Canvas): readonly Sign[] {
  const f = formats(canvas.locale)
  const value: Sign = { sign: 'square', colour: 'accent', text: valuesTitle(chart) }
  const plan: Sign = { sign: 'line', colour: 'mark', text: f.text(reportWords.plan) }
  const gap: Sign = {
    sign: 'pattern',
    colour: 'line',
    text: f.text(reportWords.noData),
    fill: hatchFill(canvas),
  }
  return [
    value,
    ...(chart.items.some((item) => item.plan !== undefined) ? [plan] : []),
    ...(chart.items.some((item) => item.value === null) ? [gap] : []),
  ]
}
