import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { generate, readRegister, writeRegister } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
afterAll(() => rmSync(folder, { recursive: true }))

const files = generate({ seed: 3, practices: 10, projects: 30 })

test.each([
  { name: 'utf-8', options: {} },
  { name: 'utf-8 with a mark', options: { bom: true } },
  { name: 'windows-1251', options: { encoding: 'windows-1251' } },
] as const)('a register written in $name is read back the same', ({ name, options }) => {
  const place = join(folder, 'deep', name)
  writeRegister(place, files, options)
  expect(readRegister(place)).toEqual(files)
})

test('the bundled register is written back byte for byte', () => {
  const bundled = fileURLToPath(new URL('../../../examples/regional-summary/register/', import.meta.url))
  const place = join(folder, 'bundled')
  writeRegister(place, readRegister(bundled))
  for (const file of readdirSync(place)) {
    expect(readFileSync(join(place, file)).equals(readFileSync(join(bundled, file))), file).toBe(true)
  }
})

test('the bytes are those of the encoding', () => {
  const firstBytes = (options: Parameters<typeof writeRegister>[2]): number[] => {
    writeRegister(folder, files, options)
    return [...readFileSync(join(folder, 'factories.csv')).subarray(0, 3)]
  }
  expect(firstBytes({})).toEqual([0xd0, 0x9a, 0xd0])
  expect(firstBytes({ bom: true })).toEqual([0xef, 0xbb, 0xbf])
  expect(firstBytes({ encoding: 'windows-1251' })).toEqual([0xca, 0xee, 0xe4])
})

test('what windows-1251 cannot hold is refused', () => {
  const arrow = { ...files, practices: `${files.practices}→` }
  expect(() => writeRegister(folder, arrow, { encoding: 'windows-1251' })).toThrow('→')
  expect(() => writeRegister(folder, files, { encoding: 'windows-1251', bom: true })).toThrow(TypeError)
})
