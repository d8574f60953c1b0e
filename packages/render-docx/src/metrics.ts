import type { LineChart, Metric, Metrics, Path, TypedValue } from '@tirazh/spec'
import { BorderStyle } from 'docx'
import { planRuns } from './bars.js'
import { layoutTable } from './layout-table.js'
import { trendRun } from './native.js'
import type { Drawn } from './paragraphs.js'
import { gap, paragraph, runs } from './paragraphs.js'
import { basisRuns, valueRuns, whyOf } from './values.js'
import { textLength } from './widths.js'
import type { Writer } from './writer.js'

/** Headline figures side by side, each with its note, plan, trend and counting rule. */
export function drawMetrics({ items }: Metrics, at: Path, writing: Writer): readonly Drawn[] {
  if (items.length === 0) return []
  const across = perRow(items.length, writing)
  const width = Math.floor(writing.width / across)
  const line = { style: BorderStyle.SINGLE, size: 4, color: writing.colour('line') }
  const top = { style: BorderStyle.SINGLE, size: 16, color: writing.colour('accent') }
  const rows = Array.from({ length: Math.ceil(items.length / across) }, (_, row) => ({
    whole: true,
    cells: Array.from({ length: across }, (_, column) => {
      const index = row * across + column
      const item = items[index]
      const inside = { ...writing, width: width - 2 * padding }
      return {
        content: item === undefined ? [] : drawMetric(item, [...at, 'items', index], inside),
        width,
        margins: { top: 90, bottom: 110, left: padding, right: padding },
        borders: { top, bottom: line },
      }
    }),
  }))
  const borders = { insideVertical: line, left: line, right: line }
  return [gap(), layoutTable(rows, { borders }), gap()]
}

const padding = 130

function perRow(count: number, { width }: Writer): number {
  const most = Math.max(1, Math.min(4, Math.floor(width / 2200)))
  if (count <= most) return count
  const rows = Math.ceil(count / most)
  return Math.ceil(count / rows)
}

function drawMetric(metric: Metric, at: Path, writing: Writer): readonly Drawn[] {
  const { label, value, note } = metric
  const why = whyOf(value)
  return [
    paragraph('MetricLabel', label),
    drawFigure(value, at, writing),
    ...(why === undefined ? [] : [paragraph('FinePrint', why)]),
    ...drawTrend(metric, writing),
    ...(note === undefined ? [] : [paragraph('MetricNote', note)]),
    ...drawPlan(metric, at, writing),
    ...drawBasis(metric, at, writing),
  ]
}

/** The figure is large; its unit stands beside it in small letters. */
function drawFigure(value: TypedValue, at: Path, writing: Writer): Drawn {
  const [figure, unit] = withoutUnit(value)
  const own = valueRuns(figure, at, writing)
  const style = figureStyle(figure, writing)
  return paragraph(style, unit === undefined ? own : [...own, ...runs(`\u00a0${unit}`, 'Unit')])
}

type FigureStyle = 'MetricValue' | 'MetricValueLong' | 'MetricValueLongest'

/** As large as lets the figure stand on one line. */
function figureStyle(figure: TypedValue, { f, width }: Writer): FigureStyle {
  const length = textLength(f.value(figure))
  if (length * 420 <= width) return 'MetricValue'
  return length * 335 <= width ? 'MetricValueLong' : 'MetricValueLongest'
}

function withoutUnit(value: TypedValue): readonly [TypedValue, string | undefined] {
  if (value.as !== 'number' && value.as !== 'interval') return [value, undefined]
  const { unit, ...figure } = value
  return [figure, unit]
}

function drawPlan({ value, plan }: Metric, at: Path, writing: Writer): readonly Drawn[] {
  if (plan === undefined) return []
  const [actual, planned] = [sizeOf(value), sizeOf(plan)]
  const bar =
    actual === undefined || planned === undefined ? [] : planRuns(actual, planned, writing, writing.width)
  const words = [...runs(`${writing.say('plan')}: `), ...valueRuns(plan, [...at, 'plan'], writing)]
  return [...(bar.length === 0 ? [] : [paragraph('MetricNote', bar)]), paragraph('MetricNote', words)]
}

function sizeOf(value: TypedValue): number | undefined {
  switch (value.as) {
    case 'number':
    case 'share':
      return value.value
    case 'money':
      return value.minor
    default:
      return undefined
  }
}

function drawTrend({ label, value, trend = [] }: Metric, writing: Writer): readonly Drawn[] {
  if (trend.filter((point) => point.value !== null).length < 2) return []
  const unit = value.as === 'number' || value.as === 'interval' ? value.unit : undefined
  const chart: LineChart = {
    ...{ type: 'chart', chart: 'line', title: label, labelTitle: '' },
    ...(unit === undefined ? {} : { unit }),
    labels: trend.map((point) => point.label),
    series: [{ title: label, values: trend.map((point) => point.value) }],
  }
  return [paragraph('Drawing', [trendRun(chart, writing)])]
}

function drawBasis({ value }: Metric, at: Path, writing: Writer): readonly Drawn[] {
  if (value.as === 'status' || !('basis' in value) || value.basis === undefined) return []
  return [paragraph('HowCounted', basisRuns(value.basis, at, writing))]
}
