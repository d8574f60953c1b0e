import { formats, reportWords, type TypedValue } from '@tirazh/spec'
import { scaleLinear } from 'd3-scale'
import { describePlan } from './describe-metric.js'
import { canvasOf, type Drawing, type DrawingOptions, framed, type Picture } from './drawing.js'
import { extent } from './extent.js'
import { drawStrip } from './strip.js'
import { el } from './svg.js'
import { textWidth } from './text.js'

/** A figure and what was planned for it, of the same kind and unit. */
export interface Planned {
  readonly label: string
  readonly value: TypedValue
  readonly plan: TypedValue
}

const width = 160
const height = 16
const size = 11

/**
 * A strip without figures: a bar for the value, a mark for the plan. What is no number is left out, and
 * a value that is not known is said in words; an interval is drawn up to its low and, paler, to its high end.
 * Throws `TypeError` if a number is not finite, or the id cannot begin an id.
 */
export function drawPlan(planned: Planned, options: DrawingOptions): Drawing {
  const description = describePlan(planned, options.locale)
  const frame = { name: 'tz-plan', title: planned.label, description, width }
  return framed(frame, options, drawPicture(planned, options))
}

function drawPicture({ value, plan }: Planned, options: DrawingOptions): Picture {
  const canvas = canvasOf(options, width, true)
  const [amount, target] = [amountOf(value), amountOf(plan)]
  const words = amount === undefined ? formats(options.locale).text(reportWords.noData) : ''
  const left = words === '' ? 0 : Math.ceil(textWidth(words, size)) + 8
  const [low, high] = extent([amount?.low ?? 0, amount?.high ?? 0, target?.high ?? 0])
  // A tenth is left beyond the greatest, so that its end can be seen.
  const x = scaleLinear()
    .domain([low * 1.1, high * 1.1])
    .range([left, width])
  const bars =
    amount === undefined
      ? undefined
      : ([
          { from: x(0), to: x(amount.high), colour: 'soft' },
          { from: x(0), to: x(amount.low), colour: 'accent' },
        ] as const)
  const mark = target === undefined ? undefined : x(target.high)
  return {
    height,
    content: [
      ...(words === ''
        ? []
        : [el('text', { x: 0, y: 12, 'font-size': size, ...canvas.fill('muted') }, words)]),
      ...drawStrip({ track: [left, width], bars, mark, middle: height / 2, thickness: 6 }, canvas),
    ],
  }
}

interface Amount {
  readonly low: number
  readonly high: number
}

/** What of a value can be drawn as a length. */
function amountOf(value: TypedValue): Amount | undefined {
  const amount = drawable(value)
  if (amount !== undefined && !(Number.isFinite(amount.low) && Number.isFinite(amount.high))) {
    throw new TypeError('A plan is drawn from finite numbers; give a value that is not known as `unknown`')
  }
  return amount
}

function drawable(value: TypedValue): Amount | undefined {
  switch (value.as) {
    case 'number':
    case 'share':
      return { low: value.value, high: value.value }
    case 'money':
      return { low: value.minor, high: value.minor }
    case 'interval':
      return value
    case 'date':
    case 'status':
    case 'reference':
    case 'unknown':
      return undefined
  }
}
