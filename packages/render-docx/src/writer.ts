import type { Theme } from '@tirazh/charts'
import { type Formats, formats, type RenderContext, type Report } from '@tirazh/spec'
import type { Look } from './docx.js'
import { headingLevels, type Level } from './headings.js'
import { type Page, pageOf } from './page.js'
import { type Word, words } from './words.js'

/** What the parts of one document are drawn with. */
export interface Writer {
  readonly f: Formats
  readonly context: RenderContext
  readonly page: Page
  readonly font: string
  readonly arms: Look['arms']
  /** The room for what is drawn now, in twentieths of a point: the page, or a cell of a table. */
  readonly width: number
  say(word: Word): string
  /** The colour as Word writes it: `0b4f94`. */
  colour(of: keyof Theme): string
  /** A number that no other drawing or list of the document has. */
  next(): number
  /** The level of the next heading, which follows the one before without a gap. */
  headingLevel(asked: 2 | 3 | 4): Level
}

export function writer(report: Report, context: RenderContext, look: Look): Writer {
  const f = formats(report.locale)
  const page = pageOf(report, look.leftMargin)
  let last = 0
  return {
    ...{ f, context, page, font: look.font, arms: look.arms, width: page.textWidth },
    say: (word) => f.text(words[word]),
    colour: (of) => look.colours[of].slice(1),
    next: () => ++last,
    headingLevel: headingLevels(),
  }
}

/** Draws into less room. */
export function within(writing: Writer, width: number): Writer {
  return { ...writing, width }
}
