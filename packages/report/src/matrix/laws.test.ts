import { join } from 'node:path'
import { type Records, recordKinds, type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import {
  factoryReport,
  municipalityScorecard,
  practicePassport,
  replicationMatrix,
  reportIssues,
} from '@tirazh/report'
import type { Basis, Locale, PlainDate, Report } from '@tirazh/spec'
import { beforeAll, describe, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

type Build = (snapshot: Snapshot, options: { asOf: PlainDate; locale: Locale }) => Report

const builders: [string, Build][] = [
  ['the matrix', (from, options) => replicationMatrix(from, options)],
  ['the scorecard', (from, options) => municipalityScorecard(from, { ...options, municipality: '22637000' })],
  ['the report on a site', (from, options) => factoryReport(from, { ...options, factory: 'F01' })],
]

/** Every object within a value, itself included. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

const basesIn = (report: Report): Basis[] =>
  objectsIn(report.blocks).flatMap((each) => ('basis' in each && each.basis ? [each.basis as Basis] : []))

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []

/** Fields that a record may lack. */
const optional: ReadonlySet<string> = new Set(
  [
    'population dissolvedOn successor closedOn organisation process factory sphere result openedOn diagnosedOn',
    'implementedOn monitoredOn tools indicators base target ideal resultOn baseOn yearlyVolume publishedOn',
    'plannedOn startedOn confirmedOn endedOn basis fidelity assessors signedByBoth openFindings issuer revokedOn',
  ].flatMap((line) => line.split(' ')),
)

/** The register with a third of everything that may be missing taken away, and words that mean harm. */
function maimed(records: Records, seed: number): Records {
  let state = seed
  const chance = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !optional.has(key) || chance() > 0.33)
        .map(([key, item]) => [key, key === 'title' ? `<b>${item}</b> | \u202e "` : strip(item)]),
    )
  }
  // A part of it is enough, and leaves practices and adoptions without some of their records.
  const practice = records.practice.filter((_, index) => index % 7 === 0)
  const kept = new Set(practice.map(({ id }) => id))
  const of = <Row extends { readonly practice: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => kept.has(row.practice))
  return {
    municipality: strip(records.municipality),
    factory: records.factory,
    project: strip(records.project.filter((_, index) => index % 5 === 0)),
    practice: strip(practice),
    adoption: strip(of(records.adoption)),
    check: strip(of(records.check)),
    defence: strip(of(records.defence)),
    certificate: strip(of(records.certificate)),
  } as Records
}

describe.each(builders)('%s', (_, build) => {
  test('is sound and says the same in both languages', () => {
    const ru = build(region, { asOf, locale: 'ru' })
    const en = build(region, { asOf, locale: 'en' })
    expect([reportIssues(ru), reportIssues(en)]).toEqual([[], []])
    expect(numbersIn(en.blocks)).toEqual(numbersIn(ru.blocks))
    expect(JSON.parse(JSON.stringify(ru))).toEqual(ru)
  })

  test('is the same every time', () => {
    expect(JSON.stringify(build(region, { asOf, locale: 'ru' }))).toBe(
      JSON.stringify(build(region, { asOf, locale: 'ru' })),
    )
  })

  test('rests on records that exist, each named once', () => {
    const known = new Map<string, Set<string>>(
      recordKinds.map((kind) => [kind, new Set(region.records[kind].map(({ id }) => id))]),
    )
    const bases = basesIn(build(region, { asOf, locale: 'ru' }))
    expect(bases.length).toBeGreaterThan(10)
    for (const { rule, records } of bases) {
      expect(rule).not.toBe('')
      for (const { kind, ids } of records) {
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.filter((id) => !known.get(kind)?.has(id))).toEqual([])
      }
    }
  })

  test('every figure says where it comes from', () => {
    const { blocks } = build(region, { asOf, locale: 'ru' })
    const figures = objectsIn(blocks).filter(
      (each) =>
        'as' in each && ['number', 'interval', 'share'].includes(String(each.as)) && !('title' in each),
    )
    expect(figures.length).toBeGreaterThan(2)
    for (const value of figures) expect(value).toHaveProperty('basis')
  })

  test('every reference leads to a report that can be made', () => {
    const report = build(region, { asOf, locale: 'ru' })
    const led = new Set(
      objectsIn(report.blocks).flatMap((each) =>
        'as' in each && each.as === 'reference' && 'report' in each ? [String(each.report)] : [],
      ),
    )
    expect(led.size).toBeGreaterThan(3)
    for (const id of [...led].slice(0, 12)) {
      const [kind, about = ''] = id.split('/')
      if (kind === 'passport') practicePassport(region, { practice: about, asOf, locale: 'ru' })
      else if (kind === 'certificate')
        expect(region.records.certificate.some((each) => each.id === about)).toBe(true)
      else if (kind === 'municipality')
        municipalityScorecard(region, { municipality: about, asOf, locale: 'ru' })
      else factoryReport(region, { factory: about, asOf, locale: 'ru' })
    }
  })

  test('every column of a table says what it holds, except the marks with a sum below them', () => {
    for (const block of build(region, { asOf, locale: 'ru' }).blocks) {
      if (block.type !== 'table') continue
      for (const column of block.columns) expect(column.as ?? column.narrow).toBeDefined()
    }
  })

  test.each([1, 2, 3])('is sound of a register where much is missing (%i)', (seed) => {
    const poor = snapshot(nizhnyNovgorod, maimed(region.records, seed))
    for (const on of ['2022-06-30', asOf] as const) {
      const ru = build(poor, { asOf: on, locale: 'ru' })
      expect(reportIssues(ru)).toEqual([])
      expect(numbersIn(build(poor, { asOf: on, locale: 'en' }).blocks)).toEqual(numbersIn(ru.blocks))
    }
  })
})

test('a matrix of a register without any record says so and shows no number', () => {
  const none = Object.fromEntries(recordKinds.map((kind) => [kind, []])) as unknown as Records
  const report = replicationMatrix(snapshot(nizhnyNovgorod, none), { asOf, locale: 'ru' })
  expect(reportIssues(report)).toEqual([])
  expect(report.blocks).toEqual([
    {
      type: 'lead',
      content: ['На этот день в реестре нет ни одной опубликованной или действующей практики.'],
    },
  ])
})

test('a matrix of practices without municipalities says that there are none', () => {
  const records: Records = { ...region.records, municipality: [], factory: [], adoption: [] }
  const report = replicationMatrix(snapshot(nizhnyNovgorod, records), { asOf, locale: 'ru' })
  expect(reportIssues(report)).toEqual([])
  expect(report.blocks[0]).toEqual({
    type: 'lead',
    content: ['На этот день в реестре нет ни одного муниципалитета.'],
  })
})
