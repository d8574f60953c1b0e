import { join } from 'node:path'
import { type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { practicePassport, regionalSummary, render } from '@tirazh/report'
import type { Report } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'
import { read } from '../test/written.js'
import { type CsvProfile, csv } from './index.js'

const bundled = join(import.meta.dirname, '../../../examples/regional-summary/register')
const asOf = '2025-12-24'
const notice = 'Демонстрационные данные'

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

const reports: readonly (readonly [string, () => Report])[] = [
  ['the summary in Russian', () => regionalSummary(region, { asOf, locale: 'ru', notice })],
  ['the summary in English', () => regionalSummary(region, { asOf, locale: 'en', notice })],
  ['a passport', () => practicePassport(region, { practice: 'ПР-0001', asOf, locale: 'ru', notice })],
]

test.each(reports)('%s has every table and chart, and its notice, in both profiles', async (_, build) => {
  const report = build()
  for (const profile of ['excel-ru', 'machine'] satisfies CsvProfile[]) {
    const { body, omitted } = await render(report, csv({ profile }))
    const rows = read(body, profile)
    expect(rows[1]).toEqual([notice])
    const captions = report.blocks.flatMap((block) =>
      block.type === 'table' ? block.caption : block.type === 'chart' ? block.title : [],
    )
    expect(captions).not.toEqual([])
    for (const caption of captions) expect(rows).toContainEqual([caption])
    const running = report.blocks.flatMap(({ type }, at) =>
      type === 'paragraph' || type === 'lead' || type === 'list' ? [['blocks', at]] : [],
    )
    expect(omitted.map(({ at }) => at)).toEqual(expect.arrayContaining(running))
    // A cell that a spreadsheet would run is a number or no cell of ours.
    const risky = rows.flat().filter((cell) => /^\s*[=+\-@|]/.test(cell))
    expect(risky.filter((cell) => !/^-\d+([.,]\d+)?%?$/.test(cell))).toEqual([])
  }
})

test('the headline figures of the summary read back as they are in the report', async () => {
  const report = regionalSummary(region, { asOf, locale: 'ru', notice })
  const rows = read((await render(report, csv({ profile: 'machine' }))).body, 'machine')
  const metrics = report.blocks.flatMap((block) => (block.type === 'metrics' ? block.items : []))
  expect(metrics.length).toBeGreaterThan(0)
  for (const { label, value } of metrics) {
    const row = rows.find(([cell]) => cell === label)
    expect(Number(row?.[1])).toBe('value' in value ? value.value : undefined)
  }
})
