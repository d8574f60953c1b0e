import type { Image, ImageSource } from '@tirazh/spec'
import { notBase64, notOfMediaType, outOfRange, tooLong } from './problems.js'
import { choice, number, text, words } from './scalars.js'
import { anything, object, oneOf, optional, type Rule } from './shape.js'
import { add, type Check } from './walk.js'

type File = Extract<ImageSource, { readonly as: 'file' }>
type Qr = Extract<ImageSource, { readonly as: 'qr' }>

/** How a file begins, in base64. */
const beginnings: Readonly<Record<File['mediaType'], string>> = {
  'image/png': 'iVBORw0KGgo',
  'image/jpeg': '/9j/',
}

const base64: Check = (value, walk) => {
  text(value, walk)
  if (typeof value === 'string' && !isBase64(value)) add(walk, notBase64())
}

/** No one pattern for the whole: on a picture of megabytes it would run out of stack. */
function isBase64(value: string): boolean {
  const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0
  return (
    value.length > 0 &&
    value.length % 4 === 0 &&
    !/[^A-Za-z0-9+/]/.test(value.slice(0, value.length - padding))
  )
}

const ofItsMediaType: Rule<File> = ({ mediaType, base64 }, walk) => {
  if (typeof base64 !== 'string' || !isBase64(base64)) return
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return
  if (!base64.startsWith(beginnings[mediaType])) add(walk, notOfMediaType(mediaType), 'base64')
}

/** In UTF-8. A code of more modules can hardly be read from paper. */
const mostBytes = 2_000

const code: Check = (value, walk) => {
  words(value, walk)
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value).length : 0
  if (bytes > mostBytes) add(walk, tooLong(bytes, mostBytes, 'bytes'))
}

const sources: Readonly<Record<ImageSource['as'], Check>> = {
  file: object<File>(
    {
      as: anything,
      mediaType: choice<File['mediaType']>({ 'image/png': true, 'image/jpeg': true }),
      base64,
    },
    ofItsMediaType,
  ),
  qr: object<Qr>({ as: anything, text: code }),
}

const width: Check = (value, walk) => {
  number(value, walk)
  if (typeof value === 'number' && value <= 0) {
    add(
      walk,
      outOfRange(value, 'ширина в миллиметрах больше нуля', 'is no width in millimetres: it is above zero'),
    )
  }
}

export const image: Check = object<Image>({
  type: anything,
  source: oneOf('IMAGE', 'as', sources),
  alt: words,
  caption: optional(text),
  width: optional(width),
})
