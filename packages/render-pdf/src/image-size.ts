export interface ImageSize {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly extension: 'png' | 'jpg'
  /** In pixels, above 0. */
  readonly width: number
  readonly height: number
}

/** What the head of a PNG or JPEG says, or `undefined` if it is neither or is broken off. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = pngSize(view) ?? jpegSize(view)
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
}

function pngSize(view: DataView): ImageSize | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return undefined
  return { mediaType: 'image/png', extension: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

function jpegSize(view: DataView): ImageSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  // Segments follow one another until the frame, which has the size.
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker < 0xff00) return undefined
    if (marker >= 0xffc0 && marker <= 0xffcf && !notFrames.has(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return { mediaType: 'image/jpeg', extension: 'jpg', width, height }
    }
  }
  return undefined
}

const notFrames: ReadonlySet<number> = new Set([0xffc4, 0xffc8, 0xffcc])
