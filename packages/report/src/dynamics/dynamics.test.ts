import { join } from 'node:path'
import { type Certificate, type Records, type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import {
  changeOf,
  collectDynamics,
  collectSummary,
  composeDynamics,
  type Dynamics,
  dynamicsReport,
  reportIssues,
} from '@tirazh/report'
import { formats, type Report } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'
import { sameDays } from './days.js'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let records: Records
let region: Snapshot
let dynamics: Dynamics
beforeAll(async () => {
  const read = await readRegister(bundled)
  if (read.records === undefined) throw new Error('The bundled register is sound.')
  records = read.records
  region = snapshot(nizhnyNovgorod, records)
  dynamics = collectDynamics(region, { asOf })
})

const leadOf = (report: Report): string =>
  report.blocks
    .flatMap((block) => (block.type === 'lead' ? [formats(report.locale).inline(block.content)] : []))
    .join('')
    .replaceAll('\u00a0', ' ')

test('the same day of each year; the 29th of February is the 28th where there is none', () => {
  expect(sameDays('2025-12-24', 3)).toEqual(['2023-12-24', '2024-12-24', '2025-12-24'])
  expect(sameDays('2024-02-29', 5)).toEqual([
    '2020-02-29',
    '2021-02-28',
    '2022-02-28',
    '2023-02-28',
    '2024-02-29',
  ])
})

test('a change is absolute and a percentage; +100 % is twice as much, and from nothing there is none', () => {
  expect(changeOf(4, 8)).toEqual({ absolute: 4, relative: 1, times: 2 })
  expect(changeOf(10, 30)).toEqual({ absolute: 20, relative: 2, times: 3 })
  expect(changeOf(100, 150)).toEqual({ absolute: 50, relative: 0.5, times: undefined })
  expect(changeOf(100, 50)).toEqual({ absolute: -50, relative: -0.5, times: undefined })
  expect(changeOf(0, 10)).toEqual({ absolute: 10, relative: undefined, times: undefined })
  expect(changeOf(-4, 4)).toEqual({ absolute: 8, relative: 2, times: undefined })
  expect(changeOf(0.1, 0.3)).toEqual({ absolute: 0.2, relative: 2, times: 3 })
})

test('the last year has the figures of the summary', () => {
  const { days } = dynamics
  const summary = collectSummary(region, { asOf })
  expect(days).toHaveLength(5)
  expect(days.at(-1)?.figures).toEqual({
    processes: summary.processes.finished.length,
    practices: summary.practices.length,
    replicated: summary.verdicts.replication.met.length,
    adoptions: summary.adoptions.active,
    certificates: summary.certificates.valid.regional.length + summary.certificates.valid.federal.length,
    hours: summary.capacity.labourHoursPerYear,
    people: summary.capacity.headcount,
  })
})

test('each year counts what the records of that day say', () => {
  for (const { on, figures, coverage } of dynamics.days) {
    const by = (day: string | undefined): boolean => day !== undefined && day <= on
    const people = records.project
      .filter(({ closedOn }) => by(closedOn))
      .flatMap(({ indicators = [] }) => indicators)
      .flatMap(({ metric, base, result }) =>
        metric === 'headcount' && base !== undefined && result !== undefined ? [base - result] : [],
      )
      .reduce((sum, change) => sum + change, 0)
    expect(figures).toMatchObject({
      processes: records.project.filter(({ closedOn }) => by(closedOn)).length,
      practices: records.practice.filter(({ publishedOn }) => by(publishedOn)).length,
      certificates: records.certificate.filter(({ issuedOn, revokedOn }) => by(issuedOn) && !by(revokedOn))
        .length,
      people,
    })
    const existing = records.municipality.filter(
      ({ existsFrom, dissolvedOn }) => (existsFrom === undefined || by(existsFrom)) && !by(dissolvedOn),
    )
    expect(coverage.municipalities).toHaveLength(existing.length)
    expect(coverage.share).toBeCloseTo(coverage.served.length / existing.length, 10)
    // The bundled register does not know how many people live in each municipality.
    expect(coverage.population).toBeUndefined()
  }
})

test('coverage changes in percentage points, not in percent', () => {
  const { days, changes } = dynamics
  expect(
    days.slice(0, 2).map(({ coverage }) => [coverage.served.length, coverage.municipalities.length]),
  ).toEqual([
    [45, 52],
    [48, 51],
  ])
  expect(changes[0]?.coverage).toBe(7.6)
})

test('the finding says how much more in number, in percent and in times', () => {
  expect(leadOf(composeDynamics(dynamics, region, { asOf, locale: 'ru' }))).toBe(
    'На 24 декабря 2025 г. тиражировано практик: 170, за год больше на 122 (+254,2 %; в 3,5 раза больше, чем год назад). Завершено проектов улучшения: 2 300, за год больше на 285 (+14,1 %). Высвобождено человеко-часов в год: 630 936, за год больше на 71 912 (+12,9 %).',
  )
  expect(leadOf(composeDynamics(dynamics, region, { asOf, locale: 'en' }))).toContain(
    'practices replicated: 170, up by 122 in a year (+254.2%; 3.5 times as many as a year ago)',
  )
})

test('from nothing a percentage cannot be computed, and the report says so', () => {
  const report = dynamicsReport(region, { asOf: '2023-12-24', locale: 'ru' })
  expect(leadOf(report)).toContain(
    'тиражировано практик: 10, за год больше на 10 (в процентах не вычисляется: год назад был ноль)',
  )
  expect(JSON.stringify(report.blocks)).toContain('{"as":"unknown","text":"не вычисляется"}')
})

test('it says that past years are computed today and may differ from what was published', () => {
  const page = JSON.stringify(composeDynamics(dynamics, region, { asOf, locale: 'ru' }))
  expect(page).toContain('Цифры каждого года посчитаны сегодня: по нынешнему реестру')
  expect(page).toContain('Числа, опубликованные тогда, могут отличаться')
})

test('what is lower than a year before stands first', () => {
  const revoked = records.certificate.map((each): Certificate => ({ ...each, revokedOn: '2025-12-01' }))
  const report = dynamicsReport(snapshot(nizhnyNovgorod, { ...records, certificate: revoked }), {
    asOf,
    locale: 'ru',
  })
  expect(report.blocks[1]).toMatchObject({ type: 'callout', tone: 'attention', title: 'За год снизилось' })
  const before = records.certificate.filter(({ issuedOn }) => issuedOn <= '2024-12-24').length
  expect(JSON.stringify(report.blocks[1])).toContain(`Действует сертификатов: было ${before}, стало `)
})

test('one year alone is compared with nothing; a number of years that makes no sense is refused', () => {
  const report = dynamicsReport(region, { asOf, locale: 'ru', years: 1 })
  expect(reportIssues(report)).toEqual([])
  expect(report.blocks.some(({ type }) => type === 'chart' || type === 'columns')).toBe(false)
  expect(leadOf(report)).toBe(
    'На 24 декабря 2025 г. тиражировано практик: 170. Завершено проектов улучшения: 2 300. Высвобождено человеко-часов в год: 630 936.',
  )
  for (const years of [0, -1, 1.5, 51, Number.NaN]) {
    expect(() => dynamicsReport(region, { asOf, locale: 'ru', years })).toThrow(TypeError)
  }
})
