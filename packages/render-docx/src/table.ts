import { type Cell, isEndAligned, magnitudeOf, type Path, type Table, type Value } from '@tirazh/spec'
import { type ColumnLook, drawCell, sized, titleLook } from './cells.js'
import type { Drawn } from './paragraphs.js'
import { gap, paragraph, runs } from './paragraphs.js'
import { type Reasons, reasonsOf } from './reasons.js'
import { type DataRow, dataTable } from './rows.js'
import { howCounted } from './values.js'
import { type Fit, fitTable, measures, type Size, textLength } from './widths.js'
import type { Writer } from './writer.js'

/** A table with its caption above and its note and counting rules below; a wide one in parts. */
export function drawTable(block: Table, at: Path, writing: Writer): readonly Drawn[] {
  const reasons = reasonsOf(block, at, writing)
  const { parts, size } = fitTable(block, reasons.inCells, writing)
  const columns = columnsOf(block, reasons, at, writing)
  const drawn = parts.flatMap((part, index) => {
    const which =
      parts.length === 1
        ? ''
        : ` (${writing.say('part')}\u00a0${index + 1}\u00a0${writing.say('of')}\u00a0${parts.length})`
    return [
      paragraph('Caption', `${block.caption}${which}`),
      drawPart(block, part, columns, size, at, writing),
      ...(index < parts.length - 1 ? [gap()] : []),
    ]
  })
  return [
    ...drawn,
    ...(block.note === undefined ? [] : [paragraph('Note', block.note)]),
    ...reasons.below,
    ...howCounted(block, at, writing),
    gap(),
  ]
}

/** Word slows down with very many drawings. */
const mostBars = 300

function columnsOf(block: Table, { inCells }: Reasons, at: Path, writing: Writer): readonly ColumnLook[] {
  const count = Math.max(1, block.columns.length, block.total?.length ?? 0, block.rows[0]?.length ?? 0)
  return Array.from({ length: count }, (_, index) => {
    const { title = '', narrow = false, bar = false } = block.columns[index] ?? {}
    const barred = bar && block.rows.length <= mostBars
    if (bar && !barred) {
      writing.context.omit([...at, 'columns', index], `bars are drawn in tables of up to ${mostBars} rows`)
    }
    const sizes = barred ? block.rows.map((row) => Math.abs(magnitudeOf(row[index] ?? null) ?? 0)) : []
    const full = Math.max(0, ...sizes)
    const end = isEndAligned(block, index)
    return { title, narrow, end, reasons: inCells.has(index), ...(barred && full > 0 ? { full } : {}) }
  })
}

function drawPart(
  block: Table,
  { columns: shown, widths }: Fit['parts'][number],
  columns: readonly ColumnLook[],
  size: Size,
  at: Path,
  writing: Writer,
): Drawn {
  const looks = shown.map((index) => columns[index])
  const row = (cells: readonly Cell[], path: Path, as: 'body' | 'last' | 'total'): DataRow => ({
    cells: shown.map((index, place) =>
      drawCell(cells[index] ?? null, {
        ...{ at: [...path, index], look: columns[index], width: widths[place] ?? 0, as, size, writing },
      }),
    ),
    long: isLong(cells),
  })
  const last = block.rows.length - 1
  const rows: DataRow[] = [
    headRow(looks, size),
    ...block.rows.map((cells, index) => {
      // The last row stays with the total.
      const as = index === last && block.total !== undefined ? 'last' : 'body'
      return row(cells, [...at, 'rows', index], as)
    }),
    ...(last >= 0
      ? []
      : [{ cells: [[paragraph('TableText', runs(writing.say('noData'), 'Unknown'))]], across: true }]),
    ...(block.total === undefined ? [] : [row(block.total, [...at, 'total'], 'total')]),
  ]
  return dataTable(rows, widths, {
    head: true,
    total: block.total !== undefined,
    rowHeader: block.columns[shown[0] ?? 0]?.rowHeader === true,
    side: measures[size].side,
  })
}

function headRow(looks: readonly (ColumnLook | undefined)[], size: Size): DataRow {
  const turned = new Set(looks.flatMap((look, index) => (look?.narrow === true ? [index] : [])))
  const longest = Math.max(0, ...looks.map((look) => (look?.narrow === true ? textLength(look.title) : 0)))
  const height = Math.min(Math.round(longest * 1.12 * measures[size].em) + 160, 3400)
  return {
    head: true,
    ...(turned.size === 0 ? {} : { turned: { cells: turned, height } }),
    cells: looks.map((look) => [paragraph(sized('TableHead', size), look?.title ?? '', titleLook(look))]),
  }
}

/** Whether a row may be higher than a page. */
function isLong(cells: readonly Cell[]): boolean {
  return cells.some((cell) => cell !== null && textOf(cell).length > 800)
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value
  return 'text' in value ? value.text : ''
}
