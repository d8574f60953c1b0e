import { type Json, type PortabilityIssue, TirazhError } from '@tirazh/spec'

/** How much one document may hold, so that it fits every store; PostgreSQL, MariaDB and SQLite keep far more. */
export const documentLimits = {
  /** Lists and objects inside one another. */
  depth: 64,
  /** Of the JSON text, in bytes of UTF-8. */
  bytes: 1_000_000,
} as const

/**
 * Makes sure that every store keeps the value unchanged.
 * @throws DOCUMENT_NOT_PORTABLE, with every place, for what engines disagree on: U+0000, lone
 * surrogates, numbers that are not finite or whole beyond 2^53, −0, `__proto__` as a key, anything that
 * is not JSON, and documents beyond `documentLimits`
 */
export function assertPortable(value: unknown): asserts value is Json {
  const seen: Seen = { issues: [], units: 0 }
  examine(value, 'doc', 0, seen)
  const { issues, units } = seen
  // Only what may be too large is written out and measured: a unit of text takes six bytes at most.
  if (issues.length === 0 && units * 6 > documentLimits.bytes) {
    const bytes = utf8Length(JSON.stringify(value))
    if (bytes > documentLimits.bytes) {
      issues.push({ path: 'doc', found: `${bytes} bytes, more than ${documentLimits.bytes}` })
    }
  }
  const [first] = issues
  if (first === undefined) return
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  throw new TirazhError(
    'DOCUMENT_NOT_PORTABLE',
    `Not every store keeps ${first.found} unchanged (at ${first.path})${more}: remove or encode it.`,
    { issues },
  )
}

interface Seen {
  readonly issues: PortabilityIssue[]
  /** At least a sixth of the length of the JSON text. */
  units: number
}

function examine(value: unknown, path: string, depth: number, seen: Seen): void {
  const refuse = (found: string): void => {
    seen.issues.push({ path, found })
  }
  // The longest number has 24 characters; punctuation is less than that.
  seen.units += 5
  switch (typeof value) {
    case 'boolean':
      return
    case 'number':
      if (!Number.isFinite(value)) refuse(String(value))
      else if (Object.is(value, -0)) refuse('−0')
      else if (Number.isInteger(value) && !Number.isSafeInteger(value)) refuse('a whole number beyond 2^53')
      return
    case 'string':
      examineText(value, seen, refuse)
      return
    case 'object':
      if (value === null) return
      // A document that contains itself ends here too.
      if (depth === documentLimits.depth) refuse(`more than ${documentLimits.depth} levels`)
      else if (Array.isArray(value)) {
        // By position: a hole in the list is not skipped but refused as what it is, undefined.
        for (let index = 0; index < value.length; index += 1) {
          examine(value[index], `${path}[${index}]`, depth + 1, seen)
        }
      } else examineObject(value, path, depth, seen, refuse)
      return
    default:
      refuse(`a ${typeof value}`)
  }
}

function examineObject(
  value: object,
  path: string,
  depth: number,
  seen: Seen,
  refuse: (found: string) => void,
): void {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    refuse('an object with a class')
    return
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') refuse('the key __proto__')
    examineText(key, seen, refuse)
    if (item !== undefined) examine(item, `${path}.${key}`, depth + 1, seen)
  }
}

function examineText(text: string, seen: Seen, refuse: (found: string) => void): void {
  seen.units += text.length + 1
  if (text.includes('\u0000')) refuse('the character U+0000')
  if (/\p{Surrogate}/u.test(text)) refuse('a lone surrogate')
}

/** Of well-formed text, without making a copy of it. */
function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    // A pair of surrogates is two units and four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return bytes
}
