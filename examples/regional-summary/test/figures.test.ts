import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate, judge, readRegister, writeRegister } from '@tirazh/oracle'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Arguments } from '../src/arguments.js'
import { run } from '../src/run.js'

/*
 * Figures against a judge that shares no code with the SDK, on registers that nobody wrote by hand.
 */

const bundled = join(import.meta.dirname, '..', 'register')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tirazh-figures-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function figuresOf(register: string, options: Partial<Arguments> = {}): Promise<unknown> {
  const out = join(folder, 'out')
  const outcome = await run({
    register,
    bundled: false,
    dates: ['2024-12-31', '2025-03-31', '2025-12-24'],
    threshold: undefined,
    formats: [],
    languages: [],
    storage: 'memory',
    out,
    acceptValid: false,
    ...options,
  })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.issues.slice(0, 5)))
  return JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8'))
}

test('the bundled register gives exactly the figures that were computed independently', async () => {
  const { naiveCount, ...expected } = JSON.parse(readFileSync(join(bundled, 'expected.json'), 'utf8'))
  expect(await figuresOf(bundled)).toEqual(expected)
  expect(naiveCount).not.toBe(expected.dates['2025-12-24'].replicated.met)
})

test.each([1, 8, 14, 16, 18, 40])(
  'the bundled register gives the right figures for a threshold of %i',
  async (threshold) => {
    const dates = ['2018-03-15', '2022-04-28', '2025-04-04'] as const
    expect(await figuresOf(bundled, { threshold, dates })).toEqual(
      judge(readRegister(bundled), { dates: [...dates], threshold }),
    )
  },
)

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  'generated register %i gives the right figures, for its own threshold and dates',
  async (seed) => {
    const files = generate({ seed, practices: 80, projects: 300, mergers: 5, chainedMergers: 3 })
    const register = join(folder, `seed-${seed}`)
    writeRegister(register, files, {
      encoding: seed % 2 === 0 ? 'windows-1251' : 'utf-8',
      bom: seed % 4 === 1,
    })
    const dates = (['2021-06-30', '2024-12-31', '2025-03-31', '2025-12-24'] as const).slice(seed % 2)
    const threshold = 8 + (seed % 9)
    expect(await figuresOf(register, { threshold, dates })).toEqual(
      judge(files, { dates: [...dates], threshold }),
    )
  },
)

test('memory and SQLite give the same figures, and reading the register again changes nothing', async () => {
  const inMemory = await figuresOf(bundled)
  expect(await figuresOf(bundled, { storage: 'sqlite' })).toEqual(inMemory)
  expect(await figuresOf(bundled, { storage: 'sqlite' })).toEqual(inMemory)
})
