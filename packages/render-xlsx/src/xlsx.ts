import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { blockRows } from './blocks.js'
import { aboutRows, headRows } from './head.js'
import { footer, noticeRows, widthsOf } from './rows.js'
import { cleanText } from './text.js'
import { type Sheet, writeWorkbook } from './workbook.js'
import { writer } from './writer.js'

export interface XlsxOptions {
  /** The font of every cell; `Calibri` by default. */
  readonly font?: string
  /** How many rows a sheet may have, from 100 to 1,048,576, which is all that Excel opens and the default. */
  readonly rowLimit?: number
}

const mostRows = 1_048_576

/**
 * Renders a report to an Excel workbook: a first sheet with the running text and a sheet for each table
 * and for the numbers of each chart, with typed cells.
 * @throws TypeError for a `rowLimit` that is not a whole number from 100 to 1,048,576 or an empty `font`
 */
export function xlsx(options: XlsxOptions = {}): Renderer<Uint8Array> {
  const { font = 'Calibri', rowLimit = mostRows } = options
  if (!Number.isInteger(rowLimit) || rowLimit < 100 || rowLimit > mostRows) {
    throw new TypeError(`xlsx: rowLimit is ${rowLimit}; give a whole number from 100 to ${mostRows}.`)
  }
  if (font.trim() === '') throw new TypeError('xlsx: font is empty; give the name of a font or leave it out.')
  return {
    format: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    render: (report, context) => document(report, context, { font, rowLimit }),
  }
}

async function document(
  report: Report,
  context: RenderContext,
  { font, rowLimit }: Required<XlsxOptions>,
): Promise<Uint8Array> {
  const writing = writer(report, context, rowLimit)
  const name = writing.names.take(writing.say('summary'))
  const { rows: blocks, sheets } = blockRows(report.blocks, ['blocks'], writing)
  const notice = noticeRows(writing)
  const rows = [...notice, ...headRows(report, writing), ...blocks, ...aboutRows(report, writing)]
  if (rows.length > rowLimit) {
    context.omit(
      ['blocks'],
      `a sheet holds ${rowLimit} rows; the last ${rows.length - rowLimit} are left out`,
    )
  }
  const summary: Sheet = {
    name,
    rows: rows.slice(0, rowLimit),
    widths: widthsOf(rows, [28, 20, 20, 20]),
    frozen: notice.length,
    repeated: notice.length,
    landscape: false,
    footer: footer(writing),
  }
  return writeWorkbook({
    title: cleanText(report.title),
    author: cleanText(report.issuer),
    day: report.issuedOn,
    font: cleanText(font),
    sheets: [summary, ...sheets],
  })
}
