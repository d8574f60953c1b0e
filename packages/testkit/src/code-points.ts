/**
 * Text with one number of fixed width per code point: its plain order is the order of the code points.
 * Not `compareCodePoints`, which adapters use: what judges them must not share a mistake with them.
 */
export function codePoints(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join(
    '',
  )
}
