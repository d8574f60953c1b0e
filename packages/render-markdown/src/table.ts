import {
  type Cell,
  type Chart,
  chartTable,
  isEndAligned,
  type Metrics,
  type Path,
  type Table,
} from '@tirazh/spec'
import { escapeText, strong } from './escape.js'
import { writeBases, writeBasis, writeValue } from './values.js'
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
    ...writeBases(block, writer),
  ]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Headline figures as a table, with a note and a counting rule where a figure has one. */
export function writeMetrics(block: Metrics, at: Path, writer: Writer): string {
  const noted = block.items.some(({ note }) => note !== undefined)
  const counted = block.items.some(({ value }) => 'basis' in value && value.basis !== undefined)
  const rows = block.items.map(({ label, value, note }, index) => [
    escapeText(label),
    strong(writeValue(value, [...at, 'items', index], writer)),
    ...(noted ? [escapeText(note ?? '')] : []),
    ...(counted
      ? ['basis' in value && value.basis !== undefined ? writeBasis(value.basis, writer) : '']
      : []),
  ])
  const titles = [
    writer.say('indicator'),
    writer.say('value'),
    ...(noted ? [writer.say('note')] : []),
    ...(counted ? [writer.say('howCounted')] : []),
  ]
  const alignment = titles.map((_, index) => (index === 1 ? '---:' : ':---'))
  return [titles, alignment, ...rows].map(line).join('\n')
}

/** A chart is written as the table of its numbers. */
export function writeChart(block: Chart, at: Path, writer: Writer): readonly string[] {
  const table = chartTable(block, writer.f.locale)
  return writeTable(block.note === undefined ? table : { ...table, note: block.note }, at, writer)
}
