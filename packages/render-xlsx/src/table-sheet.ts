import { type Cell, type Column, isEndAligned, type Path, type Table } from '@tirazh/spec'
import { cellOf, textCell } from './cells.js'
import { columnFormat } from './number-formats.js'
import { type Reasons, reasonCell, reasonsOf } from './reasons.js'
import { basisRow, footer, noticeRows, textRow } from './rows.js'
import { columnWidths } from './widths.js'
import type { Align, Look, Sheet, SheetCell, SheetColumn, SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

const mostColumns = 16_384

/** How many links Excel opens on one sheet. */
const mostLinks = 65_530

/** A wider sheet, in characters, is printed across. */
const upright = 95

/**
 * A sheet of its own for a table: notice, caption and header stay in view, notes follow the data. Where
 * decisions say why, the last column does.
 */
export function tableSheet(name: string, table: Table, at: Path, writer: Writer): Sheet {
  const reasons = reasonsOf(table)
  const places = placesOf(table, reasons, at, writer)
  const head = noticeRows(writer).length + 2
  const tail = [table.total, table.note].filter((part) => part !== undefined).length + reasons.bases.length
  const body = Math.min(table.rows.length, Math.max(0, writer.rowLimit - head - tail))
  if (body < table.rows.length) {
    const left = table.rows.length - body
    writer.context.omit(
      [...at, 'rows', body],
      `a sheet holds ${writer.rowLimit} rows; the last ${left} are left out`,
    )
  }
  const shown = Math.max(1, body)
  const columns = sheetColumns(places, table, reasons, writer)
  const parts = { table, places, reasons, body }
  return {
    name,
    columns,
    rowCount: head + shown + tail,
    rows: sheetRows(parts, at, writer),
    frozen: head,
    filter: { first: head - 1, last: head + shown - 1 },
    bars: places.flatMap(({ bar }, index) => (bar === true ? [index] : [])),
    landscape: writer.across || columns.reduce((sum, { width }) => sum + width, 0) > upright,
    footer: footer(writer),
  }
}

interface Parts {
  readonly table: Table
  /** A column for each cell that a row may have. */
  readonly places: readonly Column[]
  readonly reasons: Reasons
  /** How many rows of the table there is room for. */
  readonly body: number
}

function* sheetRows({ table, places, reasons, body }: Parts, at: Path, writer: Writer): Generator<SheetRow> {
  const { rows, total, note } = table
  const linked = linkLimit(writer)
  const line = (cells: readonly Cell[], path: Path, look: Look): SheetRow => {
    const line = places.map((_, index) => cellOf(cells[index] ?? null, [...path, index], writer))
    if (reasons.columns.length > 0) line.push(reasonCell(table, reasons.columns, cells, path, writer))
    return { look, cells: linked(line, path) }
  }
  yield* noticeRows(writer)
  yield textRow(table.caption, 'heading', [...at, 'caption'], writer)
  yield { look: 'header', cells: headerCells(places, reasons, at, writer) }
  for (let index = 0; index < body; index += 1) yield line(rows[index] ?? [], [...at, 'rows', index], 'body')
  if (rows.length === 0) yield { look: 'body', cells: [{ value: writer.say('noData'), look: 'unknown' }] }
  if (total !== undefined) yield line(total, [...at, 'total'], 'total')
  if (note !== undefined) yield textRow(note, 'note', [...at, 'note'], writer)
  for (const basis of reasons.bases) yield basisRow(basis, at, writer)
}

function headerCells(
  places: readonly Column[],
  reasons: Reasons,
  at: Path,
  writer: Writer,
): readonly SheetCell[] {
  const cells = places.map(({ title, narrow }, index): SheetCell => {
    const cell = textCell(title, [...at, 'columns', index], writer)
    return narrow === true ? { ...cell, look: 'turned' } : cell
  })
  return reasons.columns.length === 0 ? cells : [...cells, { value: writer.say('why') }]
}

/** The columns of the table, and one without a title where a row has more cells than there are columns. */
function placesOf(
  { columns, rows, total }: Table,
  reasons: Reasons,
  at: Path,
  writer: Writer,
): readonly Column[] {
  const longest = rows.reduce((length, row) => Math.max(length, row.length), total?.length ?? 0)
  const width = Math.max(1, columns.length, longest)
  const kept = Math.min(width, reasons.columns.length === 0 ? mostColumns : mostColumns - 1)
  if (kept < width) {
    writer.context.omit(at, `a sheet holds ${mostColumns} columns; the other ${width - kept} are left out`)
  }
  return Array.from({ length: kept }, (_, index) => columns[index] ?? { title: '' })
}

function sheetColumns(
  places: readonly Column[],
  table: Table,
  reasons: Reasons,
  { f }: Writer,
): readonly SheetColumn[] {
  const widths = columnWidths(places, table)
  const columns = places.map(
    ({ as, align }, index): SheetColumn => ({
      width: widths[index] ?? 8,
      align: align ?? (as === undefined ? alignOf(table, index) : aligns[as]),
      ...(as !== undefined && { format: columnFormat(as, f.locale) }),
    }),
  )
  return reasons.columns.length === 0 ? columns : [...columns, { width: 50, align: 'start' }]
}

function alignOf(table: Table, index: number): Align {
  return isEndAligned(table, index) ? 'end' : 'start'
}

const aligns: Readonly<Record<NonNullable<Column['as']>, Align>> = {
  text: 'start',
  number: 'end',
  money: 'end',
  share: 'end',
  date: 'end',
  status: 'start',
  reference: 'start',
}

/** Takes the links from what is beyond the limit, and says once where that begins. */
function linkLimit({ context }: Writer): (cells: readonly SheetCell[], at: Path) => readonly SheetCell[] {
  let links = 0
  return (cells, at) => {
    const more = cells.reduce((count, { link }) => (link === undefined ? count : count + 1), 0)
    if (more === 0) return cells
    if (links <= mostLinks && links + more > mostLinks) {
      context.omit(at, `a sheet holds ${mostLinks} links; from here on there are none`)
    }
    links += more
    return links > mostLinks ? cells.map(({ link: _, look: __, ...cell }) => cell) : cells
  }
}
