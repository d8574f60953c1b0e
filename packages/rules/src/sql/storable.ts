/**
 * The text as databases keep it: as it is, but for what some of them refuse or change. PostgreSQL keeps
 * no U+0000, and half a surrogate pair is no character of UTF-8. These are written as two characters, the
 * first of which is never used by people. Different texts stay different, and their order by code point
 * stays as it was.
 */
export function storable(text: string): string {
  return text.replace(refused, (found) => {
    if (found === '\0') return '\u0001\u0001'
    if (found === '\u0001') return '\u0001\u0002'
    if (found === '\ud7ff') return '\ud7ff\u0001'
    return `\ud7ff${String.fromCharCode(found.charCodeAt(0) - 0xd800 + 2)}`
  })
}

/** The text that was made storable. */
export function restored(text: string): string {
  return text.replace(
    /\u0001([\u0001\u0002])|\ud7ff([\u0001-\u0801])/g,
    (_, control?: string, other?: string) => {
      if (control !== undefined) return control === '\u0001' ? '\0' : '\u0001'
      const place = other?.charCodeAt(0) ?? 1
      return String.fromCharCode(place === 1 ? 0xd7ff : place - 2 + 0xd800)
    },
  )
}

const refused = /[\0\u0001\ud7ff]|\p{Surrogate}/gu
