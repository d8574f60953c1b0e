/** A clean text as the content of an element or of an attribute in double quotes. */
export function escapeXml(text: string): string {
  return /[&<>"\n\t]/.test(text) ? text.replace(/[&<>"\n\t]/g, (character) => escapes[character] ?? '') : text
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
