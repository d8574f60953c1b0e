/**
 * A text as the content of a cell that no spreadsheet runs as a formula. One apostrophe goes before a text
 * that begins with a tab or line feed, or with one of `= + - @ |` (also in full width) after white space,
 * invisible characters or apostrophes. Because the apostrophes of the text count too, taking one away
 * gives the text back. Control characters and halves of surrogate pairs become U+FFFD.
 */
export function escapeText(text: string, oneLine: boolean): string {
  const sound = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]/gu, '\ufffd')
  const lines = oneLine ? sound.replace(/\r\n|[\t\r\n\u0085\u2028\u2029]/g, ' ') : sound
  return isFormula(lines) ? `'${lines}` : lines
}

function isFormula(text: string): boolean {
  return /^(?:'*[\t\r\n]|[\s'\p{Format}]*[=+\-@|＝＋－＠｜])/u.test(text)
}
