import type { Path, RenderContext } from '@tirazh/spec'

/** How many UTF-16 units a cell holds. */
const longestText = 32_767

/**
 * The text without the characters that XML 1.0 has no form for, with `\n` as its only line end; half of a
 * surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
  // Nearly every text is clean already, and there may be a million of them.
  if (!/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The text of a cell: clean, and cut where it is longer than a cell holds, which is listed as omitted. */
export function cellText(text: string, at: Path, context: RenderContext): string {
  const clean = cleanText(text)
  if (clean.length <= longestText) return clean
  context.omit(at, `a cell holds ${longestText} characters; the other ${clean.length - longestText} are cut`)
  return clean.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')
}
