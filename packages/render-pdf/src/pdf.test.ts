import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block } from '@tirazh/spec'
import jsqr from 'jsqr'
import { afterAll, describe, expect, test } from 'vitest'
import { certificate, everything, reportOf } from '../test/fixture.js'
import { make } from '../test/made.js'
import { read } from '../test/read.js'
import { imageSize } from './image-size.js'
import { type PdfEngine, pdf } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'tirazh-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const missing = (tool: string, version: string): boolean => {
  try {
    execFileSync(tool, [version], { stdio: 'ignore' })
    return false
  } catch {
    return true
  }
}

describe('a file', () => {
  test('says which standard it keeps to', async () => {
    const standards = { 'ua-1': /pdfuaid:part[>"=]+1/, 'a-2a': /pdfaid:part[>"=]+2/ } as const
    for (const [standard, sign] of Object.entries(standards)) {
      const { bytes } = await make(everything('ru'), { standard: standard === 'a-2a' ? 'a-2a' : 'ua-1' })
      expect(Buffer.from(bytes).toString('latin1')).toMatch(sign)
    }
  })

  test('is dated by the report', async () => {
    const { bytes } = await make(reportOf([]))
    expect(Buffer.from(bytes).toString('latin1')).toContain('D:20261005')
  })

  const noQpdf = missing('qpdf', '--version')
  test.skipIf(noQpdf)(`is sound, says qpdf${noQpdf ? ' (skipped: qpdf is not installed)' : ''}`, async () => {
    for (const report of [everything('ru'), everything('en', 'wide'), certificate('ru')]) {
      const file = join(folder, 'sound.pdf')
      writeFileSync(file, (await make(report)).bytes)
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      )
    }
  })
})

describe('text', () => {
  test('that looks like source or markup is only text', async () => {
    const hostile = [
      '#import "x"',
      '#read("/etc/passwd")',
      '$x^2$',
      '*a* _b_',
      '\\u{41}',
      '@label <label>',
      '// a',
    ]
    const { bytes } = await make(
      reportOf(hostile.map((text): Block => ({ type: 'paragraph', content: [text] }))),
    )
    const { text } = await read(bytes)
    for (const each of hostile) expect(text).toContain(each)
  })

  test('in letters that no font has is a question mark, which is listed', async () => {
    const { bytes, omitted } = await make(reportOf([{ type: 'paragraph', content: ['да', ' 😀 漢!'] }]))
    expect((await read(bytes)).text).toContain('да ? ?!')
    expect(omitted).toEqual([
      ['blocks/0/content/1', 'no font here has U+1F600, U+6F22; a question mark stands in place of each'],
    ])
  })

  test('cannot turn the order of letters around', async () => {
    const { bytes, omitted } = await make(
      reportOf([{ type: 'paragraph', content: ['а\u202eбв\u2066г\u200bд'] }]),
    )
    expect((await read(bytes)).text).toContain('абвгд')
    expect(omitted).toEqual([])
  })

  test('in letters of Mari that only one font has is not mixed up with others', async () => {
    const { bytes } = await make(reportOf([{ type: 'paragraph', content: ['Ӹлӹж, ссылы и ЫВА'] }]))
    expect((await read(bytes)).text.replaceAll('\n', '')).toContain('Ӹлӹж, ссылы и ЫВА')
  })
})

