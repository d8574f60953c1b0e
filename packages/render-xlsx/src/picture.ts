import { qrModules } from '@tirazh/charts'
import type { Image, ImageSource } from '@tirazh/spec'
import { encode } from 'fast-png'
import { pixelsOf } from './pixels.js'
import type { Picture } from './workbook.js'

/**
 * The picture of an image block, at its own proportions, or a sentence about why there is none. What is
 * higher than a row can be is drawn smaller.
 */
export function pictureOf({ source, alt, width }: Image): Picture | string {
  const file = source.as === 'qr' ? qrFile(source.text) : fileOf(source)
  if (typeof file === 'string') return file
  const pixels = pixelsOf(file.bytes)
  if (pixels === undefined) return 'the picture is neither a PNG nor a JPEG that can be read'
  const wide = points(width ?? (source.as === 'qr' ? 25 : 170))
  const scale = Math.min(wide / pixels.width, mostHeight / pixels.height)
  return { ...file, alt, width: pixels.width * scale, height: pixels.height * scale }
}

/** A row is at most 409 points high. */
const mostHeight = 400

function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

interface File {
  readonly extension: 'png' | 'jpeg'
  readonly bytes: Uint8Array
}

function fileOf({ mediaType, base64 }: Extract<ImageSource, { readonly as: 'file' }>): File | string {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return { extension: mediaType === 'image/png' ? 'png' : 'jpeg', bytes }
  } catch {
    return 'the picture is not in base64'
  }
}

/** Pixels to each side of a module, so that the code stays sharp when it is printed. */
const moduleSize = 8

function qrFile(text: string): File | string {
  const modules = qrModulesOf(text)
  if (modules === undefined) return 'the text is empty or too long for a QR code'
  const side = modules.length * moduleSize
  const data = new Uint8Array(side * side).map((_, pixel) => {
    const row = modules[Math.floor(pixel / side / moduleSize)]
    return row?.[Math.floor((pixel % side) / moduleSize)] === true ? 0 : 255
  })
  return { extension: 'png', bytes: encode({ width: side, height: side, data, channels: 1, depth: 8 }) }
}

function qrModulesOf(text: string): ReturnType<typeof qrModules> | undefined {
  try {
    return qrModules(text)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
