import type { Sheet, Workbook } from '../workbook.js'
import { quoteSheet, rangeOf } from './ranges.js'
import { escapeXml, main, office, xmlHead } from './xml.js'

/** What kind of part each part is. */
export function contentTypesXml(sheets: number, drawings: number): string {
  const numbered = (count: number, name: string, type: string): string =>
    Array.from({ length: count }, (_, index) => override(`/xl/${name}${index + 1}.xml`, type)).join('')
  return (
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>' +
    override('/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`) +
    numbered(sheets, 'worksheets/sheet', `${spreadsheet}.worksheet+xml`) +
    numbered(drawings, 'drawings/drawing', 'application/vnd.openxmlformats-officedocument.drawing+xml') +
    override('/xl/styles.xml', `${spreadsheet}.styles+xml`) +
    override('/xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  )
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`
}

/** The sheets by name, with what is printed on each of their pages and what can be filtered. */
export function workbookXml(sheets: readonly Sheet[], idOf: (index: number) => string): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="${idOf(index)}"/>`,
  )
  const names = [
    ...sheets.flatMap(({ name, filter, columns }, index) =>
      filter === undefined
        ? []
        : [
            defined(
              `name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1"`,
              `${quoteSheet(name)}!${absolute(rangeOf(filter.first, filter.last, columns.length - 1))}`,
            ),
          ],
    ),
    ...sheets.flatMap(({ name, frozen }, index) =>
      frozen === 0
        ? []
        : [defined(`name="_xlnm.Print_Titles" localSheetId="${index}"`, `${quoteSheet(name)}!$1:$${frozen}`)],
    ),
  ]
  return (
    `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/>` +
    '<bookViews><workbookView activeTab="0"/></bookViews>' +
    `<sheets>${list.join('')}</sheets>` +
    (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`) +
    '</workbook>'
  )
}

function defined(attributes: string, content: string): string {
  return `<definedName ${attributes}>${escapeXml(content)}</definedName>`
}

/** `$A$3:$F$20` */
function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

export function coreXml({ title, author, day }: Workbook): string {
  const made = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `${made('created')}${made('modified')}</cp:coreProperties>`
  )
}

export const appXml: string =
  `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Tirazh</Application></Properties>'
