import type { Cell, ColumnKind } from '@tirazh/spec'
import type { Grid } from './grid.js'
import { basisOf, unitOf, writeBasis, writeCell } from './values.js'
import type { Writer } from './writer.js'

/** A title with the cells below it. */
export type Column = readonly [title: string, ...cells: string[]]

/**
 * Values without their units, so that figures are read as numbers. The unit stands in the title if all
 * figures have the same one, and in a column of its own if they differ. A column `as` money is in roubles
 * even when it is empty.
 */
export function valueColumns(
  title: string,
  cells: readonly (Cell | undefined)[],
  writer: Writer,
  as?: ColumnKind,
): readonly Column[] {
  const written = cells.map((cell) => writeCell(cell, writer))
  const units = new Set(cells.filter(isFigure).map(unitOf))
  const [unit = as === 'money' && units.size === 0 ? '₽' : undefined] = units
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

/** Why the decisions of a column are what they are, if any of them says so. */
export function reasonColumns(
  title: string,
  cells: readonly (Cell | undefined)[],
  writer: Writer,
): readonly Column[] {
  const bases = cells.map((cell) =>
    typeof cell === 'object' && cell?.as === 'status' ? basisOf(cell) : undefined,
  )
  if (bases.every((basis) => basis === undefined)) return []
  const reasons = bases.map((basis) => (basis === undefined ? '' : writeBasis(basis, writer)))
  return [[writer.text(`${title}: ${writer.say('why')}`), ...reasons]]
}

export function textColumn(title: string, texts: readonly string[], writer: Writer): Column {
  return [writer.text(title), ...texts.map(writer.text)]
}

/** Columns of equal length as rows. */
export function rowsOf(columns: readonly Column[]): Grid {
  return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? ''))
}
