import { type Cell, type Chart, chartTable, isEndAligned, type Path, type Table } from '@tirazh/spec'
import { escapeText, strong } from './escape.js'
import { writeBases, writeValue } from './values.js'
import type { Writer } from './writer.js'

/** A table with its caption above and its note and counting rules below. */
export function writeTable(block: Table, at: Path, writer: Writer): readonly string[] {
  const width = Math.max(
    1,
    block.columns.length,
    ...block.rows.map((row) => row.length),
    block.total?.length ?? 0,
  )
  const places = Array.from({ length: width }, (_, index) => index)
  const row = (cells: readonly Cell[], path: Path, empty: string): readonly string[] =>
    places.map((index) => {
      const cell = cells[index]
      return cell === undefined || cell === null ? empty : writeValue(cell, [...path, index], writer)
    })
  const lines = [
    line(places.map((index) => escapeText(block.columns[index]?.title ?? ''))),
    line(places.map((index) => (isEndAligned(block, index) ? '---:' : ':---'))),
    ...block.rows.map((cells, index) => line(row(cells, [...at, 'rows', index], '—'))),
    ...(block.rows.length === 0
      ? [line(places.map((index) => (index === 0 ? writer.say('noData') : '')))]
      : []),
    ...(block.total === undefined
      ? []
      : [line(row(block.total, [...at, 'total'], '').map((cell) => strong(cell)))]),
  ]
  return [
    strong(escapeText(block.caption)),
    lines.join('\n'),
    ...(block.note === undefined ? [] : [`*${escapeText(block.note).trim()}*`]),
    ...writeBases(block, at, writer),
  ]
}

/** A row of a table from cells that are escaped already. */
export function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** A chart is written as the table of its numbers. */
export function writeChart(block: Chart, at: Path, writer: Writer): readonly string[] {
  const table = chartTable(block, writer.f.locale)
  return writeTable(block.note === undefined ? table : { ...table, note: block.note }, at, writer)
}
