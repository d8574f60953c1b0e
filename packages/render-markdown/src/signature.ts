import type { Signature } from '@tirazh/spec'
import { atLineStart, escapeText } from './escape.js'
import type { Writer } from './writer.js'

/** Who signs, a line for the hand, the name (or a line for it as well) and the day. */
export function writeSignature({ position, name, on }: Signature, { f }: Writer): string {
  const parts = [
    atLineStart(escapeText(position)),
    room,
    name === undefined ? `(${room})` : `(${escapeText(name)})`,
    ...(on === undefined ? [] : [f.date(on, 'long')]),
  ]
  return parts.join(' ')
}

const room = '\\_'.repeat(12)
