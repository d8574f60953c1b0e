import { type Formats, formats, type Path, type RenderContext, type Report } from '@tirazh/spec'
import { type SheetNames, sheetNames } from './sheet-names.js'
import { type Word, words } from './words.js'

/** What the parts of a workbook are written with. */
export interface Writer {
  readonly f: Formats
  readonly context: RenderContext
  readonly notice: string | undefined
  /** How many rows a sheet may have. */
  readonly rowLimit: number
  readonly names: SheetNames
  /** The number formats used so far. */
  readonly numberFormats: Set<string>
  say(word: Word): string
  /** Says once that references are not links, at the first one that would be one. */
  unlinked(at: Path): void
}

export function writer(report: Report, context: RenderContext, rowLimit: number): Writer {
  const f = formats(report.locale)
  let said = false
  return {
    f,
    context,
    notice: report.notice,
    rowLimit,
    names: sheetNames(f.text(words.table)),
    numberFormats: new Set(),
    say: (word) => f.text(words[word]),
    unlinked: (at) => {
      if (said) return
      said = true
      context.omit(at, 'references are written as text without links; this is the first one')
    },
  }
}
