import { type Basis, basesOf, type Cell, type Path, type Table, type Value } from '@tirazh/spec'
import { basisText, textCell } from './cells.js'
import type { SheetCell } from './workbook.js'
import type { Writer } from './writer.js'

/** What the cells of a table rest on. */
export interface Reasons {
  /** How the figures were counted, each rule once. */
  readonly bases: readonly Basis[]
  /** The columns, from 0, with decisions that say why. */
  readonly columns: readonly number[]
}

/** In one pass: a table may have a million cells, few of which say anything. */
export function reasonsOf({ rows, total = [] }: Table): Reasons {
  const values: Value[] = []
  const columns = new Set<number>()
  for (const row of [...rows, total]) {
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index]
      if (typeof cell !== 'object' || cell === null || !('basis' in cell)) continue
      if (cell.as === 'status' && cell.basis !== undefined) columns.add(index)
      else values.push(cell)
    }
  }
  return { bases: basesOf(values), columns: [...columns].sort((one, other) => one - other) }
}

/** Why the decisions of a row are what they are, each on a line with its title if there are several. */
export function reasonCell(
  table: Table,
  columns: readonly number[],
  cells: readonly Cell[],
  path: Path,
  writer: Writer,
): SheetCell {
  const lines: { readonly at: Path; readonly text: string }[] = []
  for (const index of columns) {
    const cell = cells[index]
    if (typeof cell !== 'object' || cell?.as !== 'status' || cell.basis === undefined) continue
    const text = basisText(cell.basis, writer)
    const title = table.columns[index]?.title ?? ''
    lines.push({
      at: [...path, index],
      text: columns.length === 1 ? text : `${title}: ${text}`,
    })
  }
  const [first] = lines
  return first === undefined
    ? { value: null }
    : textCell(lines.map(({ text }) => text).join('\n'), first.at, writer)
}
