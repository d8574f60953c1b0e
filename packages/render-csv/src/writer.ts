import { type Formats, formats, type RenderContext, type Report } from '@tirazh/spec'
import type { Profile } from './profiles.js'
import { escapeText } from './text.js'
import { type Word, words } from './words.js'

/** What the parts of a file are written with. */
export interface Writer {
  readonly f: Formats
  readonly context: RenderContext
  readonly profile: Profile
  /** A text as a cell. */
  text(text: string): string
  say(word: Word): string
}

export function writer(report: Report, context: RenderContext, profile: Profile): Writer {
  const f = formats(report.locale)
  return {
    f,
    context,
    profile,
    text: (text) => escapeText(text, profile.oneLine),
    say: (word) => f.text(words[word]),
  }
}
