/** A picture as it goes into a document. */
export interface Picture {
  readonly type: 'png' | 'jpg'
  readonly data: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Reads what a picture is from its first bytes; otherwise says why it cannot be drawn. */
export function pictureOf(mediaType: 'image/png' | 'image/jpeg', base64: string): Picture | string {
  const data = bytesOf(base64)
  if (data === undefined) return 'the picture is not in base64'
  const size = mediaType === 'image/png' ? pngSize(data) : jpegSize(data)
  if (size === undefined) return `the picture is no ${mediaType === 'image/png' ? 'PNG' : 'JPEG'} file`
  const [width, height] = size
  if (width === 0 || height === 0) return 'the picture has no size'
  return { type: mediaType === 'image/png' ? 'png' : 'jpg', data, width, height }
}

function bytesOf(base64: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

type Size = readonly [width: number, height: number]

const pngBegins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

function pngSize(data: Uint8Array): Size | undefined {
  if (data.length < 33 || !pngBegins.every((byte, index) => data[index] === byte)) return undefined
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return [view.getUint32(16), view.getUint32(20)]
}

/** The size stands in the first segment that begins a frame. */
function jpegSize(data: Uint8Array): Size | undefined {
  if (data[0] !== 0xff || data[1] !== 0xd8) return undefined
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let at = 2
  while (at + 9 < data.length) {
    if (data[at] !== 0xff) return undefined
    const marker = data[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    // A byte that fills has no length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}
