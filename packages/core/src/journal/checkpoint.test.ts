import { isTirazhError } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Checkpoint, checkpointText, ed25519Signer, isSignedBy, parseCheckpoint } from '../index.js'
import { signCheckpoint } from './checkpoint.js'

/** The first test key of RFC 8037, appendix A. */
const jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const

const claim = {
  space: 'nizhny-novgorod',
  sequence: 17,
  hash: 'ab'.repeat(32),
  signedAt: '2025-12-24T09:00:00.000Z',
} as const

test('the same claim has the same signature, which another implementation would make too', async () => {
  const { createPrivateKey, sign } = await import('node:crypto')
  const checkpoint = await signCheckpoint(claim, ed25519Signer('к1', jwk))
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const message = `{"hash":"${claim.hash}","key":"к1","sequence":17,"signedAt":"${claim.signedAt}","space":"${claim.space}"}`
  expect(checkpoint.signature).toBe(sign(null, Buffer.from(message), key).toString('base64url'))
  expect(await isSignedBy(checkpoint, jwk)).toBe(true)
})

test('a checkpoint is read as it was printed', async () => {
  const signed = await signCheckpoint(claim, ed25519Signer('КУПНО: ключ № 1', jwk))
  const text = checkpointText(signed)
  expect(text).toMatch(/^tirazh:1:[!-~]+$/)
  expect(parseCheckpoint(` ${text}\n`)).toEqual(signed)
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), (name, sequence) => {
      const other: Checkpoint = { ...signed, space: name, key: name, sequence }
      expect(parseCheckpoint(checkpointText(other))).toEqual(other)
    }),
  )
})

test('what is no checkpoint is refused', async () => {
  const text = checkpointText(await signCheckpoint(claim, ed25519Signer('к1', jwk)))
  for (const wrong of [
    '',
    'tirazh:1',
    text.slice(8),
    text.slice(0, -1),
    text.replace(':17:', ':x:'),
    `${text}:1`,
  ]) {
    let thrown: unknown
    try {
      parseCheckpoint(wrong)
    } catch (error) {
      thrown = error
    }
    expect(isTirazhError(thrown, 'RECORD_INVALID')).toBe(true)
  }
})

test('a key without its private part cannot sign', () => {
  expect(() => ed25519Signer('к1', { kty: 'OKP', crv: 'Ed25519', x: jwk.x })).toThrow(TypeError)
})
