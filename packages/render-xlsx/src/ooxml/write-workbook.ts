import type { RenderContext } from '@tirazh/spec'
import { pace } from '../pace.js'
import type { Workbook } from '../workbook.js'
import { type Archive, archive } from './archive.js'
import { drawingXml } from './drawing.js'
import { appXml, contentTypesXml, coreXml, workbookXml } from './package.js'
import { type Relations, relationTable } from './relations.js'
import { sharedStrings } from './shared-strings.js'
import { type PlacedPicture, writeSheet } from './sheet.js'
import { styleTable } from './styles.js'

/**
 * A workbook as a file of Office Open XML (ECMA-376). Rows become XML and are compressed as they come; only
 * texts, which every sheet shares, are kept until the end.
 */
export async function writeWorkbook(workbook: Workbook, context: RenderContext): Promise<Uint8Array> {
  const { sheets, font, colours } = workbook
  const file = archive(workbook.day)
  const styles = styleTable(font, colours)
  const strings = sharedStrings(styles.runStyle)
  const rows = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)
  const setting = { strings, styles, barColour: colours.seq2, pace: pace(context, rows) }

  const parts = relationTable()
  let drawings = 0
  for (const [index, sheet] of sheets.entries()) {
    const relations = relationTable()
    const part = file.begin(`xl/worksheets/sheet${index + 1}.xml`)
    const drawing = `../drawings/drawing${drawings + 1}.xml`
    const pictures = await writeSheet(sheet, index === 0, part, { relations, drawing }, setting)
    part.close()
    if (pictures.length > 0) {
      drawings += 1
      addDrawing(file, drawings, pictures)
    }
    addRelations(file, `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relations)
    parts.take('worksheet', `worksheets/sheet${index + 1}.xml`)
  }

  const texts = file.begin('xl/sharedStrings.xml')
  strings.writeTo(texts)
  texts.close()
  add(file, 'xl/styles.xml', styles.xml())
  parts.take('styles', 'styles.xml')
  parts.take('sharedStrings', 'sharedStrings.xml')
  addRelations(file, 'xl/_rels/workbook.xml.rels', parts)
  const idOf = (index: number): string => parts.take('worksheet', `worksheets/sheet${index + 1}.xml`)
  add(file, 'xl/workbook.xml', workbookXml(sheets, idOf))
  add(file, 'docProps/core.xml', coreXml(workbook))
  add(file, 'docProps/app.xml', appXml)
  const root = relationTable()
  root.take('officeDocument', 'xl/workbook.xml')
  root.take('core', 'docProps/core.xml')
  root.take('extended-properties', 'docProps/app.xml')
  addRelations(file, '_rels/.rels', root)
  add(file, '[Content_Types].xml', contentTypesXml(sheets.length, drawings))
  return file.finish()
}

function addDrawing(file: Archive, number: number, pictures: readonly PlacedPicture[]): void {
  const relations = relationTable()
  const ids = pictures.map(({ picture }, index) => {
    const name = `image${number}x${index + 1}.${picture.extension}`
    file.add(`xl/media/${name}`, picture.bytes)
    return relations.take('image', `../media/${name}`)
  })
  add(
    file,
    `xl/drawings/drawing${number}.xml`,
    drawingXml(pictures, (index) => ids[index] ?? ''),
  )
  addRelations(file, `xl/drawings/_rels/drawing${number}.xml.rels`, relations)
}

function addRelations(file: Archive, name: string, relations: Relations): void {
  const xml = relations.xml()
  if (xml !== undefined) add(file, name, xml)
}

function add(file: Archive, name: string, content: string): void {
  const part = file.begin(name)
  part.write(content)
  part.close()
}
