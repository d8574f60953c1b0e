import { join } from 'node:path'
import {
  type Indicator,
  type Project,
  type Records,
  releasedCapacity,
  type Snapshot,
  snapshot,
} from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import {
  type ConfidenceRules,
  collectEffects,
  confidenceOf,
  defaultConfidence,
  type Effects,
  effectKinds,
  effectsReport,
  reportIssues,
} from '@tirazh/report'
import { formats } from '@tirazh/spec'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let records: Records
let region: Snapshot
let effects: Effects
beforeAll(async () => {
  const read = await readRegister(bundled)
  if (read.records === undefined) throw new Error('The bundled register is sound.')
  records = read.records
  region = snapshot(nizhnyNovgorod, records)
  effects = collectEffects(region, { asOf })
})

const haircuts = (...value: [number, number, number, number, number]): ConfidenceRules => ({
  ...defaultConfidence,
  haircuts: { value, origin: { ru: 'приказ', en: 'order' } },
})

/** Days from one to the other, counted from the epoch. */
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** What is left of an improvement, in hundredths, from the raw record. */
function left({ method, source, sample, baseOn, resultOn }: Indicator): number {
  const confirmed = [
    method !== undefined,
    source !== undefined,
    sample !== undefined && sample >= 30,
    baseOn !== undefined && resultOn !== undefined && days(baseOn, resultOn) >= 137,
  ].filter(Boolean).length
  return { 4: 100, 3: 90, 2: 75 }[confirmed] ?? 60
}

test('gross hours and people are those of the summary', () => {
  const released = releasedCapacity(records.project, asOf)
  expect(effects.total.hours?.gross).toBe(released.labourHoursPerYear)
  expect(effects.total.people?.gross).toBe(released.headcount)
  expect(effects.total.hours?.projects).toEqual(released.labourProjects)
  expect(effects.uncounted.missing.map(({ project }) => project.id)).toEqual(
    released.missing.map(({ project }) => project.id),
  )
})

test('adjusted hours and people, counted from the raw records in whole numbers, are the same', () => {
  let minutes = 0n
  let people = 0n
  for (const { closedOn, indicators = [] } of records.project) {
    if (closedOn === undefined || closedOn > asOf) continue
    for (const each of indicators) {
      const { metric, base, result, yearlyVolume } = each
      if (base === undefined || result === undefined) continue
      // The register has whole minutes and people; hundredths come in with the haircut.
      const change = base - result
      expect(Number.isInteger(change)).toBe(true)
      const kept = BigInt(change) * BigInt(change > 0 ? left(each) : 100)
      if (metric === 'labour-input') minutes += kept * BigInt(yearlyVolume ?? Number.NaN)
      if (metric === 'headcount') people += kept
    }
  }
  const hundredthsOfHours = (2n * minutes + 60n) / 120n
  expect(effects.total.hours?.adjusted).toBe(Number(hundredthsOfHours) / 100)
  expect(effects.total.people?.adjusted).toBe(Number(people) / 100)
})

test('spheres, municipalities and grades each add up to the total', () => {
  const hundredths = (value: number | undefined): number => Math.round((value ?? 0) * 100)
  for (const kind of effectKinds) {
    for (const groups of [effects.bySphere, effects.byMunicipality, effects.byGrade]) {
      const sum = (of: 'gross' | 'adjusted' | 'measurements'): number =>
        groups.reduce((total, { sums }) => total + (sums[kind]?.[of] ?? 0), 0)
      expect(sum('measurements')).toBe(effects.total[kind]?.measurements ?? 0)
      for (const of of ['gross', 'adjusted'] as const) {
        // Each group is rounded by itself.
        expect(Math.abs(hundredths(sum(of)) - hundredths(effects.total[kind]?.[of]))).toBeLessThanOrEqual(
          groups.length,
        )
      }
    }
  }
})

