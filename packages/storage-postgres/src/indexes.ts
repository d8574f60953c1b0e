import type { KindSpec } from '@tirazh/spec'
import { indexed, literal } from './sql.js'

export interface Index {
  readonly name: string
  readonly create: string
}

/** An index of each declared field of a kind, in the order of `find` within one space and value. */
export function indexesOf({ kind, indexes = [] }: KindSpec): Index[] {
  return [...new Set(indexes)].map((field) => {
    // A name has 63 bytes at most, and neither a kind nor a field has such a limit.
    const name = `tirazh_record_${hash(JSON.stringify([kind, field]))}`
    const on = `tirazh_record (space, (${indexed(field)}), id) WHERE kind = ${literal(kind)}`
    return { name, create: `CREATE INDEX IF NOT EXISTS ${name} ON ${on}` }
  })
}

/** FNV-1a with 64 bits over UTF-16 code units, in 16 hexadecimal digits. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i++) {
    state = BigInt.asUintN(64, (state ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n)
  }
  return state.toString(16).padStart(16, '0')
}
