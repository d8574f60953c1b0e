import { type Image, type ImageSource, type Path, safeAddress } from '@tirazh/spec'
import { atLineStart, escapeAddress, escapeText } from './escape.js'
import type { Writer } from './writer.js'

/** What a picture shows, in words. A QR code is its text; a file has no place in a text and is listed as omitted. */
export function writeImage({ source, alt, caption }: Image, at: Path, writer: Writer): readonly string[] {
  if (source.as === 'file') {
    writer.context.omit(at, 'a text has no place for a picture; what it shows is written')
  }
  const shown = atLineStart(escapeText(alt))
  return [
    source.as === 'qr' ? `${shown}: ${writeCode(source)}` : shown,
    ...(caption === undefined ? [] : [`*${escapeText(caption).trim()}*`]),
  ]
}

/** The text of a QR code: a link where it is the address of a page. */
function writeCode({ text }: Extract<ImageSource, { readonly as: 'qr' }>): string {
  const address = /^https?:/i.test(text) ? safeAddress(text) : undefined
  return address === undefined ? escapeText(text) : `[${escapeText(text)}](${escapeAddress(address)})`
}
