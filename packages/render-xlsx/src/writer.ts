import { type Formats, formats, type RenderContext, type Report } from '@tirazh/spec'
import { type SheetNames, sheetNames } from './sheet-names.js'
import { type Word, words } from './words.js'

/** What the parts of a workbook are written with. */
export interface Writer {
  readonly f: Formats
  readonly context: RenderContext
  readonly notice: string | undefined
  /** Sheets are printed across, whatever is on them. */
  readonly across: boolean
  /** How many rows a sheet may have. */
  readonly rowLimit: number
  readonly names: SheetNames
  /** The number formats used so far. */
  readonly numberFormats: Set<string>
  say(word: Word): string
}

export function writer(report: Report, context: RenderContext, rowLimit: number): Writer {
  const f = formats(report.locale)
  return {
    f,
    context,
    notice: report.notice,
    across: report.layout === 'wide' || report.layout === 'certificate',
    rowLimit,
    names: sheetNames(f.text(words.table)),
    numberFormats: new Set(),
    say: (word) => f.text(words[word]),
  }
}
