import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { rangeOf } from './ranges.js'
import { type Look, styleOf } from './styles.js'

/** A workbook as this package sees it; only this file and `styles.ts` know the library that writes it. */
export interface Workbook {
  readonly title: string
  readonly author: string
  /** The day that the file says it was made on: never the clock. */
  readonly day: string
  readonly font: string
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: readonly SheetRow[]
  /** How many first rows stay in view. */
  readonly frozen: number
  /** How many first rows are printed on each page. */
  readonly repeated: number
  /** Rows, from 0, from the header to the last that can be filtered. */
  readonly filter?: { readonly first: number; readonly last: number }
  readonly landscape: boolean
  /** `&P` is the page, `&N` how many there are. */
  readonly footer: string
}

export interface SheetRow {
  readonly look: Look
  /** One cell over the whole width of the sheet. */
  readonly spanned?: boolean
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  readonly value: string | number | null
  /** A number format, for numbers. */
  readonly format?: string
  /** How wide a number is once it is formatted. */
  readonly shown?: string
  readonly align?: 'start' | 'end'
  readonly look?: Look
}

export async function writeWorkbook({ title, author, day, font, sheets }: Workbook): Promise<Uint8Array> {
  const made = new Date(`${day}T00:00:00Z`)
  const styles = new Map<string, CellStyle>()
  const style = (look: Look, cell: SheetCell): CellStyle => {
    const key = `${look} ${cell.align ?? ''} ${cell.format ?? ''}`
    const known = styles.get(key)
    if (known !== undefined) return known
    const built = styleOf(look, font, cell)
    styles.set(key, built)
    return built
  }
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetOf(sheet, style)),
    properties: { title, creator: author, created: made, modified: made },
    defaultFont: { name: font, size: 11 },
    // The library's own `printTitlesRow` leaves a sheet name with spaces unquoted, which Excel refuses.
    namedRanges: sheets
      .filter(({ repeated }) => repeated > 0)
      .map(({ name, repeated }) => ({
        name: '_xlnm.Print_Titles',
        range: `'${name.replaceAll("'", "''")}'!$1:$${repeated}`,
        scope: name,
      })),
  })
}

type StyleOf = (look: Look, cell: SheetCell) => CellStyle

function sheetOf(sheet: Sheet, style: StyleOf): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  const merges: NonNullable<WriteSheet['merges']> = []
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map()
  const last = sheet.widths.length - 1
  // Cells that look as their column does need no entry of their own, which the library is slow to merge.
  const model = sheet.filter === undefined ? undefined : sheet.rows[sheet.filter.first + 1]
  const usual = sheet.widths.map((_, c) => {
    const cell = model?.cells[c]
    return cell === undefined ? undefined : style(cell.look ?? model?.look ?? 'body', cell)
  })
  const rows = sheet.rows.map((row) => {
    if (row.look !== 'body' || row.spanned === true) return []
    return row.cells.map((cell, c) => (isUsual(cell, row, usual[c], style) ? cell.value : null))
  })
  sheet.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (row.look === 'body' && row.spanned !== true && isUsual(cell, row, usual[c], style)) return
      const look = cell.look ?? row.look
      cells.set(`${r},${c}`, { ...content(cell.value), style: style(look, cell) })
    })
    if (row.spanned !== true) return
    if (last > 0) merges.push({ startRow: r, startCol: 0, endRow: r, endCol: last })
    rowDefs.set(r, { height: heightOf(row, sheet.widths) })
  })
  const { filter } = sheet
  return {
    name: sheet.name,
    columns: sheet.widths.map((width, c) => {
      const of = usual[c]
      return of === undefined ? { width } : { width, style: of }
    }),
    rows,
    cells,
    merges,
    rowDefs,
    ...(sheet.frozen > 0 && { freezePane: { rows: sheet.frozen } }),
    ...(filter !== undefined && { autoFilter: { range: rangeOf(filter.first, filter.last, last) } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: sheet.footer },
  }
}

/** Whether the value with the style of its column says all that the cell says. */
function isUsual(cell: SheetCell, row: SheetRow, usual: CellStyle | undefined, style: StyleOf): boolean {
  if (usual === undefined) return false
  if (cell.value === null) return true
  const plain = typeof cell.value === 'number' || !/^#|_x[0-9a-f]{4}_/i.test(cell.value)
  return plain && style(cell.look ?? row.look, cell) === usual
}

/** A text is never a formula and, as rich text of one run, never an error such as `#N/A`. */
function content(value: SheetCell['value']): { value: SheetCell['value']; richText?: { text: string }[] } {
  if (typeof value !== 'string') return { value }
  const text = literal(value)
  return text.startsWith('#') ? { value: text, richText: [{ text }] } : { value: text }
}

/** Excel reads `_x0041_` as “A”, so the first mark of such a text is written by its own code. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** Excel fits the height of a row to its text, but not across merged cells. In points, at most 409. */
function heightOf(row: SheetRow, widths: readonly number[]): number {
  const width = widths.reduce((sum, each) => sum + each, 0) / (row.look === 'title' ? 1.5 : 1.1)
  const text = String(row.cells[0]?.value ?? '')
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  return Math.min(409, lines * (row.look === 'title' ? 24 : row.look === 'heading' ? 20 : 15))
}
