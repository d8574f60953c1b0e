import { drawQr, qrModules } from '@tirazh/charts'
import type { Image, ImageSource, Path } from '@tirazh/spec'
import type { VNode } from 'preact'
import { idOf, type Page } from './page.js'

interface ImageProps {
  readonly block: Image
  readonly at: Path
  readonly page: Page
}

/** A picture with its caption; one that cannot be shown is omitted, and what it shows is said in words. */
export function ImageView({ block, at, page }: ImageProps): VNode {
  return (
    <figure class={block.source.as === 'qr' ? 'image qr' : 'image'}>
      <Picture block={block} at={at} page={page} />
      {block.caption === undefined ? null : <figcaption>{block.caption}</figcaption>}
    </figure>
  )
}

function Picture({ block, at, page }: ImageProps): VNode {
  const { source, alt, width } = block
  if (source.as === 'qr') return <QrCode block={block} text={source.text} at={at} page={page} />
  const address = dataAddress(source)
  if (address === undefined) {
    page.context.omit(at, 'the file is no PNG or JPEG in base64; what it shows is said in words')
    return <p>{alt}</p>
  }
  return width === undefined ? (
    <img class="full" src={address} alt={alt} />
  ) : (
    <img src={address} alt={alt} width={pixels(width)} />
  )
}

interface QrCodeProps extends ImageProps {
  readonly text: string
}

/** 25 mm wide unless told; the drawing scales with the frame around it. */
function QrCode({ block, text, at, page }: QrCodeProps): VNode {
  if (!fitsQr(text)) {
    page.context.omit(at, 'the text is empty or too long for a QR code; it is written out')
    return <p>{text}</p>
  }
  const { svg, width: size } = drawQr(text, { id: idOf(at), label: block.alt })
  const side = pixels(block.width ?? 25)
  return (
    <svg
      width={side}
      height={side}
      viewBox={`0 0 ${size} ${size}`}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}

function fitsQr(text: string): boolean {
  try {
    qrModules(text)
    return true
  } catch {
    return false
  }
}

function pixels(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 96)
}

/** The beginnings of the two formats, in base64. */
const beginnings = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/' } as const

/** The address of a file that is what it says it is, for `src`. */
export function dataAddress({
  mediaType,
  base64,
}: Pick<Extract<ImageSource, { readonly as: 'file' }>, 'mediaType' | 'base64'>): string | undefined {
  if (!Object.hasOwn(beginnings, mediaType) || !base64.startsWith(beginnings[mediaType])) return undefined
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  return `data:${mediaType};base64,${base64}`
}
