import { type Formats, formats, type Noun, type RenderContext, type Report } from '@tirazh/spec'
import { linkTarget } from './escape.js'
import { type Word, words } from './words.js'

/** Where something is in the report: property names and list positions. */
export type Path = readonly (string | number)[]

/** What the parts of a document are written with. */
export interface Writer {
  readonly f: Formats
  readonly kinds: Readonly<Record<string, Noun>>
  say(word: Word): string
  omit(at: Path, why: string): void
  /** The target of a link to a report, if there is one that may be linked to. */
  link(report: string, at: Path): string | undefined
}

export function writer(
  report: Report,
  context: RenderContext,
  kinds: Readonly<Record<string, Noun>>,
): Writer {
  const f = formats(report.locale)
  return {
    f,
    kinds,
    say: (word) => f.text(words[word]),
    omit: (at, why) => context.omit(at, why),
    link(id, at) {
      const address = context.link(id)
      if (address === undefined) return undefined
      const target = linkTarget(address)
      if (target === undefined) {
        context.omit(at, 'the address of the link is neither relative nor http, https or mailto')
      }
      return target
    },
  }
}
