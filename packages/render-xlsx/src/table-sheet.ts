import { isEndAligned, type Path, type Table } from '@tirazh/spec'
import { cellOf, textCell } from './cells.js'
import { basisRows, footer, noticeRows, textRow, widthsOf } from './rows.js'
import type { Sheet, SheetCell, SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

const mostColumns = 16_384

/** A sheet of its own for a table: notice, caption and header stay in view, notes follow the data. */
export function tableSheet(name: string, table: Table, at: Path, writer: Writer): Sheet {
  const width = Math.max(1, table.columns.length, ...lengths(table))
  const places = Array.from({ length: Math.min(width, mostColumns) }, (_, index) => index)
  if (width > mostColumns) {
    writer.context.omit(
      at,
      `a sheet holds ${mostColumns} columns; the other ${width - mostColumns} are left out`,
    )
  }
  const aligns = places.map((index) => (isEndAligned(table, index) ? 'end' : 'start'))
  const line = (cells: Table['rows'][number], path: Path): readonly SheetCell[] =>
    places.map((index) => ({
      ...cellOf(cells[index] ?? null, [...path, index], writer),
      align: aligns[index] ?? 'start',
    }))

  const head: readonly SheetRow[] = [
    ...noticeRows(writer),
    textRow(table.caption, 'heading', [...at, 'caption'], writer),
    {
      look: 'header',
      cells: places.map((index) => ({
        ...textCell(table.columns[index]?.title ?? '', [...at, 'columns', index], writer),
        align: aligns[index] ?? 'start',
      })),
    },
  ]
  const tail: readonly SheetRow[] = [
    ...(table.total === undefined
      ? []
      : [{ look: 'total', cells: line(table.total, [...at, 'total']) } as const]),
    ...(table.note === undefined ? [] : [textRow(table.note, 'note', [...at, 'note'], writer)]),
    ...basisRows(table, at, writer),
  ]
  const kept = Math.min(table.rows.length, Math.max(0, writer.rowLimit - head.length - tail.length))
  if (kept < table.rows.length) {
    const left = table.rows.length - kept
    writer.context.omit(
      [...at, 'rows', kept],
      `a sheet holds ${writer.rowLimit} rows; the last ${left} are left out`,
    )
  }
  const body: readonly SheetRow[] =
    table.rows.length === 0
      ? [{ look: 'body', cells: [{ value: writer.say('noData') }] }]
      : table.rows
          .slice(0, kept)
          .map((row, index) => ({ look: 'body', cells: line(row, [...at, 'rows', index]) }))
  table.columns.forEach(({ bar }, index) => {
    if (bar === true) writer.context.omit([...at, 'columns', index, 'bar'], 'bars in cells are not drawn')
  })

  const rows = [...head, ...body, ...tail]
  return {
    name,
    rows,
    widths: widthsOf(
      rows,
      places.map(() => 8),
    ),
    frozen: head.length,
    repeated: head.length,
    filter: { first: head.length - 1, last: head.length + body.length - 1 },
    landscape: places.length > 6,
    footer: footer(writer),
  }
}

function lengths(table: Table): readonly number[] {
  const most = table.rows.reduce((length, row) => Math.max(length, row.length), 0)
  return [most, table.total?.length ?? 0]
}
