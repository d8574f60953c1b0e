import { type DumbbellChart, formats, reportWords } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import type { Canvas, Picture } from './drawing.js'
import { span } from './extent.js'
import { numberLabel } from './labels.js'
import { drawLegend } from './legend.js'
import { drawMark, type Mark } from './marks.js'
import { layRows } from './rows.js'
import { el, type Markup } from './svg.js'
import { textWidth } from './text.js'
import { words } from './words.js'

type Item = DumbbellChart['items'][number]

/** Where a pair is drawn. */
interface Place {
  readonly y: number
  readonly left: number
  readonly x: (value: number) => number
}

const size = 12
const before: Mark = { colour: 'soft', shape: 'ring' }
const now: Mark = { colour: 'accent', shape: 'disc' }
/** Drawn around the disc where nothing has changed. */
const unchanged: Mark = { colour: 'soft', shape: 'halo' }

/** A ring for what was and a disc for what is, joined by a line, each with its number on its outer side. */
export function drawDumbbells(chart: DumbbellChart, canvas: Canvas): Picture {
  const unit = chart.unit === undefined ? '' : `, ${chart.unit}`
  const legend = drawLegend(
    [
      { sign: 'point', mark: before, text: `${chart.fromTitle}${unit}` },
      { sign: 'point', mark: now, text: `${chart.toTitle}${unit}` },
    ],
    canvas,
  )
  const texts = chart.items.flatMap(({ from, to }) => [write(from, canvas), write(to, canvas)])
  const room = Math.max(...texts.map((text) => textWidth(text, size))) + 10
  const rows = layRows(
    chart.items.map(({ label }) => label),
    { top: legend.height, figure: 14, room: 2 * room + 60 },
    canvas,
  )
  const x = scaleLinear()
    .domain(span(chart.items.flatMap(({ from, to }) => [from, to].flatMap((value) => value ?? []))))
    .range([rows.left + room, canvas.width - room])

  const pairs = chart.items.map((item, index) =>
    drawPair(item, { y: rows.rows[index]?.middle ?? 0, left: rows.left, x }, canvas),
  )
  return { height: legend.height + rows.height, content: [...legend.content, ...rows.content, ...pairs] }
}

function drawPair({ from, to }: Item, { y, left, x }: Place, canvas: Canvas): Markup {
  const { width, stroke } = canvas
  const rail = el('line', { x1: left, x2: width, y1: y, y2: y, ...stroke('line') })
  const start = from === null ? undefined : x(from)
  const end = to === null ? undefined : x(to)
  if (start === undefined && end === undefined) {
    const text = formats(canvas.locale).text(reportWords.noData)
    return el('g', {}, rail, drawNumber(text, left - 8, y, 'right', false, canvas))
  }
  if (start !== undefined && start === end) {
    const text = write(to, canvas)
    return el(
      'g',
      {},
      rail,
      drawMark(unchanged, start, y, canvas),
      drawMark(now, start, y, canvas),
      drawNumber(text, start + 2, y, 'right', true, canvas),
    )
  }
  const backwards = start !== undefined && end !== undefined && end < start
  const [startSide, endSide] = backwards ? (['right', 'left'] as const) : (['left', 'right'] as const)
  return el(
    'g',
    {},
    rail,
    ...(start === undefined || end === undefined
      ? []
      : [el('line', { x1: start, x2: end, y1: y, y2: y, ...stroke('soft', 3) })]),
    drawNumber(write(from, canvas), start ?? end ?? 0, y, startSide, false, canvas),
    drawNumber(write(to, canvas), end ?? start ?? 0, y, endSide, to !== null, canvas),
    ...(start === undefined ? [] : [drawMark(before, start, y, canvas)]),
    ...(end === undefined ? [] : [drawMark(now, end, y, canvas)]),
  )
}

/** A number beside a point, with the rail cut out behind it. */
function drawNumber(
  text: string,
  x: number,
  y: number,
  side: 'left' | 'right',
  current: boolean,
  { fill }: Canvas,
): Markup {
  const width = textWidth(text, size)
  const style = current ? { 'font-weight': 600, ...fill('ink') } : fill('muted')
  const place = side === 'left' ? { x: x - 8, 'text-anchor': 'end' } : { x: x + 8, 'text-anchor': undefined }
  const behind = { x: side === 'left' ? x - 11 - width : x + 5, width: width + 6 }
  return el(
    'g',
    {},
    el('rect', { ...behind, y: y - 7, height: 14, ...fill('paper') }),
    el('text', { ...place, y: y + 4, 'font-size': size, ...style }, text),
  )
}

function write(value: number | null, { locale }: Canvas): string {
  const f = formats(locale)
  return value === null ? f.text(words.noDataShort) : numberLabel(value, f)
}
