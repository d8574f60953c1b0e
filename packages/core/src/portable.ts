import { type Json, TirazhError } from '@tirazh/spec'

/**
 * Makes sure that every store keeps the value unchanged.
 * @throws DOCUMENT_NOT_PORTABLE, with the path, for what engines disagree on: U+0000, lone
 * surrogates, numbers that are not finite or whole beyond 2^53, −0, `__proto__` as a key, and
 * anything that is not JSON
 */
export function assertPortable(value: unknown, path = 'doc'): asserts value is Json {
  switch (typeof value) {
    case 'boolean':
      return
    case 'number':
      if (!Number.isFinite(value) || Object.is(value, -0)) refuse(path, String(value))
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) refuse(path, 'a whole number beyond 2^53')
      return
    case 'string':
      assertPortableText(value, path)
      return
    case 'object':
      if (value === null) return
      if (Array.isArray(value)) {
        value.forEach((item, index) => {
          assertPortable(item, `${path}[${index}]`)
        })
        return
      }
      assertPortableObject(value, path)
      return
    default:
      refuse(path, `a ${typeof value}`)
  }
}

function assertPortableObject(value: object, path: string): void {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) refuse(path, 'an object with a class')
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') refuse(path, 'the key __proto__')
    assertPortableText(key, path)
    if (item !== undefined) assertPortable(item, `${path}.${key}`)
  }
}

function assertPortableText(text: string, path: string): void {
  if (text.includes('\u0000')) refuse(path, 'the character U+0000')
  if (/\p{Surrogate}/u.test(text)) refuse(path, 'a lone surrogate')
}

function refuse(path: string, found: string): never {
  throw new TirazhError(
    'DOCUMENT_NOT_PORTABLE',
    `Not every store keeps ${found} unchanged (at ${path}): remove or encode it.`,
    { path, found },
  )
}