describe('a QR code', () => {
  const address = 'https://example.org/certificates/001000'

  test('is read back from its drawing', async () => {
    let data = ''
    const engine: PdfEngine = {
      compile: async (job) => {
        data = job.data
        return new Uint8Array()
      },
      close: async () => undefined,
    }
    await pdf({ engine }).render(certificate('ru'), { omit: () => undefined, link: () => undefined })
    const [seal] = JSON.parse(data).seals
    expect(scan(String(seal.svg))).toBe(address)
  })

  const noPoppler = missing('pdftoppm', '-v')
  test.skipIf(noPoppler)(
    `is read back from the printed page${noPoppler ? ' (skipped: pdftoppm is not installed)' : ''}`,
    async () => {
      const file = join(folder, 'certificate')
      writeFileSync(`${file}.pdf`, (await make(certificate('ru'))).bytes)
      execFileSync('pdftoppm', ['-r', '100', '-singlefile', `${file}.pdf`, file])
      const { width, height, pixels } = ppm(readFileSync(`${file}.ppm`))
      expect(jsqr(pixels, width, height)?.data).toBe(address)
    },
  )

  test('that cannot hold its text is said in words, which is listed', async () => {
    const image = { type: 'image', alt: 'Код', source: { as: 'qr', text: 'я'.repeat(2_000) } } as const
    const { bytes, omitted } = await make(reportOf([image]))
    expect(omitted.map(([at]) => at)).toEqual(['blocks/0'])
    expect((await read(bytes)).text).toContain('Код')
  })
})

describe('a picture', () => {
  test('that is no picture is said in words, which is listed', async () => {
    const source = { as: 'file', mediaType: 'image/png', base64: 'AAAA' } as const
    const { bytes, omitted } = await make(reportOf([{ type: 'image', alt: 'Вид площадки', source }]))
    expect(omitted.map(([at]) => at)).toEqual(['blocks/0/source'])
    expect((await read(bytes)).text).toContain('Вид площадки')
  })

  test('has the size that its head says', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 60, 3]
    expect(imageSize(Uint8Array.from(jpeg))).toMatchObject({ mediaType: 'image/jpeg', width: 60, height: 40 })
    expect(imageSize(Uint8Array.from(jpeg.slice(0, 10)))).toBeUndefined()
    expect(imageSize(new Uint8Array())).toBeUndefined()
  })
})

describe('a theme', () => {
  const ptSerif = readFileSync(
    createRequire(import.meta.url).resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf'),
  ).toString('base64')
  const face = { weight: 400, mediaType: 'font/ttf', base64: ptSerif } as const

  test('brings its typeface and its colours', async () => {
    const theme = { light: { accent: '#7a1f5c' }, font: { family: 'PT Serif', faces: [face] } }
    const { bytes } = await make(everything('ru'), { theme })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('PTSerif')
    expect(text).not.toContain('Onest')
  })

  test('with a typeface that cannot be printed is refused with the remedy', () => {
    const font =
      (mediaType: 'font/ttf' | 'font/woff2', base64: string, family = 'PT Serif') =>
      () =>
        pdf({ theme: { font: { family, faces: [{ weight: 400, mediaType, base64 }] } } })
    expect(font('font/woff2', ptSerif)).toThrow(/add faces with mediaType font\/ttf/)
    expect(font('font/ttf', 'AAAA')).toThrow(/is not a TTF font/)
    expect(font('font/ttf', ptSerif, 'Golos')).toThrow(/says it is PT Serif/)
  })

  test('whose colours cannot be told apart is refused', () => {
    expect(() => pdf({ theme: { light: { ink: '#eeeeee' } } })).toThrow(TypeError)
  })
})

/** Reads a code drawn as rectangles of four pixels a module. */
function scan(svg: string): string | undefined {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v4/g)) {
    for (let row = Number(y); row < Number(y) + 4; row++) {
      const start = (row * side + Number(x)) * 4
      for (let at = start; at < start + Number(width) * 4; at++) pixels[at] = at % 4 === 3 ? 255 : 0
    }
  }
  return jsqr(pixels, side, side)?.data
}

/** The pixels of a portable pixmap. */
function ppm(file: Buffer): {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
} {
  const [head = '', width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? []
  const rgb = file.subarray(head.length)
  const pixels = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255)
  for (let at = 0; at < rgb.length; at++) pixels[Math.floor(at / 3) * 4 + (at % 3)] = rgb[at] ?? 0
  return { width: Number(width), height: Number(height), pixels }
}
