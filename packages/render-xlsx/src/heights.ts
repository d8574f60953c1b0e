import type { Look, SheetCell, SheetRow } from './workbook.js'

/** The highest that a row can be, in points. */
const highest = 409

/**
 * How high a row must be to show its texts, in points; `undefined` if one line is enough. Not every program
 * finds it out by itself, and none does for merged cells. An estimate: the fonts of the reader are not known.
 */
export function rowHeight(row: SheetRow, widths: readonly number[]): number | undefined {
  if (row.height !== undefined) return Math.min(highest, row.height)
  if (row.spanned === true) return Math.min(highest, spannedHeight(row, widths))
  let height = line
  for (let column = 0; column < row.cells.length; column += 1) {
    const cell = row.cells[column]
    const width = widths[column]
    if (cell === undefined || width === undefined || cell.value === null) continue
    height = Math.max(height, cellHeight(cell, row.look, width))
  }
  return height === line ? undefined : Math.min(highest, height)
}

/** Of plain text of 11 points. */
const line = 15

function cellHeight({ value, look }: SheetCell, rowLook: Look, width: number): number {
  if (typeof value === 'number') return look === 'figure' ? 19 : line
  const text = textOf(value)
  if (look === 'turned') return Math.min(150, text.length * 6 + 12)
  const bold = look === 'strong' || rowLook === 'header' || rowLook === 'total'
  const room = width / (bold ? 1.1 : 1)
  return text.length <= room && !text.includes('\n') ? line : lines(text, room) * line
}

function spannedHeight({ cells, look }: SheetRow, widths: readonly number[]): number {
  const { scale, high, before } = sizes[look] ?? { scale: 1.05, high: line, before: 0 }
  const width = widths.reduce((sum, each) => sum + each, 0) / scale
  return lines(textOf(cells[0]?.value ?? null), width) * high + before
}

interface Size {
  /** How much wider than a digit of plain text a letter is. */
  readonly scale: number
  /** How high a line is. */
  readonly high: number
  readonly before: number
}

const sizes: Partial<Record<Look, Size>> = {
  title: { scale: 1.75, high: 25, before: 4 },
  subtitle: { scale: 1.2, high: 17, before: 4 },
  heading: { scale: 1.35, high: 18, before: 12 },
  strong: { scale: 1.15, high: line, before: 6 },
  lead: { scale: 1.3, high: 19, before: 8 },
  callout: { scale: 1.15, high: line, before: 6 },
  note: { scale: 1, high: 14, before: 2 },
}

/** Where words are broken, the end of a line stays empty: a tenth of it, on average. */
function lines(text: string, width: number): number {
  return text
    .split('\n')
    .reduce(
      (sum, part) => sum + Math.max(1, Math.ceil((part.length * (part.length > width ? 1.1 : 1)) / width)),
      0,
    )
}

function textOf(value: SheetCell['value']): string {
  return typeof value === 'object' && value !== null
    ? value.map(({ text }) => text).join('')
    : String(value ?? '')
}
