import type { Path, Table } from '@tirazh/spec'
import type { Paragraph } from 'docx'
import { paragraph, runs } from './paragraphs.js'
import { whyOf } from './values.js'
import type { Writer } from './writer.js'

/** Where a table tells why its decisions are as they are. */
export interface Reasons {
  /** The columns that have room for it in their cells. */
  readonly inCells: ReadonlySet<number>
  /** The others, a paragraph for each row. */
  readonly below: readonly Paragraph[]
}

/** What a cell has room for, in characters, and a foot of a table in rows. */
const shortest = 45
const mostRows = 40

export function reasonsOf(block: Table, at: Path, writing: Writer): Reasons {
  const inCells = new Set<number>()
  const below: number[] = []
  block.columns.forEach(({ narrow = false }, column) => {
    const whys = block.rows.flatMap((row) => whyOf(row[column] ?? '') ?? [])
    if (whys.length === 0) return
    if (!narrow && whys.every((why) => why.length <= shortest)) inCells.add(column)
    else below.push(column)
  })
  const rows = block.rows.flatMap((_, row) => drawRow(block, row, below, writing) ?? [])
  if (rows.length <= mostRows) return { inCells, below: rows }
  for (const column of below) {
    writing.context.omit([...at, 'columns', column], `the reasons of more than ${mostRows} rows are not told`)
  }
  return { inCells, below: [] }
}

function drawRow(
  { columns, rows }: Table,
  row: number,
  below: readonly number[],
  writing: Writer,
): Paragraph | undefined {
  const cells = rows[row] ?? []
  const told = below.flatMap((column) => {
    const cell = cells[column] ?? ''
    const why = whyOf(cell)
    return why === undefined ? [] : [`${columns[column]?.title ?? ''} — ${writing.f.value(cell)}: ${why}`]
  })
  if (told.length === 0) return undefined
  const named = cells.filter((_, column) => columns[column]?.rowHeader === true)
  const names = (named.length === 0 ? cells.slice(0, 1) : named).flatMap((cell) => cell ?? [])
  const name = names.map((value) => writing.f.value(value)).join(' · ')
  return paragraph('HowCounted', [...runs(name, 'Strong'), ...runs(`. ${told.join('; ')}`)])
}
