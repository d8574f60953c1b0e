import type { Theme } from '@tirazh/charts'
import {
  type Formats,
  formats,
  type RenderContext,
  type Report,
  type ReportWord,
  reportWords,
} from '@tirazh/spec'
import type { Fonts } from './fonts.js'

/** What the parts of a document are laid out with. */
export interface Page {
  readonly f: Formats
  readonly context: RenderContext
  readonly fonts: Fonts
  readonly colours: Theme
  readonly layout: 'report' | 'wide' | 'certificate'
  /** The room for text across, in points. */
  readonly width: number
  /** Within columns or a box, where no page can end at will. */
  readonly inside: boolean
  /** Pictures by their names in the document. */
  readonly files: Map<string, Uint8Array>
  say(word: ReportWord): string
  /** The level to draw a heading at, so that none is skipped. Asked in the order of the document. */
  headingLevel(wanted: 2 | 3 | 4): 2 | 3 | 4
}

/** Points in a millimetre. */
export const mm: number = 72 / 25.4

/** A4 less the margins: 20 mm on the left, 10 on the right. */
const textWidths: Readonly<Record<Page['layout'], number>> = {
  report: 180 * mm,
  wide: 267 * mm,
  certificate: 241 * mm,
}

/** The tallest that a picture may be, in points: a page with its caption. */
export const tallest: Readonly<Record<Page['layout'], number>> = {
  report: 235 * mm,
  wide: 150 * mm,
  certificate: 90 * mm,
}

export function page(report: Report, context: RenderContext, fonts: Fonts, colours: Theme): Page {
  const f = formats(report.locale)
  const layout = report.layout ?? 'report'
  let level: 1 | 2 | 3 | 4 = 1
  return {
    ...{ f, context, fonts, colours, layout },
    width: textWidths[layout],
    inside: false,
    files: new Map(),
    say: (word) => f.text(reportWords[word]),
    headingLevel(wanted) {
      const next = level === 1 ? 2 : level === 2 ? 3 : 4
      level = wanted < next ? wanted : next
      return level
    },
  }
}

/** The same page in a narrower place. */
export function within(page: Page, width: number): Page {
  return { ...page, width, inside: true }
}

/** As much of a text as fits, with an ellipsis where it is cut; on one line. */
export function fit(text: string, size: number, width: number, page: Page): string {
  const line = text.replaceAll('\n', ' ')
  if (page.fonts.regular.width(line, size) <= width) return line
  let cut = ''
  let used = page.fonts.regular.width('…', size)
  for (const letter of line) {
    used += page.fonts.regular.width(letter, size)
    if (used > width) break
    cut += letter
  }
  return `${cut.trimEnd()}…`
}
