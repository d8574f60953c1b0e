import type { Run } from '../workbook.js'
import type { Part } from './archive.js'
import { escapeXml, main, xmlHead } from './xml.js'

/** The texts of a workbook, each once; a cell names its text by number. */
export interface SharedStrings {
  /** The number of a clean text. */
  idOf(text: string | readonly Run[]): number
  writeTo(part: Part): void
}

/** @param runStyle the properties of a run of text, as XML */
export function sharedStrings(runStyle: (look: Run['look']) => string): SharedStrings {
  const ids = new Map<string, number>()
  let uses = 0
  const take = (key: string): number => {
    uses += 1
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, ids.size)
    return ids.size - 1
  }
  const runs = (text: readonly Run[]): string =>
    text.map((run) => `<r>${runStyle(run.look)}${element(run.text)}</r>`).join('')
  return {
    // No clean text begins with U+0000, which tells text of several looks from text of one.
    idOf: (text) => take(typeof text === 'string' ? text : `\0${runs(text)}`),
    writeTo: (part) => {
      part.write(`${xmlHead}<sst xmlns="${main}" count="${uses}" uniqueCount="${ids.size}">`)
      for (const key of ids.keys()) {
        part.write(`<si>${key.startsWith('\0') ? key.slice(1) : element(key)}</si>`)
      }
      part.write('</sst>')
    },
  }
}

function element(text: string): string {
  const plain = text === text.trim() && !text.includes('\n')
  return `<t${plain ? '' : ' xml:space="preserve"'}>${escapeXml(literal(text)).replaceAll('&#10;', '\n')}</t>`
}

/** Excel reads `_x0041_` as “A”, so the first mark of such a text is written by its own code. */
function literal(text: string): string {
  return text.includes('_x') || text.includes('_X') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text
}
