import {
  type Chart,
  chartTable,
  type Facts,
  type Metric,
  type Metrics,
  type Table,
  type TypedValue,
  type Value,
} from '@tirazh/spec'
import { type Column, reasonColumns, rowsOf, textColumn, valueColumns } from './columns.js'
import type { Grid } from './grid.js'
import { basisOf, writeBases, writeBasis } from './values.js'
import type { Word } from './words.js'
import type { Writer } from './writer.js'

/** Caption, titles, rows and total, with why beside decisions; the note and the counting rules stand apart below. */
export function writeTable(block: Table, writer: Writer): readonly Grid[] {
  const rows = block.total === undefined ? block.rows : [...block.rows, block.total]
  const width = Math.max(1, block.columns.length, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => {
    const cells = rows.map((row) => row[index])
    const { title, as } = block.columns[index] ?? { title: '' }
    return [...valueColumns(title, cells, writer, as), ...reasonColumns(title, cells, writer)]
  })
  const [titles = [], ...body] = rowsOf(columns.flat())
  const noData = block.rows.length === 0 && writer.profile.saysNoData ? [[writer.say('noData')]] : []
  return [
    [[writer.text(block.caption)], titles, ...noData, ...body],
    block.note === undefined ? [] : [[writer.text(block.note)]],
    writeBases(block, writer),
  ]
}

/** A chart is written as the table of its numbers. */
export function writeChart(block: Chart, writer: Writer): readonly Grid[] {
  const table = chartTable(block, writer.f.locale)
  return writeTable(block.note === undefined ? table : { ...table, note: block.note }, writer)
}

/**
 * Headline figures, with unit, plan, note and counting rule where one of them has it; below them, apart,
 * how each that has a trend came about.
 */
export function writeMetrics({ items }: Metrics, writer: Writer): readonly Grid[] {
  const { say } = writer
  const column = (title: Word, of: (item: Metric) => Value | undefined): readonly Column[] => {
    const values = items.map(of)
    return values.some((value) => value !== undefined) ? valueColumns(say(title), values, writer) : []
  }
  const bases = items.map(({ value }) => basisOf(value))
  const counted: Column = [
    say('howCounted'),
    ...bases.map((basis) => (basis === undefined ? '' : writeBasis(basis, writer))),
  ]
  const labels = items.map(({ label }) => label)
  const columns = [
    textColumn(say('indicator'), labels, writer),
    ...column('value', ({ value }) => value),
    ...column('plan', ({ plan }) => plan),
    ...column('note', ({ note }) => note),
    ...(bases.some((basis) => basis !== undefined) ? [counted] : []),
  ]
  return [rowsOf(columns), ...items.map((item) => writeTrend(item, writer))]
}

function writeTrend({ label, value, trend = [] }: Metric, writer: Writer): Grid {
  if (trend.length === 0) return []
  const labels = trend.map((point) => point.label)
  const values = trend.map((point) => trendValue(value, point.value, writer))
  const columns = [
    textColumn(writer.say('period'), labels, writer),
    ...valueColumns(writer.say('value'), values, writer),
  ]
  return [[writer.text(label)], ...rowsOf(columns)]
}

/** A point of a trend as a value of the kind and unit of the last one. */
function trendValue(last: TypedValue, point: number | null, writer: Writer): Value {
  if (point === null) return writer.say('noData')
  switch (last.as) {
    case 'money':
      return { as: 'money', minor: point, currency: last.currency }
    case 'share':
      return { as: 'share', value: point }
    case 'number':
    case 'interval':
      return { as: 'number', value: point, ...(last.unit !== undefined && { unit: last.unit }) }
    default:
      return { as: 'number', value: point }
  }
}

/** Names and values of one thing. A value of several parts is a sentence and written as it is read. */
export function writeFacts(block: Facts, writer: Writer): readonly Grid[] {
  const labels = block.items.map(({ label }) => label)
  const values = block.items.map(({ value }): Value => {
    if (typeof value !== 'object' || !('length' in value)) return value
    const [only] = value
    return value.length === 1 && only !== undefined ? only : writer.f.inline(value)
  })
  const columns = [
    textColumn(writer.say('indicator'), labels, writer),
    ...valueColumns(writer.say('value'), values, writer),
    ...reasonColumns(writer.say('value'), values, writer),
  ]
  return [rowsOf(columns), writeBases(block, writer)]
}
