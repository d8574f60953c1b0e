import { type Theme, type ThemeChanges, themesWith } from '@tirazh/charts'
import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { blockRows } from './blocks.js'
import { aboutRows, headRows } from './head.js'
import { writeWorkbook } from './ooxml/write-workbook.js'
import { footer, noticeRows } from './rows.js'
import { cleanText } from './text.js'
import type { Sheet, SheetRow } from './workbook.js'
import { writer } from './writer.js'

export interface XlsxOptions {
  /** The font of every cell; `Calibri` by default. */
  readonly font?: string
  /** How many rows a sheet may have, from 100 to 1,048,576, which is all that Excel opens and the default. */
  readonly rowLimit?: number
  /** The colours of the region, of which the light ones are used. */
  readonly theme?: ThemeChanges
}

interface Setting {
  readonly font: string
  readonly rowLimit: number
  readonly colours: Theme
}

const mostRows = 1_048_576

/**
 * Renders a report to an Excel workbook: a first sheet with the running text and a sheet for each table
 * and for the numbers of each chart, with typed cells.
 * @throws TypeError for a `rowLimit` that is not a whole number from 100 to 1,048,576, an empty `font`, or a
 * theme whose colours cannot be told apart
 */
export function xlsx(options: XlsxOptions = {}): Renderer<Uint8Array> {
  const { font = 'Calibri', rowLimit = mostRows } = options
  if (!Number.isInteger(rowLimit) || rowLimit < 100 || rowLimit > mostRows) {
    throw new TypeError(`xlsx: rowLimit is ${rowLimit}; give a whole number from 100 to ${mostRows}.`)
  }
  if (font.trim() === '') throw new TypeError('xlsx: font is empty; give the name of a font or leave it out.')
  const colours = themesWith(options.theme ?? {}).light
  return {
    format: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    render: (report, context) => document(report, context, { font, rowLimit, colours }),
  }
}

async function document(
  report: Report,
  context: RenderContext,
  { font, rowLimit, colours }: Setting,
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
  const kept = rows.slice(0, rowLimit)
  const summary: Sheet = {
    name,
    columns: summaryWidths(kept).map((width) => ({ width })),
    rowCount: kept.length,
    rows: kept,
    frozen: notice.length,
    landscape: writing.across,
    footer: footer(writing),
  }
  const workbook = {
    title: cleanText(report.title),
    author: cleanText(report.issuer),
    day: report.issuedOn,
    font: cleanText(font),
    colours,
    sheets: [summary, ...sheets],
  }
  return writeWorkbook(workbook, context)
}

/** Of a name, its value, and up to three texts about it. */
function summaryWidths(rows: readonly SheetRow[]): readonly number[] {
  return rows.some(({ cells }) => cells.length > 4) ? [30, 24, 20, 24, 40] : [30, 24, 24, 40]
}
