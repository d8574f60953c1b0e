import type { Table } from './report.js'
import type { TypedValue } from './value.js'

/**
 * Whether a column of a table (from 0) is aligned at the end: if it says so itself or, where it says
 * nothing, if every cell that applies is a figure, a date or unknown.
 */
export function isEndAligned(table: Table, column: number): boolean {
  const align = table.columns[column]?.align
  if (align !== undefined) return align === 'end'
  const cells = table.rows.flatMap((row) => row[column] ?? [])
  return cells.length > 0 && cells.every((cell) => typeof cell !== 'string' && figures.has(cell.as))
}

const figures: ReadonlySet<TypedValue['as']> = new Set([
  'number',
  'interval',
  'share',
  'money',
  'date',
  'unknown',
])
