import type { Json } from '@tirazh/spec'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, digestOf } from './canonical.js'

test('the text is that of RFC 8785, as another implementation writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(canonicalJson(value as Json)).toBe(canonicalize(value))
    }),
    { numRuns: 500 },
  )
})

test('the order of properties and those without a value make no difference', () => {
  expect(canonicalJson({ б: 1, a: [{ z: null, y: undefined }], А: 'ё' })).toBe(
    '{"a":[{"z":null}],"А":"ё","б":1}',
  )
})

test('the digest is SHA-256 of the UTF-8 text', async () => {
  const value = { title: 'Ёмкая доска 😀', n: 0.1 }
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)))
  expect(digestOf(value)).toBe(Buffer.from(bytes).toString('hex'))
})
