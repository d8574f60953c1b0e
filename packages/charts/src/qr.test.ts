import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSvg } from '../test/read-svg.js'
import { chartPalettes } from './palette.js'
import { drawQr, qrModules } from './qr.js'

const address = 'https://практики.рф/report/summary?quarter=2026-3'
const options = { id: 'qr', label: 'Электронная версия' }

/** The squares inside the quiet zone. */
function inner(modules: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] {
  return modules.slice(4, -4).map((row) => row.slice(4, -4))
}

test('a code has a finder in three corners and four light modules on every side', () => {
  const modules = qrModules(address)
  const rest = modules.filter((_, row) => row < 4 || row >= modules.length - 4)
  for (const row of rest) expect(row).not.toContain(true)
  for (const row of modules) expect([...row.slice(0, 4), ...row.slice(-4)]).not.toContain(true)
  const code = inner(modules)
  const end = code.length - 7
  for (const [top, left] of [
    [0, 0],
    [0, end],
    [end, 0],
  ] as const) {
    expect(code[top]?.slice(left, left + 7)).not.toContain(false)
    expect(code[top + 1]?.slice(left, left + 7)).toEqual([true, false, false, false, false, false, true])
  }
})

test('a code says of itself that its error correction is medium', () => {
  // The first two bits of the format, beside the upper left finder, M is 00 and the mask 10.
  const row = inner(qrModules(address))[8] ?? []
  expect(row.slice(0, 2)).toEqual([true, false])
})

test('the same text has the same code, and another text another', () => {
  expect(drawQr(address, options)).toEqual(drawQr(address, options))
  expect(qrModules(`${address}1`)).not.toEqual(qrModules(address))
})

test('a drawing has exactly the dark modules of the code, black on white with any palette', () => {
  const modules = qrModules(address)
  const drawing = drawQr(address, { ...options, palette: chartPalettes.dark })
  const [background, dark] = readSvg(drawing.svg).filter(({ name }) => name === 'rect' || name === 'path')
  expect([background?.attributes.fill, dark?.attributes.fill]).toEqual(['#ffffff', '#000000'])
  expect(drawing.width).toBe(modules.length * 4)
  const drawn = modules.map((row) => row.map(() => false))
  for (const [, x, y, length] of dark?.attributes.d?.matchAll(/M(\d+) (\d+)h(\d+)v4h-\3z/g) ?? []) {
    const row = drawn[Number(y) / 4] ?? []
    row.fill(true, Number(x) / 4, (Number(x) + Number(length)) / 4)
  }
  expect(drawn).toEqual(modules)
})

test('a drawing says what it leads to, also in a hostile text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (text) => {
      const elements = readSvg(drawQr(text, { ...options, label: text }).svg)
      const visible = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      expect(elements.find(({ name }) => name === 'desc')?.text).toBe(visible)
    }),
  )
})

test('what a code cannot hold is refused with the number of bytes', () => {
  expect(() => qrModules('')).toThrow(/0 bytes/)
  expect(() => qrModules('я'.repeat(1166))).toThrow(/2332 bytes/)
  expect(qrModules('я'.repeat(1165)).length).toBe(177 + 8)
})
