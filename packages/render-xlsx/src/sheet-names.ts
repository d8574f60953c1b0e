import { cleanText } from './text.js'

/** Gives names to the sheets of one workbook. */
export interface SheetNames {
  /** A name for a sheet about `caption` that Excel accepts and no sheet before has. */
  take(caption: string): string
}

const longest = 31

/**
 * Names of at most 31 characters, without the characters that Excel forbids, without an apostrophe at
 * either end and each different from the others whatever the case. A caption with no usable character is
 * called `fallback`.
 */
export function sheetNames(fallback: string): SheetNames {
  // Excel keeps this one for itself.
  const taken = new Set(['history'])
  return {
    take: (caption) => {
      const base = named(caption, longest) || named(fallback, longest) || 'Sheet'
      let name = base
      for (let count = 2; taken.has(key(name)); count += 1) {
        const suffix = ` (${count})`
        name = `${named(base, longest - suffix.length)}${suffix}`
      }
      taken.add(key(name))
      return name
    },
  }
}

/** Excel compares names without case and, like the file system, some letters by their composed form. */
function key(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}

function named(text: string, length: number): string {
  const plain = cleanText(text)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '')
  return cut(plain, length).replace(/[' ]+$/, '')
}

/** The first characters, with no half of a surrogate pair at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
