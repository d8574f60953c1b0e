import Papa from 'papaparse'

/** Rows that stand together; cells are escaped and formatted already. */
export type Grid = readonly (readonly string[])[]

// RFC 4180, section 2.1.
const newline = '\r\n'

/** Grids apart by an empty line; the last row is ended too. */
export function writeGrids(grids: readonly Grid[], separator: string): string {
  return grids
    .filter((grid) => grid.length > 0)
    .map((grid) => grid.map((row) => writeRow(row, separator) + newline).join(''))
    .join(newline)
}

function writeRow(row: readonly string[], separator: string): string {
  // Unquoted, a row of one empty cell would be the line between two tables.
  const quotes = row.length === 1 && row[0] === ''
  return Papa.unparse([[...row]], { delimiter: separator, newline, quotes })
}
