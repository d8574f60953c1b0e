import type { Cell, Column, Table } from '@tirazh/spec'

/** No column of a table is wider, in characters: longer texts are broken. */
const widest = 60

/** Room beside the text, and in a header for the button of the filter. */
const padding = 3
const button = 3

/** What fits across a page that is still easy to read, and the least that a long text gets. */
const page = 130
const leastText = 22

/**
 * How wide the columns of a table are, in characters. No number is wider than its column, because it would
 * be shown as `####`. Where a page has no room for all, the longest texts are broken into more lines.
 */
export function columnWidths(columns: readonly Column[], table: Table): readonly number[] {
  const needed = columns.map((column, index) => columnWidth(column, table, index))
  const within = (limit: number): readonly number[] =>
    needed.map(({ least, most }) => Math.max(least, Math.min(most, limit)))
  let limit = widest
  while (limit > leastText && within(limit).reduce((sum, width) => sum + width, 0) > page) limit -= 2
  return within(limit)
}

interface Needed {
  /** What is not to be broken needs: words of the title, numbers, references. */
  readonly least: number
  /** What texts would take on one line. */
  readonly most: number
}

function columnWidth({ title, narrow }: Column, { rows, total = [] }: Table, column: number): Needed {
  let text = 0
  let whole = 0
  for (let index = -1; index < rows.length; index += 1) {
    const cell = (index < 0 ? total : rows[index])?.[column] ?? null
    const length = lengthOf(cell)
    if (isFigure(cell)) whole = Math.max(whole, length)
    else if (isReference(cell)) whole = Math.max(whole, Math.min(longestReference, length))
    if (!isFigure(cell)) text = Math.max(text, length)
  }
  const word = title.split(/\s/).reduce((most, part) => Math.max(most, part.length), 0)
  const header = Math.ceil(Math.max(word, Math.min(14, title.length)) * 1.1) + button
  const least = Math.max(narrow === true ? 4 : Math.max(8, header), whole + padding)
  return { least: Math.min(widest, least), most: Math.max(least, text + padding) }
}

/** Not every program breaks the lines of a link. */
const longestReference = 48

function isReference(cell: Cell): boolean {
  return typeof cell === 'object' && cell?.as === 'reference'
}

function isFigure(cell: Cell): boolean {
  return (
    typeof cell === 'object' &&
    cell !== null &&
    (cell.as === 'number' || cell.as === 'money' || cell.as === 'share' || cell.as === 'date')
  )
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0
  if (typeof cell === 'string') return textLength(cell)
  switch (cell.as) {
    case 'number':
      return (
        numberLength(cell.value, cell.digits ?? 2) +
        unitLength(cell.unit) +
        (cell.bound === undefined ? 0 : 10)
      )
    case 'interval':
      return numberLength(cell.low, 2) + numberLength(cell.high, 2) + 1 + unitLength(cell.unit)
    case 'money':
      return numberLength(cell.minor / 100, 2) + 2
    case 'share':
      return numberLength(cell.value * 100, cell.digits ?? 1) + 1 + (cell.signed === true ? 1 : 0)
    case 'date':
      return '05 Oct 2026'.length
    case 'status':
    case 'reference':
    case 'unknown':
      return textLength(cell.text)
  }
}

function unitLength(unit: string | undefined): number {
  return unit === undefined ? 0 : unit.length + 1
}

/** In groups of three, with so many digits after the decimal sign unless it is whole. */
function numberLength(value: number, digits: number): number {
  const size = Math.abs(value)
  const whole = size < 10 ? 1 : Math.floor(Math.log10(size)) + 1
  const fraction = Number.isInteger(value) || digits === 0 ? 0 : digits + 1
  return whole + Math.floor((whole - 1) / 3) + fraction + (value < 0 ? 1 : 0)
}

function textLength(text: string): number {
  if (!text.includes('\n')) return text.length
  return text.split('\n').reduce((most, line) => Math.max(most, line.length), 0)
}
