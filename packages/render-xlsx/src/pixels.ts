export interface Pixels {
  readonly width: number
  readonly height: number
}

/** The size that a PNG or a JPEG says it has; `undefined` if the bytes are neither. */
export function pixelsOf(bytes: Uint8Array): Pixels | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = isPng(view) ? ofPng(view) : isJpeg(view) ? ofJpeg(view) : undefined
  return size === undefined || size.width === 0 || size.height === 0 ? undefined : size
}

function isPng(view: DataView): boolean {
  return view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a
}

function ofPng(view: DataView): Pixels {
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function isJpeg(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint16(0) === 0xffd8
}

/** A JPEG is a row of segments; its size stands in the one that begins the frame. */
function ofJpeg(view: DataView): Pixels | undefined {
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** SOF0 to SOF15, without the tables that share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
