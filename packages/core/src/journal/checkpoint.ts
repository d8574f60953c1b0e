import { type Instant, type Json, TirazhError } from '@tirazh/spec'
import { z } from 'zod'
import { instant, wholeCount } from '../records/fields.js'
import { schema } from '../records/schema.js'
import { canonicalJson } from './canonical.js'

/**
 * Where a log stood, signed. A chain alone does not show that its end was cut off or that all of it was
 * written anew: a checkpoint that was printed or handed out does.
 */
export interface Checkpoint {
  readonly space: string
  readonly sequence: number
  /** Of the line with this sequence. */
  readonly hash: string
  readonly signedAt: Instant
  /** Which key signed it, as its owner calls it. */
  readonly key: string
  /** Base64url of the 64 bytes of an Ed25519 signature (RFC 8032). */
  readonly signature: string
}

/** Whoever holds the private key: this process, or a device that never shows it. */
export interface Signer {
  readonly key: string
  /** The Ed25519 signature of the message, 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>
}

/** An Ed25519 key as a JSON Web Key (RFC 8037). `d` is the private part. */
export interface Ed25519Key {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly d?: string
}

/** Signs in this process. @throws TypeError for a key without its private part */
export function ed25519Signer(key: string, jwk: Ed25519Key): Signer {
  if (jwk.d === undefined) throw new TypeError('To sign, the private part of the key is needed: { d }')
  const imported = imports(jwk, 'sign')
  return {
    key,
    sign: async (message) =>
      new Uint8Array(await globalThis.crypto.subtle.sign('Ed25519', await imported(), copied(message))),
  }
}

export async function signCheckpoint(
  claim: Omit<Checkpoint, 'key' | 'signature'>,
  signer: Signer,
): Promise<Checkpoint> {
  const signed = { ...claim, key: signer.key }
  const signature = await signer.sign(messageOf(signed))
  return { ...signed, signature: toBase64url(signature) }
}

/** Whether the signature was made with this key over just this checkpoint. */
export async function isSignedBy(checkpoint: Checkpoint, publicKey: Ed25519Key): Promise<boolean> {
  const { signature, ...signed } = checkpoint
  const bytes = fromBase64url(signature)
  if (bytes === undefined) return false
  const key = await imports({ kty: publicKey.kty, crv: publicKey.crv, x: publicKey.x }, 'verify')()
  return globalThis.crypto.subtle.verify('Ed25519', key, bytes, copied(messageOf(signed)))
}

/** One line to print: `tirazh:1:<space>:<sequence>:<hash>:<signedAt>:<key>:<signature>`, each part URL-encoded. */
export function checkpointText({ space, sequence, hash, signedAt, key, signature }: Checkpoint): string {
  return [prefix, space, sequence, hash, signedAt, key, signature]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join(':')
}

/** Reads what `checkpointText` wrote. Whether it is true is for `verify` to say. @throws RECORD_INVALID */
export function parseCheckpoint(text: string): Checkpoint {
  const parts = text.trim().startsWith(`${prefix}:`)
    ? text
        .trim()
        .slice(prefix.length + 1)
        .split(':')
    : []
  const [space, sequence, hash, signedAt, key, signature] = parts.map(decoded)
  const read = { space, sequence: Number(sequence), hash, signedAt, key, signature }
  if (parts.length === 6) return storedCheckpoint.parse(read)
  const message = {
    ru: `Это не контрольная точка: она начинается с «${prefix}:» и состоит из шести частей.`,
    en: `This is no checkpoint: one begins with '${prefix}:' and has six parts.`,
  }
  throw new TirazhError('RECORD_INVALID', message.en, {
    issues: [{ code: 'CHECKPOINT_FORMAT', path: [], message }],
  })
}

const prefix = 'tirazh:1'

const storedCheckpoint = schema<Checkpoint>(
  'checkpoint',
  z.strictObject({
    space: z.string().min(1),
    sequence: wholeCount,
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    signedAt: instant,
    key: z.string().min(1),
    signature: z.string().regex(/^[\w-]{86}$/),
  }),
)

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** What is signed: the canonical JSON of everything but the signature. */
function messageOf(claim: Omit<Checkpoint, 'signature'>): Uint8Array {
  const { space, sequence, hash, signedAt, key } = claim
  const stated: Json = { space, sequence, hash, signedAt, key }
  return new TextEncoder().encode(canonicalJson(stated))
}

function imports(jwk: Ed25519Key, use: 'sign' | 'verify'): () => Promise<ImportedKey> {
  let key: Promise<ImportedKey> | undefined
  return () => {
    key ??= globalThis.crypto.subtle.importKey('jwk', { ...jwk }, 'Ed25519', false, [use])
    return key
  }
}

type ImportedKey = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>

/** The bytes in a buffer of their own, which is what the platform wants to read from. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function toBase64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(bytes, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
