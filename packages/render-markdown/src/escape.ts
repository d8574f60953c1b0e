/**
 * A text as Markdown that shows exactly this text: nothing in it is a mark, a link, HTML or a new line.
 * Escapes per CommonMark 0.31 (section 2.4), with the tables and bare links of GitHub in mind.
 */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .replace(/[ \t\r\n\u0085\u2028\u2029]+/g, ' ')
      .replace(/[\\`*_[\]{}<>#|~$!]/g, '\\$&')
      // An entity would be read as the character it stands for; of numeric ones the # is escaped already.
      .replace(/&(?=\w+;)/g, '&amp;')
      // GitHub makes links of bare addresses.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www(?=\.)/gi, 'www\\')
      .replace(/(?<=[\w.+-])@(?=\w)/g, '\\@')
  )
}

/** Escaped text that stands at the beginning of a line, where more characters are marks. */
export function atLineStart(escaped: string): string {
  return escaped
    .replace(/^ +/, '')
    .replace(/^(?=[+=:-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
}

/**
 * Emphasis that is only set where every reader of Markdown understands it: beside a space or a plain
 * punctuation mark, not inside a word.
 */
export function strong(escaped: string, before = '', after = ''): string {
  const clear = isClear([...before].at(-1)) && isClear([...after][0])
  return clear && escaped.trim() !== '' ? `**${escaped.trim()}**` : escaped
}

function isClear(neighbour: string | undefined): boolean {
  return neighbour === undefined || /[\s.,;:()«»—–]/.test(neighbour)
}

/** A safe address as it stands between the brackets of a link: nothing in it ends the link or is a mark. */
export function escapeAddress(address: string): string {
  return address
    .replace(/[()<>|`*_[\]"']/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;')
}
