import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Json } from '@tirazh/spec'

/**
 * The one text of a JSON value: no spaces, keys ordered by UTF-16 code unit, numbers as ECMAScript writes
 * them, properties without a value left out. RFC 8785, so that anybody can work out the same digests.
 */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item !== undefined) members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(item)}`
  }
  return `{${members}}`
}

/** SHA-256 of the canonical text of a value, as 64 hexadecimal digits. */
export function digestOf(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
