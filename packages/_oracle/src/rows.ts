import { iso } from './days.js'

/** One line of a CSV file, read by the names of its columns. */
export class Row {
  readonly #columns: ReadonlyMap<string, number>
  readonly #cells: readonly string[]

  constructor(columns: ReadonlyMap<string, number>, cells: readonly string[]) {
    this.#columns = columns
    this.#cells = cells
  }

  /** The cell as it stands; empty when unknown. */
  text(column: string): string {
    const place = this.#columns.get(column)
    const cell = place === undefined ? undefined : this.#cells[place]
    if (cell === undefined) throw new Error(`No cell «${column}» in «${this.#cells.join(';')}»`)
    return cell
  }

  /** `2025-12-24` for `24.12.2025`; such texts compare as the dates do. */
  date(column: string): string | undefined {
    const cell = this.text(column)
    return cell === '' ? undefined : iso(cell)
  }

  /** `[]` when unknown. */
  list(column: string): string[] {
    const cell = this.text(column)
    return cell === '' ? [] : cell.split(', ')
  }

  /** Millionths, so that decimals stay exact. */
  millionths(column: string): bigint | undefined {
    const cell = this.text(column)
    if (cell === '') return undefined
    const match = /^(\d+)(?:,(\d{1,6}))?$/.exec(cell)
    if (!match) throw new Error(`«${cell}» in «${column}» is not a decimal such as 12,5`)
    return BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(6, '0'))
  }
}

/** The rows below the header; the cells hold neither quotes nor `;`. */
export function rowsOf(csv: string): Row[] {
  const [header = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
  const columns = new Map(header.split(';').map((column, place) => [column, place]))
  return lines.map((line) => new Row(columns, line.split(';')))
}

/** The rows of each value of a column, in their order. */
export function groupBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.text(column))
    if (group) group.push(row)
    else groups.set(row.text(column), [row])
  }
  return groups
}
