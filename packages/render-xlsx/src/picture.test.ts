import { decode, encode } from 'fast-png'
import jsQr from 'jsqr'
import { expect, test } from 'vitest'
import { pictureOf } from './picture.js'
import { pixelsOf } from './pixels.js'

const png = encode({ width: 200, height: 100, data: new Uint8Array(20_000), channels: 1, depth: 8 })
const base64 = Buffer.from(png).toString('base64')

test('a picture is as wide as the report says, in its own proportions', () => {
  const picture = pictureOf({
    type: 'image',
    source: { as: 'file', mediaType: 'image/png', base64 },
    alt: 'а',
    width: 50.8,
  })
  expect(picture).toEqual({ extension: 'png', bytes: new Uint8Array(png), alt: 'а', width: 144, height: 72 })
})

test('what is no picture is told apart from one', () => {
  const image = (base64: string): ReturnType<typeof pictureOf> =>
    pictureOf({ type: 'image', source: { as: 'file', mediaType: 'image/jpeg', base64 }, alt: 'а' })
  expect(image('!')).toBe('the picture is not in base64')
  expect(image('AAAA')).toBe('the picture is neither a PNG nor a JPEG that can be read')
  expect(pictureOf({ type: 'image', source: { as: 'qr', text: '' }, alt: 'а' })).toContain('QR code')
})

test('the size of a JPEG stands in the segment that begins its frame', () => {
  const app = [0xff, 0xe0, 0, 4, 1, 2]
  const tables = [0xff, 0xc4, 0, 3, 0]
  const frame = [0xff, 0xc2, 0, 11, 8, 0, 90, 1, 44, 1, 1, 0x11, 0]
  expect(pixelsOf(new Uint8Array([0xff, 0xd8, ...app, ...tables, ...frame]))).toEqual({
    width: 300,
    height: 90,
  })
  expect(pixelsOf(new Uint8Array([0xff, 0xd8, ...app]))).toBeUndefined()
})

test('a QR code is read back by another program', () => {
  const picture = pictureOf({
    type: 'image',
    source: { as: 'qr', text: 'https://a.example/ПР-0001' },
    alt: 'а',
  })
  if (typeof picture === 'string') throw new Error(picture)
  const { width, height, data } = decode(picture.bytes)
  const pixels = new Uint8ClampedArray(width * height * 4).map((_, at) =>
    at % 4 === 3 ? 255 : (data[at >> 2] ?? 0),
  )
  expect(jsQr(pixels, width, height)?.data).toBe('https://a.example/ПР-0001')
})
