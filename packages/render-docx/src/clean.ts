/**
 * Stands for `{` until the parts are packed: docx puts numbers in place of words in braces, wherever they
 * stand. A non-character, which no text of a report keeps.
 */
export const brace = '\ufdd0'

/**
 * The text as it may stand in a document: `\n` is its only line end and a tab is a space; what XML has no
 * form for, non-characters and marks that turn the direction of the text around are left out; half of a
 * surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('{', brace)
}

/** The text on one line, for descriptions and titles. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ')
}

/** The first letters of a text, without cutting one in half. */
export function begins(text: string, letters: number): string {
  return [...text.slice(0, 2 * letters)].slice(0, letters).join('')
}
