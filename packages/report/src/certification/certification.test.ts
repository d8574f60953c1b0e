import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Certificate, type Records, type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { certificationRegister, collectCertification, collectSummary } from '@tirazh/report'
import type { Block, Table } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let records: Records
let region: Snapshot
beforeAll(async () => {
  const read = await readRegister(bundled)
  if (read.records === undefined) throw new Error('The bundled register is sound.')
  records = read.records
  region = snapshot(nizhnyNovgorod, records)
})

const tablesOf = (blocks: readonly Block[]): Table[] =>
  blocks.filter((block): block is Table => block.type === 'table')

const inForce = ({ issuedOn, revokedOn }: Certificate, on: string): boolean =>
  issuedOn <= on && !(revokedOn !== undefined && revokedOn <= on)

test('the register lists every certificate issued by the day, each once and in its state', () => {
  for (const on of ['2022-06-30', '2024-06-04', '2024-06-05', asOf] as const) {
    const { lines, byLevel } = collectCertification(region, { asOf: on })
    const issued = records.certificate.filter(({ issuedOn }) => issuedOn <= on)
    expect(lines.map(({ certificate }) => certificate.id).sort()).toEqual(issued.map(({ id }) => id).sort())
    for (const level of ['regional', 'federal'] as const) {
      const { valid, doubtful, revoked } = byLevel[level]
      const ofLevel = issued.filter((each) => each.level === level)
      expect(valid.length + doubtful.length).toBe(ofLevel.filter((each) => inForce(each, on)).length)
      expect(revoked.length).toBe(ofLevel.filter((each) => !inForce(each, on)).length)
    }
  }
})

test('what meets a rule is certified or may be: as many as an independent count of the register', async () => {
  const expected = JSON.parse(await readFile(join(bundled, 'expected.json'), 'utf8')) as {
    dates: Record<string, Record<'eligibleRegional' | 'eligibleFederal', { met: number; unknown: number }>>
  }
  const { byLevel } = collectCertification(region, { asOf })
  const counted = expected.dates[asOf]
  expect(byLevel.regional.valid.length + byLevel.regional.eligible.length).toBe(counted?.eligibleRegional.met)
  expect(byLevel.federal.valid.length + byLevel.federal.eligible.length).toBe(counted?.eligibleFederal.met)
  for (const level of ['regional', 'federal'] as const) {
    const certified = new Set(
      records.certificate
        .filter((each) => each.level === level && inForce(each, asOf))
        .map(({ practice }) => practice),
    )
    for (const { id } of byLevel[level].eligible) expect(certified.has(id)).toBe(false)
  }
})

test('the doubtful certificates are those of the summary', () => {
  const { lines } = collectCertification(region, { asOf })
  const doubtful = lines.filter(({ state }) => state === 'doubtful').map(({ certificate }) => certificate.id)
  const summary = collectSummary(region, { asOf }).certificates.doubtful
  expect(doubtful.sort()).toEqual(summary.map(({ certificate }) => certificate.id).sort())
})

test('years and levels add up to every certificate issued', () => {
  const report = certificationRegister(region, { asOf, locale: 'ru' })
  const years = tablesOf(report.blocks).find(({ columns }) => columns[0]?.title === 'Год выдачи')
  const values = years?.rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell?.as === 'number' ? cell.value : cell)),
  )
  const issuedIn = (year: string, level: string): number =>
    records.certificate.filter((each) => each.level === level && each.issuedOn.startsWith(year)).length
  expect(values).toEqual(
    ['2021', '2022', '2023', '2024', '2025'].map((year) => [
      year,
      issuedIn(year, 'regional'),
      issuedIn(year, 'federal'),
      records.certificate.filter(
        ({ issuedOn, revokedOn }) => issuedOn.startsWith(year) && revokedOn !== undefined,
      ).length,
    ]),
  )
})

test('a revoked certificate is listed as revoked and is asked nothing; a doubtful one says why', () => {
  const tables = tablesOf(certificationRegister(region, { asOf, locale: 'ru' }).blocks)
  const rowOf = (id: string): Table['rows'][number] | undefined =>
    tables
      .filter(({ caption }) => caption.includes('в порядке выдачи'))
      .flatMap(({ rows }) => rows)
      .find(([cell]) => typeof cell === 'object' && cell?.as === 'reference' && cell.text === id)
  expect(rowOf('Р-0206')?.slice(-2)).toEqual(['отозван 05.06.2024', null])
  expect(rowOf('Р-0001')?.slice(5)).toMatchObject([
    'ПП-0001 от 10.03.2023',
    'З-0001 от 20.04.2023',
    'действует',
    { as: 'status', status: 'met', basis: { report: 'passport/ПР-0001' } },
  ])
  expect(rowOf('Р-0193')?.slice(-2)).toMatchObject([
    'под вопросом',
    { as: 'status', status: 'unmet', basis: { rule: expect.stringContaining('блок 5: 14') } },
  ])
})

test('a basis that is not recorded, or does not fit, is named and asks for a decision', () => {
  const spoilt = records.certificate.map((each): Certificate => {
    if (each.id !== 'Р-0001') return each
    const { check: _, ...rest } = each
    return { ...rest, issuedOn: '2023-04-01' }
  })
  const changed = snapshot(nizhnyNovgorod, { ...records, certificate: spoilt })
  const line = collectCertification(changed, { asOf }).lines.find(
    ({ certificate }) => certificate.id === 'Р-0001',
  )
  expect(line?.flaws).toEqual(['no-check', 'defence-after-issue'])
  const page = JSON.stringify(certificationRegister(changed, { asOf, locale: 'ru' }))
  expect(page).toContain('З-0001 от 20.04.2023; защита позже выдачи')
  expect(page).toContain('Проверка или защита не указана либо не подходит: ')
  expect(JSON.stringify(certificationRegister(region, { asOf, locale: 'ru' }))).not.toContain(
    'Проверка или защита не указана либо не подходит: ',
  )
})
