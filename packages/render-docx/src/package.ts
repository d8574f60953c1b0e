import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { brace } from './clean.js'

/**
 * The package with the same bytes on every run: parts in the order of their names, no date but the given
 * day, and numbers in place of the random ids of relationships. Puts the braces back that were set aside.
 */
export function normalised(file: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(file)
  const names = Object.keys(parts).sort(inOrder)
  const texts = new Map(
    names.flatMap((name) => (isXml(name) ? [[name, strFromU8(parts[name] ?? empty)]] : [])),
  )
  for (const name of names) if (name.endsWith('.rels')) renumber(name, texts)
  const out: Zippable = {}
  for (const name of names) {
    const text = texts.get(name)
    const part = parts[name] ?? empty
    out[name] =
      text !== undefined ? strToU8(settled(text, day)) : name.endsWith('.xlsx') ? normalised(part, day) : part
  }
  return zipSync(out, { level: 6, mtime: firstMoment() })
}

const empty = new Uint8Array()

/** The first moment a zip can name. It has no time zone, so it is built from the parts of this one's. */
function firstMoment(): Date {
  return new Date(1980, 0, 1)
}

/** Readers look for the list of types first. */
function inOrder(one: string, other: string): number {
  const types = '[Content_Types].xml'
  if (one === types || other === types) return one === types ? -1 : 1
  return one < other ? -1 : 1
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels')
}

/**
 * Gives the relationships of a part numbers in place of random ids, in their order. An id has 21 random
 * characters, so no text of a report can hold one; ids that are numbers already stay.
 */
function renumber(name: string, texts: Map<string, string>): void {
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '')
  const numbers = new Map<string, string>()
  const rels = texts.get(name) ?? ''
  for (const [, id = ''] of rels.matchAll(/<Relationship\b[^>]*? Id="(rId[a-z0-9_-]{21})"/g)) {
    numbers.set(id, `rIdN${numbers.size + 1}`)
  }
  if (numbers.size === 0) return
  const replaced = (text: string): string =>
    text.replace(/"(rId[a-z0-9_-]{21})"/g, (whole, id) => {
      const number = numbers.get(id)
      return number === undefined ? whole : `"${number}"`
    })
  texts.set(name, replaced(rels))
  const text = texts.get(owner)
  if (text !== undefined) texts.set(owner, replaced(text))
}

/** The text with its braces and without the moment of writing. */
function settled(text: string, day: string): string {
  return text
    .replaceAll(brace, '{')
    .replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(?=<)/g, `$1${day}T00:00:00Z`)
}
