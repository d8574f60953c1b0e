import { type Chart, chartTable, type Facts, type Metrics, type Table, type Value } from '@tirazh/spec'
import { type Column, rowsOf, textColumn, valueColumns } from './columns.js'
import type { Grid } from './grid.js'
import { writeBases, writeBasis } from './values.js'
import type { Writer } from './writer.js'

/** Caption, titles, rows and total; the note and the counting rules stand apart below. */
export function writeTable(block: Table, writer: Writer): readonly Grid[] {
  const rows = block.total === undefined ? block.rows : [...block.rows, block.total]
  const width = Math.max(1, block.columns.length, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => {
    const cells = rows.map((row) => row[index])
    return valueColumns(block.columns[index]?.title ?? '', cells, writer)
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

/** Headline figures, with unit, note and counting rule where one of them has it. */
export function writeMetrics({ items }: Metrics, writer: Writer): Grid {
  const { say } = writer
  const noted = items.some(({ note }) => note !== undefined)
  const bases = items.map(({ value }) => ('basis' in value ? value.basis : undefined))
  const counted: Column = [
    say('howCounted'),
    ...bases.map((basis) => (basis === undefined ? '' : writeBasis(basis, writer))),
  ]
  const labels = items.map(({ label }) => label)
  const notes = items.map(({ note }) => note ?? '')
  return rowsOf([
    textColumn(say('indicator'), labels, writer),
    ...valueColumns(
      say('value'),
      items.map(({ value }) => value),
      writer,
    ),
    ...(noted ? [textColumn(say('note'), notes, writer)] : []),
    ...(bases.some((basis) => basis !== undefined) ? [counted] : []),
  ])
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
  ]
  return [rowsOf(columns), writeBases(block, writer)]
}
