import { type Formats, formats, type Noun, type RenderContext, type Report } from '@tirazh/spec'
import { safeLink } from './safe-link.js'
import { type Word, words } from './words.js'

/** Where something is in the report: property names and list positions. */
export type Path = readonly (string | number)[]

/** What the parts of a page are drawn with. */
export interface Page {
  readonly f: Formats
  readonly kinds: Readonly<Record<string, Noun>>
  say(word: Word): string
  omit(at: Path, why: string): void
  /** The address of a report if there is one that may be linked to. */
  link(report: string, at: Path): string | undefined
  /** The level to draw a heading at, so that none is skipped. Asked in the order of the page. */
  headingLevel(wanted: 2 | 3 | 4): 2 | 3 | 4
}

export function page(report: Report, context: RenderContext, kinds: Readonly<Record<string, Noun>>): Page {
  const f = formats(report.locale)
  let level: 1 | 2 | 3 | 4 = 1
  return {
    f,
    kinds,
    say: (word) => f.text(words[word]),
    omit: (at, why) => context.omit(at, why),
    link(id, at) {
      const address = context.link(id)
      if (address === undefined) return undefined
      const safe = safeLink(address)
      if (safe === undefined)
        context.omit(at, 'the address of the link is neither relative nor http, https or mailto')
      return safe
    },
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
