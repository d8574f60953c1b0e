import { qrModules } from '@tirazh/charts'
import { encode } from 'fast-png'
import type { Picture } from './picture.js'

/** The side of one module and the quiet zone around all of them, in pixels and modules. */
const module = 8
const quiet = 4

/** A text as a QR code in black and white; otherwise why there is none. */
export function qrPicture(text: string): Picture | string {
  const modules = modulesOf(text)
  if (modules === undefined) return 'the text is too long for a QR code; it is written out'
  const side = (modules.length + 2 * quiet) * module
  const stride = Math.ceil(side / 8)
  const data = new Uint8Array(stride * side)
  for (let y = 0; y < side; y += 1) {
    const row = modules[Math.floor(y / module) - quiet]
    for (let x = 0; x < side; x += 1) {
      const dark = row?.[Math.floor(x / module) - quiet] === true
      const byte = y * stride + (x >> 3)
      if (!dark) data[byte] = (data[byte] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return {
    type: 'png',
    data: encode({ width: side, height: side, data, channels: 1, depth: 1 }),
    width: side,
    height: side,
  }
}

function modulesOf(text: string): readonly (readonly boolean[])[] | undefined {
  try {
    return qrModules(text)
  } catch {
    return undefined
  }
}
