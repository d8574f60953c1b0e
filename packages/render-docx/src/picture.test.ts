import { decode, encode } from 'fast-png'
import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { stripes } from '../test/fixture.js'
import { filesOf, make, part, reportOf, textOf } from '../test/made.js'
import { pictureOf } from './picture.js'

/** A JPEG of 60 by 45 pixels, as far as its size: an application segment, then the frame. */
const jpeg = Buffer.from([
  ...[
    0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 45, 0, 60, 1, 1, 0x11, 0, 0xff,
    0xd9,
  ],
])

describe('a picture', () => {
  test('is measured by its own bytes', () => {
    expect(pictureOf('image/png', stripes)).toMatchObject({ type: 'png', width: 40, height: 20 })
    expect(pictureOf('image/jpeg', jpeg.toString('base64'))).toMatchObject({
      type: 'jpg',
      width: 60,
      height: 45,
    })
  })

  test.each([
    ['image/jpeg', stripes, 'JPEG'],
    ['image/png', jpeg.toString('base64'), 'PNG'],
    ['image/png', Buffer.from('<svg onload="alert(1)"/>').toString('base64'), 'PNG'],
    ['image/png', '', 'PNG'],
    ['image/png', '%%%', 'base64'],
  ] as const)(
    'that is no %s is not drawn, and its words stand in its place',
    async (mediaType, base64, why) => {
      const source = { as: 'file', mediaType, base64 } as const
      const made = await make(
        reportOf([{ type: 'image', source, alt: 'Цех до перестановки', caption: 'Рис. 1' }]),
      )
      expect(made.omitted).toEqual([['blocks/0', expect.stringContaining(why)]])
      expect([...filesOf(made).keys()].filter((name) => name.includes('media'))).toEqual([])
      expect(textOf(made.bytes)).toContain('Цех до перестановки')
      expect(textOf(made.bytes)).toContain('Рис. 1')
    },
  )

  test('keeps its ratio, and is as wide as told or as there is room', async () => {
    const source = { as: 'file', mediaType: 'image/png', base64: stripes } as const
    const sizes = async (width?: number): Promise<readonly number[]> => {
      const block = {
        type: 'image',
        source,
        alt: 'Полосы',
        ...(width === undefined ? {} : { width }),
      } as const
      const body = part(await make(reportOf([block])), 'word/document.xml')
      const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? []
      return [Math.round(Number(cx) / 36_000), Math.round(Number(cy) / 36_000)]
    }
    expect(await sizes(80)).toEqual([80, 40])
    expect(await sizes()).toEqual([170, 85])
    expect(await sizes(500)).toEqual([170, 85])
  })

  test('of a text is a QR code that reads as the text, described and named by it', async () => {
    const text = 'https://example.org/passport/ПР-0102?a={b}'
    const made = await make(reportOf([{ type: 'image', source: { as: 'qr', text }, alt: 'QR-код паспорта' }]))
    const png = [...filesOf(made)].find(([name]) => name.startsWith('word/media/'))?.[1] ?? new Uint8Array()
    const { width, height, data, depth } = decode(png)
    expect(depth).toBe(1)
    const stride = Math.ceil(width / 8)
    const pixels = new Uint8ClampedArray(width * height * 4)
    for (let at = 0; at < width * height; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)]
      const light = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
      pixels.set([light * 255, light * 255, light * 255, 255], at * 4)
    }
    expect(jsQR(pixels, width, height)?.data).toBe(text)
    expect(part(made, 'word/document.xml')).toMatch(/descr="QR-код паспорта"/)
    expect(textOf(made.bytes)).toContain(text)
  })

  test('of a text that is too long for a code is the text', async () => {
    const text = 'слово '.repeat(2_000)
    const made = await make(reportOf([{ type: 'image', source: { as: 'qr', text }, alt: 'QR-код' }]))
    expect(made.omitted).toEqual([['blocks/0', expect.stringContaining('too long')]])
    expect(textOf(made.bytes)).toContain(text.trim())
  })

  test('that is very high is made to fit the page', async () => {
    const data = new Uint8Array(3 * 10 * 100)
    const base64 = Buffer.from(encode({ width: 10, height: 100, channels: 3, depth: 8, data })).toString(
      'base64',
    )
    const source = { as: 'file', mediaType: 'image/png', base64 } as const
    const body = part(await make(reportOf([{ type: 'image', source, alt: 'Столб' }])), 'word/document.xml')
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? []
    expect(Number(cy) / 36_000).toBeLessThan(257)
    expect(Number(cy) / Number(cx)).toBeCloseTo(10, 0)
  })
})
