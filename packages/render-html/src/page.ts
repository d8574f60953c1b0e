import { type Formats, formats, type Path, type RenderContext, type Report, type Value } from '@tirazh/spec'
import { isolated } from './isolate.js'
import { type Word, words } from './words.js'

/** What the parts of a page are drawn with. */
export interface Page {
  readonly f: Formats
  readonly context: RenderContext
  say(word: Word): string
  /** The text of a value, fenced off from what stands beside it on the line. */
  text(value: Value): string
  /** The level to draw a heading at, so that none is skipped. Asked in the order of the page. */
  headingLevel(wanted: 2 | 3 | 4): 2 | 3 | 4
}

export function page(report: Report, context: RenderContext): Page {
  const f = formats(report.locale)
  let level: 1 | 2 | 3 | 4 = 1
  return {
    f,
    context,
    say: (word) => f.text(words[word]),
    text: (value) => isolated(f.value(value)),
    headingLevel(wanted) {
      const next = level === 1 ? 2 : level === 2 ? 3 : 4
      if (wanted < next) level = wanted
      else level = next
      return level
    },
  }
}

/** The id of the element that a block becomes. */
export function idOf(at: Path): string {
  return at.join('-')
}
