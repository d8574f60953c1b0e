import { type BulletChart, formats, reportWords, valuesTitle } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import type { Canvas, Picture } from './drawing.js'
import { extent } from './extent.js'
import { numberLabel } from './labels.js'
import { drawLegend, type Sign } from './legend.js'
import { layRows } from './rows.js'
import { drawStrip } from './strip.js'
import { el, type Markup } from './svg.js'
import { textWidth } from './text.js'
import { words } from './words.js'

const size = 12
const figure = 18

/** A bar per item upon its track with a mark where its plan is, and both numbers at the end of the row. */
export function drawBullets(chart: BulletChart, canvas: Canvas): Picture {
  const { width, fill } = canvas
  const f = formats(canvas.locale)
  const planned = chart.items.some(({ plan }) => plan !== undefined)
  const legend = drawLegend(signs(chart, planned, canvas), canvas)
  const values = chart.items.map(({ value }) =>
    value === null ? f.text(reportWords.noData) : numberLabel(value, f),
  )
  const plans = chart.items.map(({ plan }) =>
    plan === undefined ? '' : `${f.text(words.plan)} ${numberLabel(plan, f)}`,
  )
  const planRoom = planned ? widest(plans) + 12 : 0
  const ends = widest(values) + planRoom + 1
  const options = { top: legend.height, figure, room: ends + 80, ends }
  const rows = layRows(
    chart.items.map(({ label }) => label),
    options,
    canvas,
  )
  const right = rows.above ? width : width - ends - 12
  const x = scaleLinear()
    .domain(extent(chart.items.flatMap(({ value, plan }) => [value ?? 0, plan ?? 0])))
    .range([rows.left, right - 4])

  const bullets = chart.items.map(({ value, plan }, index): Markup => {
    const { middle, baseline } = rows.rows[index] ?? { middle: 0, baseline: 0 }
    const text = (content: string, end: number, style: ReturnType<typeof fill>): Markup =>
      el(
        'text',
        { x: end, y: rows.above ? baseline : middle + 4, 'font-size': size, 'text-anchor': 'end', ...style },
        content,
      )
    const style = value === null ? fill('muted') : { 'font-weight': 600, ...fill('ink') }
    return el(
      'g',
      {},
      ...drawStrip(
        {
          track: [rows.left, right],
          bars: value === null ? undefined : [{ from: x(0), to: x(value), colour: 'accent' }],
          mark: plan === undefined ? undefined : x(plan),
          middle,
          thickness: 10,
        },
        canvas,
      ),
      text(values[index] ?? '', width - planRoom - 1, style),
      ...(plan === undefined ? [] : [text(plans[index] ?? '', width - 1, fill('muted'))]),
    )
  })
  return {
    height: legend.height + rows.height,
    content: [...legend.content, ...rows.content, ...bullets],
  }
}

function signs(chart: BulletChart, planned: boolean, { locale }: Canvas): readonly Sign[] {
  const value: Sign = { sign: 'square', colour: 'accent', text: valuesTitle(chart) }
  const plan: Sign = { sign: 'post', colour: 'mark', text: formats(locale).text(reportWords.plan) }
  return planned ? [value, plan] : [value]
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => textWidth(text, size)))
}
