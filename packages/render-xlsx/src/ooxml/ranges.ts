/** `C5`: row and column from 0. */
export function cellName(row: number, column: number): string {
  return `${letters(column)}${row + 1}`
}

/** `A3:F20`: rows and columns from 0. */
export function rangeOf(first: number, last: number, column: number, from = 0): string {
  return `${cellName(first, from)}:${cellName(last, column)}`
}

/** `A`, `Z`, `AA`: the name of a column, from 0. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26))
}

/** `'Практики ''лучшие'''`: the name of a sheet in a reference. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