test('no haircut makes an effect larger, and a loss is never made smaller', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 1000) / 1000)
  fc.assert(
    fc.property(fc.tuple(part, part, part, part, part), (value) => {
      const { lines, total } = collectEffects(region, { asOf, confidence: haircuts(...value) })
      for (const { gross, adjusted } of lines) {
        expect(Math.abs(adjusted)).toBeLessThanOrEqual(Math.abs(gross))
        if (gross < 0) expect(adjusted).toBe(gross)
      }
      for (const sum of Object.values(total)) expect(sum.adjusted).toBeLessThanOrEqual(sum.gross)
    }),
    { numRuns: 10 },
  )
})

test('without haircuts nothing is taken off; with whole ones only the losses are left', () => {
  const none = collectEffects(region, { asOf, confidence: haircuts(0, 0, 0, 0, 0) })
  const all = collectEffects(region, { asOf, confidence: haircuts(1, 1, 1, 1, 1) })
  expect(none.total.hours?.adjusted).toBe(none.total.hours?.gross)
  const losses = all.lines.filter(({ kind, gross }) => kind === 'hours' && gross < 0)
  expect(losses).toHaveLength(36)
  expect(all.total.hours?.adjusted).toBeCloseTo(
    losses.reduce((sum, { gross }) => sum + gross, 0),
    1,
  )
})

test('the median of each metric is the middle of what its projects changed by', () => {
  for (const { metric, change } of effects.byMetric) {
    const changes = records.project
      .filter(({ closedOn }) => closedOn !== undefined && closedOn <= asOf)
      .flatMap(({ indicators = [] }) => indicators)
      .flatMap((each) =>
        each.metric === metric && each.base !== undefined && each.result !== undefined && each.base !== 0
          ? [(each.result - each.base) / each.base]
          : [],
      )
      .sort((a, b) => a - b)
    const middle = (changes.length - 1) / 2
    const median = ((changes[Math.floor(middle)] ?? 0) + (changes[Math.ceil(middle)] ?? 0)) / 2
    expect(change?.median).toBeCloseTo(median, 10)
    expect(change?.projects).toHaveLength(changes.length)
  }
})

const project = (id: string, indicators: readonly Indicator[], sphere = 'Архив'): Project => ({
  id,
  title: `Проект ${id}`,
  municipality: '22701000',
  sphere,
  closedOn: '2025-06-01',
  indicators,
})

/** A region with these projects and nothing else. */
function withProjects(...projects: readonly Project[]): Snapshot {
  const none = { factory: [], practice: [], adoption: [], check: [], defence: [], certificate: [] }
  return snapshot(nizhnyNovgorod, { ...none, municipality: records.municipality, project: projects })
}

const cost: Indicator = { metric: 'cost', unit: 'rouble', base: 1000.1, result: 900.05, yearlyVolume: 12 }

test('roubles are exact to the kopeck, and are cashable apart from hours', () => {
  const odd = { ...cost, base: 0.3, result: 0.1, yearlyVolume: 3 }
  const report = effectsReport(withProjects(project('1', [cost]), project('2', [odd])), {
    asOf,
    locale: 'ru',
  })
  const { total } = collectEffects(withProjects(project('1', [cost]), project('2', [odd])), { asOf })
  // 12 × 100,05 ₽ and 3 × 0,20 ₽; nothing is recorded that would confirm them, so 40 % is taken off.
  expect(total).toMatchObject({ money: { gross: 120_060 + 60, adjusted: 72_036 + 36, withheld: 48_048 } })
  expect(total.hours).toBeUndefined()
  expect(reportIssues(report)).toEqual([])
  const f = formats('ru')
  const lead = report.blocks.flatMap((block) => (block.type === 'lead' ? [f.inline(block.content)] : []))
  expect(lead.join('').replaceAll('\u00a0', ' ')).toBe(
    'На 24 декабря 2025 г. завершённые проекты высвободили неизвестно сколько рабочего времени: трудоёмкость с годовым объёмом не измерялась. Изменение численности неизвестно: она не измерялась. Затраты снизились на 1 201,20 ₽ в год; с поправкой на достоверность замеров — 720,72 ₽.',
  )
})

