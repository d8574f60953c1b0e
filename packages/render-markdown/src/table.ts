import type { Cell, Chart, Metrics, Table } from '@tirazh/spec'
import { escapeText, strong } from './escape.js'
import { writeBases, writeBasis, writeValue } from './values.js'
import type { Path, Writer } from './writer.js'

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
  const values = [...block.rows.flat(), ...(block.total ?? [])].flatMap((cell) => cell ?? [])
  const lines = [
    line(places.map((index) => escapeText(block.columns[index]?.title ?? ''))),
    line(places.map((index) => (endAligned(block, index) ? '---:' : ':---'))),
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
    ...writeBases(values, writer),
  ]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

const aligned: ReadonlySet<string> = new Set(['number', 'interval', 'share', 'money', 'date', 'unknown'])

function endAligned(block: Table, index: number): boolean {
  const align = block.columns[index]?.align
  if (align !== undefined) return align === 'end'
  const cells = block.rows.flatMap((row) => row[index] ?? [])
  return cells.length > 0 && cells.every((cell) => typeof cell !== 'string' && aligned.has(cell.as))
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
  const table: Table = {
    type: 'table',
    caption: block.title,
    ...chartData(block, writer),
    ...(block.note === undefined ? {} : { note: block.note }),
  }
  return writeTable(table, at, writer)
}

function chartData(block: Chart, writer: Writer): Pick<Table, 'columns' | 'rows'> {
  const number = (value: number): Cell => ({ as: 'number', value })
  const valueTitle = block.unit === undefined ? block.valueTitle : `${block.valueTitle}, ${block.unit}`
  const columns = [{ title: block.labelTitle }, { title: valueTitle, align: 'end' } as const]
  switch (block.chart) {
    case 'bars':
      return { columns, rows: block.items.map(({ label, value }) => [label, number(value)]) }
    case 'columns': {
      const planned = block.items.some(({ plan }) => plan !== undefined)
      return {
        columns: planned ? [...columns, { title: writer.say('plan'), align: 'end' }] : columns,
        rows: block.items.map(({ label, value, plan }) => [
          label,
          number(value),
          ...(planned ? [plan === undefined ? null : number(plan)] : []),
        ]),
      }
    }
    case 'tiles': {
      const noData: Cell = { as: 'unknown', text: writer.say('noData') }
      return {
        columns,
        rows: block.tiles.map(({ label, value }) => [label, value === null ? noData : number(value)]),
      }
    }
  }
}
