import type { Image, ImageSource, Path } from '@tirazh/spec'
import { ImageRun } from 'docx'
import { begins, cleanLine } from './clean.js'
import { pixels, twips } from './page.js'
import type { Drawn } from './paragraphs.js'
import { paragraph, runs } from './paragraphs.js'
import { type Picture, pictureOf } from './picture.js'
import { qrPicture } from './qr.js'
import type { Writer } from './writer.js'

/** A picture with its caption; in words where there is none to draw. */
export function drawImage(block: Image, at: Path, writing: Writer): readonly Drawn[] {
  const caption = block.caption === undefined ? [] : [paragraph('Note', block.caption)]
  const picture = readPicture(block.source)
  if (typeof picture === 'string') {
    writing.context.omit(at, picture)
    const text = block.source.as === 'qr' ? `${block.alt}: ${block.source.text}` : block.alt
    return [paragraph('Normal', runs(text, 'Unknown')), ...caption]
  }
  return [
    paragraph('Drawing', [imageRun(block, picture, writing)], { keepNext: caption.length > 0 }),
    ...caption,
  ]
}

/** The picture behind a source, or why there is none. */
function readPicture(source: ImageSource): Picture | string {
  return source.as === 'qr' ? qrPicture(source.text) : pictureOf(source.mediaType, source.base64)
}

function imageRun({ source, alt, width }: Image, picture: Picture, writing: Writer): ImageRun {
  const qr = source.as === 'qr'
  const asked = width === undefined ? (qr ? twips(25) : writing.width) : twips(width)
  return pictureRun(picture, { asked, alt, ...(qr ? { title: source.text } : {}) }, writing)
}

interface Frame {
  /** The width, if there is room for it, in twentieths of a point. */
  readonly asked: number
  readonly alt: string
  readonly title?: string
}

/** The picture as wide as asked, smaller where it would not fit the page. */
export function pictureRun(
  { type, data, width, height }: Picture,
  { asked, alt, title }: Frame,
  writing: Writer,
): ImageRun {
  const ratio = height / width
  const fitting = Math.max(15, Math.min(asked, writing.width, (writing.page.textHeight * 0.85) / ratio))
  return new ImageRun({
    type,
    data,
    transformation: { width: pixels(fitting), height: pixels(fitting * ratio) },
    altText: {
      id: String(writing.next()),
      name: cleanLine(begins(alt, 100)),
      description: cleanLine(alt),
      ...(title === undefined ? {} : { title: cleanLine(title) }),
    },
  })
}
