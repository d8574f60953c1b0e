import { formats, reportWords, type TrendPoint } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import { describeTrend } from './describe-metric.js'
import { canvasOf, type Drawing, type DrawingOptions, framed, type Picture } from './drawing.js'
import { linePath, type Vertex } from './path.js'
import { el } from './svg.js'

export interface TrendOptions extends DrawingOptions {
  /** What the values are: the title of the drawing. */
  readonly label: string
}

const width = 120
const height = 28
const room = 4

/**
 * A small line without figures that shows how a value came about; its end is set off, and it is broken
 * where a value is not known. Its height shows the range of the values, not their size.
 * Throws `TypeError` if a value is not finite, or the id cannot begin an id.
 */
export function drawTrend(trend: readonly TrendPoint[], options: TrendOptions): Drawing {
  if (trend.some(({ value }) => value !== null && !Number.isFinite(value))) {
    throw new TypeError('A trend is drawn from finite numbers; give null where a value is not known')
  }
  const description = describeTrend(trend, options.locale)
  const frame = { name: 'tz-trend', title: options.label, description, width }
  return framed(frame, options, drawPicture(trend, options))
}

function drawPicture(trend: readonly TrendPoint[], options: TrendOptions): Picture {
  const { fill, stroke } = canvasOf(options, width, true)
  const known = trend.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = scaleLinear()
    .domain([0, Math.max(1, trend.length - 1)])
    .range(trend.length === 1 ? [width - room, width - room] : [room, width - room])
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([height - room, room])
  const vertices = trend.map(({ value }, index): Vertex => (value === null ? null : [x(index), y(value)]))
  const last = vertices.findLast((vertex) => vertex !== null)
  if (last === undefined || last === null) {
    const text = formats(options.locale).text(reportWords.noData)
    return { height, content: [el('text', { x: 0, y: 18, 'font-size': 11, ...fill('muted') }, text)] }
  }
  const alone = vertices.filter(
    (vertex, index) => vertex !== null && !vertices[index - 1] && !vertices[index + 1],
  )
  return {
    height,
    content: [
      el('path', {
        d: linePath(vertices),
        fill: 'none',
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        ...stroke('soft', 2),
      }),
      ...alone.map((vertex) => el('circle', { cx: vertex?.[0], cy: vertex?.[1], r: 1.5, ...fill('soft') })),
      el('circle', { cx: last[0], cy: last[1], r: 3.5, ...fill('accent') }),
    ],
  }
}
