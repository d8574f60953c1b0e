import { onest } from './onest.js'

/** One file of a font and the characters it is for. */
export interface FontFace {
  readonly name: string
  /** As in the CSS property `unicode-range`. */
  readonly range: string
  /** The file in base64. */
  readonly woff2: string
}

/** The `@font-face` rules for the files whose characters occur in the text. */
export function fontFaces(text: string): string {
  const used = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0)
  return onest
    .filter(({ range }) => {
      const spans = parseRange(range)
      return used.some((code) => spans.some(([from, to]) => code >= from && code <= to))
    })
    .map(
      ({ range, woff2 }) =>
        `@font-face{font-family:Onest;font-style:normal;font-weight:100 900;font-display:swap;` +
        `src:url(data:font/woff2;base64,${woff2}) format("woff2");unicode-range:${range}}`,
    )
    .join('\n')
}

function parseRange(range: string): readonly (readonly [number, number])[] {
  return range.split(',').map((span) => {
    const [from = '', to = from] = span.replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
