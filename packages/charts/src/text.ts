import { breakWord } from './hyphenation.js'
import { type Attributes, el, type Markup } from './svg.js'

/**
 * About how wide a text is in a proportional sans serif, in pixels. There is nothing to measure with
 * where reports are made, so letters are sorted into widths as in Onest, with room to spare for others.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += letterWidth(letter)
  return ems * size * 1.03
}

function letterWidth(letter: string): number {
  if (narrow.has(letter)) return 0.28
  if (slim.has(letter)) return 0.46
  if (broad.has(letter)) return 0.85
  if (letter >= '0' && letter <= '9') return 0.65
  return letter === letter.toLowerCase() ? 0.6 : 0.72
}

const narrow: ReadonlySet<string> = new Set('ijlI.,:;!|\'"()[]’ \u00a0')
const slim: ReadonlySet<string> = new Set('frt1гт/-«»')
const broad: ReadonlySet<string> = new Set('mwMWмшщжюфыМШЩЖЮФЫ%@№—…')

/** As much of the beginning of a text as fits. */
export function fit(text: string, width: number, size: number): string {
  let fitting = ''
  for (const letter of text) {
    if (textWidth(fitting + letter, size) > width) break
    fitting += letter
  }
  return fitting
}

/** Breaks a text into as many lines as it needs; a word that is too long is broken with a hyphen. */
export function wrap(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const fits = (part: string): boolean => textWidth(part, size) <= width
  for (const word of text.split(/[ \n\t]+/).flatMap((word) => breakWord(word, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && !fits(longer)) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

/** How wide the longest of the words is that wrapping would rather not break. */
export function longestWord(texts: readonly string[], size: number): number {
  const all = texts.flatMap((text) => text.split(/[ \n\t]+/))
  return Math.max(0, ...all.map((word) => textWidth(word, size)))
}

/** Lines of text one below the other, the first with its baseline at `y`. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  lineHeight: number,
  attributes: Attributes,
): readonly Markup[] {
  return lines.map((line, index) => el('text', { x, y: y + index * lineHeight, ...attributes }, line))
}
