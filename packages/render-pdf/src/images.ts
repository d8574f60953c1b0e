import { type Drawing, drawQr } from '@tirazh/charts'
import type { Image, Path } from '@tirazh/spec'
import { drawing } from './figures.js'
import { imageSize } from './image-size.js'
import { mm, type Page, tallest } from './page.js'
import type { ImageNode, Node } from './tree.js'

/** A picture no wider than the text and no taller than a page; its description where it cannot be read. */
export function image(block: Image, at: Path, page: Page): readonly Node[] {
  const { source } = block
  const described = { alt: block.alt, caption: block.caption ?? null }
  if (source.as === 'qr') {
    const code = seal(block, at, page)
    return code === undefined ? inWords(block.alt, block.caption) : [code]
  }

  const bytes = new Uint8Array(Buffer.from(source.base64, 'base64'))
  const size = imageSize(bytes)
  if (size === undefined || size.mediaType !== source.mediaType) {
    page.context.omit(
      [...at, 'source'],
      'the file is no PNG or JPEG, as it says it is; what it shows is said in words',
    )
    return inWords(block.alt, block.caption)
  }
  const ratio = size.height / size.width
  const width = Math.min(
    block.width === undefined ? page.width : block.width * mm,
    page.width,
    tallest[page.layout] / ratio,
  )
  const file = `${at.join('-')}.${size.extension}`
  page.files.set(file, bytes)
  return [{ kind: 'image', file, svg: null, ...described, width, height: width * ratio }]
}

/** A QR code, 25 mm across unless told; `undefined` if it cannot hold its text. */
function seal(block: Image, at: Path, page: Page): ImageNode | undefined {
  const text = block.source.as === 'qr' ? block.source.text : ''
  let drawn: Drawing
  try {
    drawn = drawQr(text, { id: at.join('-'), label: block.alt, palette: page.colours })
  } catch (error) {
    page.context.omit(at, `${error instanceof Error ? error.message : error}; what it is stands in its place`)
    return undefined
  }
  const { svg, width, height } = drawing(drawn, Math.min((block.width ?? 25) * mm, page.width), page)
  const alt = `${block.alt}: ${text}`
  return { kind: 'image', file: null, svg, alt, caption: block.caption ?? null, width, height }
}

/** What a picture that is not drawn shows, in words. */
function inWords(...texts: readonly (string | undefined)[]): readonly Node[] {
  return texts.flatMap((text): readonly Node[] =>
    text === undefined || text === '' ? [] : [{ kind: 'paragraph', runs: [{ t: text, look: 'muted' }] }],
  )
}
