/** Text with one number of fixed width per code point: its plain order is the order of the code points. */
export function codePoints(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join(
    '',
  )
}
