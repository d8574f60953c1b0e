import { rowHeight } from '../heights.js'
import type { Pace } from '../pace.js'
import type { Link, Picture, Sheet, SheetCell, SheetRow } from '../workbook.js'
import type { Part } from './archive.js'
import { cellName, letters, quoteSheet, rangeOf } from './ranges.js'
import type { Relations } from './relations.js'
import type { SharedStrings } from './shared-strings.js'
import { argb, type Styles } from './styles.js'
import { escapeXml, main, office, xmlHead } from './xml.js'

/** What the sheets of a workbook share. */
export interface SheetSetting {
  readonly strings: SharedStrings
  readonly styles: Styles
  /** Of the bars in cells, `#rrggbb`. */
  readonly barColour: string
  readonly pace: Pace
}

/** Where a sheet leads to, and the drawing that would hold its pictures. */
export interface Leads {
  readonly relations: Relations
  readonly drawing: string
}

export interface PlacedPicture {
  readonly row: number
  readonly picture: Picture
}

/**
 * Writes a sheet row by row. Returns its pictures, which the drawing is to hold, if there are any.
 */
export async function writeSheet(
  sheet: Sheet,
  first: boolean,
  part: Part,
  { relations, drawing }: Leads,
  { strings, styles, barColour, pace }: SheetSetting,
): Promise<readonly PlacedPicture[]> {
  const widths = sheet.columns.map(({ width }) => width)
  const lastColumn = widths.length - 1
  part.write(headXml(sheet, first, widths, styles))

  const merges: string[] = []
  const links: string[] = []
  const breaks: number[] = []
  const pictures: PlacedPicture[] = []
  const names = widths.map((_, column) => letters(column))
  const aligns = sheet.columns.map(({ align }) => align)
  let at = 0
  for (const row of sheet.rows) {
    let cells = ''
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column]
      if (cell === undefined) continue
      const align = cell.align ?? (row.spanned === true ? undefined : aligns[column])
      const style = styles.idOf(cell.look ?? row.look, align, cell.format)
      cells += cellXml(cell.value, `${names[column] ?? letters(column)}${at + 1}`, style, strings)
      if (cell.link !== undefined) links.push(linkXml(cell.link, cellName(at, column), relations))
    }
    if (row.spanned === true && lastColumn > 0) merges.push(rangeOf(at, at, lastColumn))
    if (row.newPage === true) breaks.push(at)
    if (row.picture !== undefined) pictures.push({ row: at, picture: row.picture })
    part.write(`<row r="${at + 1}"${heightXml(row, widths)}>${cells}</row>`)
    at += 1
    const turn = pace.row()
    if (turn !== undefined) await turn
  }

  part.write('</sheetData>')
  const { filter, bars = [], landscape, footer } = sheet
  if (filter !== undefined)
    part.write(`<autoFilter ref="${rangeOf(filter.first, filter.last, lastColumn)}"/>`)
  part.write(
    group(
      'mergeCells',
      merges.map((range) => `<mergeCell ref="${range}"/>`),
    ),
  )
  if (filter !== undefined && filter.last > filter.first) {
    bars.forEach((column, index) => {
      const range = rangeOf(filter.first + 1, filter.last, column, column)
      part.write(
        `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${index + 1}"><dataBar>` +
          '<cfvo type="num" val="0"/><cfvo type="max"/>' +
          `<color rgb="${argb(barColour)}"/></dataBar></cfRule></conditionalFormatting>`,
      )
    })
  }
  if (links.length > 0) {
    part.write('<hyperlinks>')
    for (const link of links) part.write(link)
    part.write('</hyperlinks>')
  }
  part.write(
    '<pageMargins left="0.79" right="0.39" top="0.79" bottom="0.79" header="0.39" footer="0.39"/>' +
      `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
      `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`,
  )
  if (breaks.length > 0) {
    const marks = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')
    part.write(`<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${marks}</rowBreaks>`)
  }
  if (pictures.length > 0) part.write(`<drawing r:id="${relations.take('drawing', drawing)}"/>`)
  part.write('</worksheet>')
  return pictures
}

function headXml(sheet: Sheet, first: boolean, widths: readonly number[], styles: Styles): string {
  const { frozen, rowCount, columns } = sheet
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  const cols = widths.map((width, index) => {
    const style = styles.idOf('text', undefined, columns[index]?.format)
    const typed = columns[index]?.format === undefined ? '' : ` style="${style}"`
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${typed} customWidth="1"/>`
  })
  return (
    `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${office}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${rangeOf(0, Math.max(0, rowCount - 1), widths.length - 1)}"/>` +
    `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`
  )
}

function cellXml(value: SheetCell['value'], name: string, style: number, strings: SharedStrings): string {
  if (value === null) return `<c r="${name}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${name}" s="${style}"><v>${value}</v></c>`
  return `<c r="${name}" s="${style}" t="s"><v>${strings.idOf(value)}</v></c>`
}

function linkXml(link: Link, cell: string, relations: Relations): string {
  if (link.to === 'sheet') {
    return `<hyperlink ref="${cell}" location="${escapeXml(`${quoteSheet(link.sheet)}!A1`)}"/>`
  }
  return `<hyperlink ref="${cell}" r:id="${relations.take('hyperlink', link.address)}"/>`
}

/** A height that we set stays; one that we estimate is for programs to better. */
function heightXml(row: SheetRow, widths: readonly number[]): string {
  const height = rowHeight(row, widths)
  if (height === undefined) return ''
  return ` ht="${height}"${row.height === undefined && row.spanned !== true ? '' : ' customHeight="1"'}`
}

function group(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
}
