import type { RenderContext, Report } from '@tirazh/spec'
import type { Fonts } from './fonts.js'

/** A report whose every text can be drawn. */
export interface Readable {
  readonly report: Report
  /** Letters that only the serif font has, where the sans serif could compose them but would mix up their names. */
  readonly serifLetters: ReadonlySet<string>
  /** Whether there are words of more than {@link longestWord} letters. */
  readonly longWords: boolean
}

/** Letters of a word that is never broken. */
export const longestWord = 24

/**
 * Leaves out characters that are not drawn but change how others are, such as those that turn the order of
 * letters around, and puts a question mark for letters that no font here has, which is listed.
 */
export function readable(report: Report, fonts: Fonts, context: RenderContext): Readable {
  const serifLetters = new Set<string>()
  let longWords = false

  const text = (written: string): string => {
    if (/[^\s]{25}/.test(written)) longWords = true
    if (/^[ -~А-яЁё№«»–—\u00a0]*$/.test(written)) return written
    const lacking = new Set<string>()
    let clean = ''
    for (const letter of tidy(written)) {
      const code = letter.codePointAt(0) ?? 0
      if (letter === '\n' || fonts.regular.has(code)) clean += letter
      else if (fonts.serif.has(code)) {
        clean += letter
        serifLetters.add(letter)
      } else {
        clean += '?'
        lacking.add(letter)
      }
    }
    if (lacking.size > 0) {
      const codes = [...lacking].map(
        (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
      )
      context.omit([...at], `no font here has ${codes.join(', ')}; a question mark stands in place of each`)
    }
    return clean
  }

  const at: (string | number)[] = []
  const walk = (value: unknown, key: string | number): unknown => {
    at.push(key)
    const walked = typeof value === 'string' ? text(value) : inside(value)
    at.pop()
    return walked
  }
  const inside = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(walk)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, kept.has(key) ? item : walk(item, key)]),
    )
  }
  // The shape is the same; only texts differ.
  return { report: inside(report) as Report, serifLetters, longWords }
}

/** Not read by people, or read by machines too: addresses, files, what a QR code says, data of the host. */
const kept: ReadonlySet<string> = new Set(['id', 'report', 'source', 'data', 'record'])

/** Composed letters; ends of lines as line feeds; other white space as spaces; nothing that is not drawn. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\t\v\f\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\p{Surrogate}/gu,
      '',
    )
}
