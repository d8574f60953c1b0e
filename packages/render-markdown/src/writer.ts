import { type Formats, formats, type RenderContext, type Report } from '@tirazh/spec'
import { type Word, words } from './words.js'

/** What the parts of a document are written with. */
export interface Writer {
  readonly f: Formats
  readonly context: RenderContext
  say(word: Word): string
}

export function writer(report: Report, context: RenderContext): Writer {
  const f = formats(report.locale)
  return { f, context, say: (word) => f.text(words[word]) }
}
