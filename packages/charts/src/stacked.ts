import { formats, reportWords, type StackedChart } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import type { Canvas, Picture } from './drawing.js'
import { extent } from './extent.js'
import { hatchFill, hatchPattern } from './hatch.js'
import { type Labels, numberLabel, numberLabels } from './labels.js'
import { drawLegend, type Sign } from './legend.js'
import { drawAxis, layRows } from './rows.js'
import { el, type Markup } from './svg.js'
import { textWidth } from './text.js'
import { drawTextures, textureFill, textures } from './textures.js'

type Item = StackedChart['items'][number]

const size = 12
const partSize = 11
const thickness = 20
/** The sign for parts that are not known: as wide for one as for another, because it is no length. */
const gapWidth = 12

/** A bar per item made of its parts, each with its own texture, and the sum at its end. */
export function drawStacks(chart: StackedChart, canvas: Canvas): Picture {
  const { width, fill } = canvas
  const gaps = chart.items.some(({ values }) => values.includes(null))
  const { texts, unitLeftOut } = sumLabels(chart, canvas)
  const legend = drawLegend(signs(chart, unitLeftOut, gaps, canvas), canvas)
  const ends = Math.max(...texts.map((text) => textWidth(text, size)))
  const endRoom = ends + (gaps ? gapWidth + 3 : 0) + 8
  const options = { top: legend.height, figure: thickness, room: endRoom + 120, ends }
  const rows = layRows(
    chart.items.map(({ label }) => label),
    options,
    canvas,
  )
  const sums = chart.items.map(({ values }) => sum(values))
  const x = scaleLinear()
    .domain(extent(sums))
    .range([rows.left, rows.above ? width - (gaps ? gapWidth + 4 : 1) : width - endRoom])

  const bars = chart.items.map((item, index): Markup => {
    const { middle, baseline } = rows.rows[index] ?? { middle: 0, baseline: 0 }
    const known = item.values.some((value) => value !== null)
    const gap = known && item.values.includes(null)
    const end = x(sums[index] ?? 0)
    const place =
      rows.above && known
        ? { x: width - 1, y: baseline, 'text-anchor': 'end' }
        : { x: end + (gap ? gapWidth + 3 : 0) + 6, y: middle + 4 }
    const style = known ? { 'font-weight': 600, ...fill('ink') } : fill('muted')
    return el(
      'g',
      {},
      ...drawParts(item, middle, x, canvas),
      ...(gap ? [drawGap(end + 2, middle, canvas)] : []),
      el('text', { ...place, 'font-size': size, ...style }, texts[index] ?? ''),
    )
  })
  return {
    height: legend.height + rows.height,
    content: [
      drawTextures(textures.slice(0, chart.parts.length), canvas),
      ...(gaps ? [hatchPattern(canvas)] : []),
      ...legend.content,
      ...rows.content,
      ...bars,
      ...drawAxis(rows, x(0), options, canvas),
    ],
  }
}

function drawParts(
  { values }: Item,
  middle: number,
  x: (value: number) => number,
  canvas: Canvas,
): readonly Markup[] {
  const f = formats(canvas.locale)
  let before = 0
  return values.flatMap((value, index) => {
    const texture = textures[index]
    if (value === null || value === 0 || texture === undefined) return []
    const [from, to] = [x(before), x(before + value)]
    before += value
    const text = numberLabel(value, f)
    const room = textWidth(text, partSize) + 4
    const place = { x: (from + to) / 2, y: middle + 4, 'font-size': partSize, 'text-anchor': 'middle' }
    const plate = { x: (from + to - room) / 2, y: middle - 7, width: room, height: 14, rx: 2 }
    return [
      el('rect', {
        x: from + 0.5,
        y: middle - thickness / 2 + 0.5,
        width: Math.max(0, to - from - 1.5),
        height: thickness - 1,
        fill: textureFill(texture, canvas),
        ...canvas.stroke('accent'),
      }),
      ...(room + 6 > to - from
        ? []
        : [
            ...(texture.busy ? [el('rect', { ...plate, ...canvas.fill(texture.ground) })] : []),
            el('text', { ...place, ...canvas.fill(texture.text) }, text),
          ]),
    ]
  })
}

function drawGap(x: number, middle: number, canvas: Canvas): Markup {
  const box = { x, y: middle - thickness / 2 + 0.5, width: gapWidth - 1, height: thickness - 1 }
  return el('rect', { ...box, fill: hatchFill(canvas), ...canvas.stroke('muted'), 'stroke-dasharray': '2 2' })
}

function signs(
  { parts, unit = '' }: StackedChart,
  named: boolean,
  gaps: boolean,
  canvas: Canvas,
): readonly Sign[] {
  const gap: Sign = {
    sign: 'pattern',
    colour: 'muted',
    text: formats(canvas.locale).text(reportWords.noData),
    fill: hatchFill(canvas),
  }
  return [
    ...(named ? [{ sign: 'heading', text: unit } as const] : []),
    ...parts.flatMap((text, index): readonly Sign[] => {
      const texture = textures[index]
      return texture === undefined
        ? []
        : [{ sign: 'pattern', colour: 'accent', text, fill: textureFill(texture, canvas) }]
    }),
    ...(gaps ? [gap] : []),
  ]
}

/** The sums of the parts; at least so much, where one of them is not known. */
function sumLabels({ items, unit }: StackedChart, { locale, width }: Canvas): Labels {
  const f = formats(locale)
  const sums = items.map(({ values }) => (values.every((value) => value === null) ? null : sum(values)))
  const { texts, unitLeftOut } = numberLabels(sums, unit, width * 0.28, size, f)
  return {
    texts: texts.map((text, index) => {
      const values = items[index]?.values ?? []
      return sums[index] !== null && values.includes(null) ? `≥\u00a0${text}` : text
    }),
    unitLeftOut,
  }
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
