import type { Typeface } from '@tirazh/charts'
import { onest } from './onest.js'

/** One file of a font and the characters it is for. */
export interface FontFile {
  /** As in the CSS property `unicode-range`. */
  readonly range: string
  /** The file in base64. */
  readonly woff2: string
}

/** The `@font-face` rules of Onest, for the files whose characters occur in the text. */
export function onestRules(text: string): string {
  const used = [...new Set(text)].filter((character) => !/[\p{Cc}\p{Cf}]/u.test(character)).map(codeOf)
  return onest
    .filter(({ range }) => {
      const spans = parseRange(range)
      return used.some((code) => spans.some(([from, to]) => code >= from && code <= to))
    })
    .map(
      ({ range, woff2 }) =>
        `@font-face{font-family:Onest;font-weight:400 700;font-display:swap;` +
        `src:url(data:font/woff2;base64,${woff2}) format("woff2");unicode-range:${range}}`,
    )
    .join('\n')
}

/** The `@font-face` rules of the typeface of a region. */
export function typefaceRules({ family, faces }: Typeface): string {
  return faces
    .map(({ weight, mediaType, base64 }) => {
      const format = mediaType === 'font/ttf' ? 'truetype' : 'woff2'
      return (
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;` +
        `src:url(data:${mediaType};base64,${base64}) format("${format}")}`
      )
    })
    .join('\n')
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

function parseRange(range: string): readonly (readonly [number, number])[] {
  return range.split(',').map((span) => {
    const [from = '', to = from] = span.replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
