import type { Cell } from '@tirazh/spec'
import type { Grid } from './grid.js'
import { unitOf, writeCell } from './values.js'
import type { Writer } from './writer.js'

/** A title with the cells below it. */
export type Column = readonly [title: string, ...cells: string[]]

/**
 * Values without their units, so that figures are read as numbers. The unit stands in the title if all
 * figures have the same one, and in a column of its own if they differ.
 */
export function valueColumns(
  title: string,
  cells: readonly (Cell | undefined)[],
  writer: Writer,
): readonly Column[] {
  const written = cells.map((cell) => writeCell(cell, writer))
  const units = new Set(cells.filter(isFigure).map(unitOf))
  const [unit] = units
  if (units.size > 1) {
    const column = cells.map((cell) => writer.text(unitOf(cell) ?? ''))
    return [
      [writer.text(title), ...written],
      [writer.say('unit'), ...column],
    ]
  }
  return [[writer.text(unit === undefined ? title : `${title}, ${unit}`), ...written]]
}

function isFigure(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && figures.has(cell.as)
}

const figures: ReadonlySet<string> = new Set(['number', 'interval', 'money', 'share'])

export function textColumn(title: string, texts: readonly string[], writer: Writer): Column {
  return [writer.text(title), ...texts.map(writer.text)]
}

/** Columns of equal length as rows. */
export function rowsOf(columns: readonly Column[]): Grid {
  return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? ''))
}