test('a missing volume, base or result makes an effect unknown and not zero; posts are not people', () => {
  const { yearlyVolume: _, ...withoutVolume } = cost
  const { result: __, ...withoutResult } = cost
  const posts: Indicator = { metric: 'headcount', unit: 'full-time-equivalent', base: 3, result: 1 }
  const time: Indicator = { metric: 'lead-time', unit: 'day', base: 30, result: 10 }
  const data = collectEffects(
    withProjects(
      project('1', [withoutVolume]),
      project('2', [withoutResult]),
      project('3', [posts, time]),
      project('4', []),
    ),
    { asOf },
  )
  expect(data.total).toEqual({})
  const ids = (refs: readonly { readonly project: Project }[]): string[] =>
    refs.map(({ project: { id } }) => id)
  expect(Object.fromEntries(Object.entries(data.uncounted).map(([why, refs]) => [why, ids(refs)]))).toEqual({
    missing: ['2'],
    'no-volume': ['1'],
    'other-unit': ['3'],
    'other-metric': ['3'],
  })
  expect(data.unmeasured.map(({ id }) => id)).toEqual(['4'])
})

test('a condition is met, not met, or not recorded, and the window counts from the 137th day', () => {
  const full: Indicator = {
    ...cost,
    method: 'хронометраж',
    source: 'журнал',
    sample: 30,
    baseOn: '2025-01-01',
    resultOn: '2025-05-18',
  }
  expect(confidenceOf(full, defaultConfidence)).toEqual({
    conditions: { method: 'met', source: 'met', sample: 'met', window: 'met' },
    confirmed: 4,
    haircut: 0,
  })
  expect(confidenceOf({ ...full, resultOn: '2025-05-17', sample: 29 }, defaultConfidence)).toEqual({
    conditions: { method: 'met', source: 'met', sample: 'unmet', window: 'unmet' },
    confirmed: 2,
    haircut: 0.25,
  })
  expect(confidenceOf(cost, defaultConfidence)).toEqual({
    conditions: { method: 'unknown', source: 'unknown', sample: 'unknown', window: 'unknown' },
    confirmed: 0,
    haircut: 0.4,
  })
})

test('a sphere that lost more than it gained is named, not drawn below zero', () => {
  const hours: Indicator = {
    metric: 'labour-input',
    unit: 'person-hour',
    base: 10,
    result: 5,
    yearlyVolume: 1,
  }
  const worse = { ...hours, base: 5, result: 10 }
  const report = effectsReport(withProjects(project('1', [hours], 'Архив'), project('2', [worse], 'Кадры')), {
    asOf,
    locale: 'ru',
  })
  expect(reportIssues(report)).toEqual([])
  const page = JSON.stringify(report)
  expect(page).toContain('Не показаны, потому что ухудшений больше, чем улучшений: Кадры.')
  expect(page).toContain('"label":"Архив","values":[3,2]')
})

test('every setting of confidence says where it comes from: the SDK, or whoever set it', () => {
  const originsOf = (confidence: ConfidenceRules): unknown[] =>
    effectsReport(region, { asOf, locale: 'ru', confidence }).blocks.flatMap((block) =>
      block.type === 'table' && block.caption.startsWith('Настройки поправки')
        ? block.rows.map((row) => row[2])
        : [],
    )
  expect(originsOf(defaultConfidence)).toEqual(Array(7).fill('значение SDK по умолчанию'))
  expect(originsOf(haircuts(0, 0.1, 0.2, 0.3, 0.4))).toEqual([
    ...Array(2).fill('значение SDK по умолчанию'),
    ...Array(5).fill('приказ'),
  ])
})

test('rules of confidence that cannot be used are refused', () => {
  const refused = (confidence: ConfidenceRules): void => {
    expect(() => collectEffects(region, { asOf, confidence })).toThrow(TypeError)
  }
  refused(haircuts(0, 0.1, 0.2, 0.3, 1.1))
  refused(haircuts(-0.1, 0, 0, 0, 0))
  refused(haircuts(Number.NaN, 0, 0, 0, 0))
  refused({ ...defaultConfidence, leastDays: { ...defaultConfidence.leastDays, value: -1 } })
})
