import Papa from 'papaparse'

/** The cells of complete rows; `;` between cells, each row ended by a line feed. */
export function csvRows(text: string): string[][] {
  // The parser drops a byte order mark at the very beginning; here it would be part of a cell.
  const { data } = Papa.parse<string[]>(`\n${text}`, { delimiter: ';', newline: '\n', quoteChar: '"' })
  // Before the first line feed and after the last there is nothing.
  return data.slice(1, -1).map(withoutCarriageReturn)
}

/** Rows may end with CR LF; only an unquoted last cell keeps the CR. */
function withoutCarriageReturn(cells: string[]): string[] {
  const last = cells.at(-1)
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
  return cells
}
