import { join } from 'node:path'
import { type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { markdown } from '@tirazh/render-markdown'
import {
  collectScorecard,
  collectSummary,
  type MunicipalityScorecard,
  municipalityScorecard,
  quarterEnds,
  render,
} from '@tirazh/report'
import type { Metric, Report } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'
import { placeAmong } from './place.js'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'
const nizhny = '22701000'
const kstovo = '22637000'
const ardatov = '22502000'

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

const cards = new Map<string, MunicipalityScorecard>()

/** The scorecard on the last day; made once for all tests. */
function card(municipality: string): MunicipalityScorecard {
  const made = cards.get(municipality) ?? collectScorecard(region, { municipality, asOf })
  cards.set(municipality, made)
  return made
}

const text = async (report: Report): Promise<string> =>
  (await render(report, markdown())).body.replaceAll('\u00a0', ' ').replaceAll('\\', '')

const metricsOf = (report: Report): readonly Metric[] =>
  report.blocks.flatMap((block) => (block.type === 'metrics' ? block.items : []))

test('over all municipalities the practices in use add up to the adoptions of the summary', () => {
  const codes = region.territory.municipalitiesOn(asOf).map((each) => each.id)
  const cards = codes.map(card)
  const sum = (of: (each: MunicipalityScorecard) => number): number =>
    cards.reduce((total, each) => total + of(each), 0)
  const summary = collectSummary(region, { asOf })
  expect(sum((each) => each.taken['in-use'].length)).toBe(summary.adoptions.active)
  expect(sum((each) => each.work.projects.finished.length)).toBe(summary.processes.finished.length)
  expect(sum((each) => each.work.practices.length)).toBe(summary.practices.length)
  expect(sum((each) => each.work.certificates.valid.length)).toBe(69 + 17)
  expect(sum((each) => each.work.certificates.doubtful.length)).toBe(summary.certificates.doubtful.length)
  expect(sum((each) => each.work.projects.capacity.headcount)).toBe(summary.capacity.headcount)
  expect(sum((each) => Math.round(each.work.projects.capacity.labourHoursPerYear * 100))).toBeCloseTo(
    summary.capacity.labourHoursPerYear * 100,
    -1,
  )
})

test('its projects, practices and released people are those of the raw records, with its predecessor', () => {
  const ours = new Set([nizhny, kstovo])
  const projects = region.records.project.filter((each) => ours.has(each.municipality))
  const closed = projects.filter((each) => (each.closedOn ?? '9') <= asOf)
  let people = 0
  for (const each of closed) {
    for (const { metric, base, result } of each.indicators ?? []) {
      if (metric === 'headcount' && base !== undefined && result !== undefined) people += base - result
    }
  }
  const { work, predecessors } = card(nizhny)
  expect(predecessors.map(({ from }) => from)).toEqual([kstovo])
  expect(work.projects.finished.map(({ id }) => id)).toEqual(closed.map(({ id }) => id))
  expect(work.projects.open).toHaveLength(projects.length - closed.length)
  expect(work.projects.capacity.headcount).toBe(people)
  expect(new Set(work.practices.map((own) => own.uses.practice.id))).toEqual(
    new Set(region.records.practice.filter((each) => ours.has(each.author)).map(({ id }) => id)),
  )
})

test('a dissolved municipality leads to its successor, and the report says how', async () => {
  const report = municipalityScorecard(region, { municipality: kstovo, asOf, locale: 'ru' })
  expect(report.id).toBe(`municipality/${nizhny}`)
  expect(report.title).toBe('Нижний Новгород')
  const page = await text(report)
  expect(page).toContain(
    'Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000). Ниже — о правопреемнике.',
  )
  expect(page).toContain('Записи предшественников считаются здесь за все годы')
  expect(page).toContain('Состоит сразу в нескольких кустах: Кстовская фабрика (F01) и Фабрика № 11 (F11)')
  // Asked for by its own code, the city is not called a successor.
  const own = await text(municipalityScorecard(region, { municipality: nizhny, asOf, locale: 'ru' }))
  expect(own).not.toContain('Ниже — о правопреемнике')
  expect(own).toContain('Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000).')
})

test('before the merger Kstovo has a scorecard of its own', () => {
  const before = municipalityScorecard(region, { municipality: kstovo, asOf: '2025-04-03', locale: 'ru' })
  expect(before.id).toBe(`municipality/${kstovo}`)
})

test('the places are those of the summary, and equals share theirs', () => {
  const { practicesIn } = collectSummary(region, { asOf }).territory
  for (const { id } of region.territory.municipalitiesOn(asOf)) {
    const own = practicesIn.get(id) ?? 0
    const numbers = region.territory.municipalitiesOn(asOf).map((each) => practicesIn.get(each.id) ?? 0)
    const more = numbers.filter((number) => number > own).length
    const equal = numbers.filter((number) => number === own).length
    expect(card(id).place).toEqual({ place: more + 1, sharedWith: equal - 1, of: 50 })
  }
  expect(placeAmong(7, [9, 7, 7, 1])).toEqual({ place: 2, sharedWith: 1, of: 4 })
})

test('of 51 municipalities a place is “из 51 муниципалитета”', async () => {
  const before = municipalityScorecard(region, { municipality: ardatov, asOf: '2025-04-03', locale: 'ru' })
  expect(await text(before)).toContain('из 51 муниципалитета')
})

test('a place that is shared is said to be', async () => {
  expect(card(ardatov).place).toEqual({ place: 21, sharedWith: 4, of: 50 })
  const page = await text(municipalityScorecard(region, { municipality: ardatov, asOf, locale: 'ru' }))
  expect(page).toContain(
    'действует **71 практика** — 21–25-е места из 50 муниципалитетов, поровну с другими.',
  )
})

test('each adoption of a municipality stands once, under what became of it', () => {
  const { taken } = card('22549000')
  const shown = Object.values(taken).flat()
  const raw = region.records.adoption.filter((each) => each.municipality === '22549000')
  expect(new Set(shown.map(({ use }) => use.adoption.practice))).toEqual(
    new Set(raw.map((each) => each.practice)),
  )
  expect(taken.pending.map(({ use }) => use.adoption.practice)).toContain('ПР-0010')
  expect(taken.declined.every(({ use }) => use.adoption.status === 'declined')).toBe(true)
  expect(taken.declined.length).toBeGreaterThan(0)
})

test('a pending adoption is a decision to take, with what is missing in words', async () => {
  const page = await text(municipalityScorecard(region, { municipality: '22549000', asOf, locale: 'ru' }))
  expect(page).toMatch(/Нельзя сказать, действует ли: \d внедрени/)
  expect(page).toContain('не указана дата внедрения')
})

test('the last point of every trend is the figure itself, and there are eight quarters', () => {
  const report = municipalityScorecard(region, { municipality: nizhny, asOf, locale: 'ru' })
  const withTrend = metricsOf(report).filter((metric) => metric.trend !== undefined)
  expect(withTrend.length).toBeGreaterThanOrEqual(5)
  for (const { value, trend } of withTrend) {
    expect(trend).toHaveLength(8)
    expect(trend?.at(-1)?.value).toBe(value.as === 'number' ? value.value : undefined)
  }
})

test('the trend of practices in use is what the scorecard of each earlier day would say, where no bounds changed', () => {
  const history = quarterEnds(asOf, 8)
  const { history: points } = collectScorecard(region, { municipality: ardatov, asOf, history })
  expect(points.map(({ inUse }) => inUse)).toEqual(
    history.map((on) => collectScorecard(region, { municipality: ardatov, asOf: on }).taken['in-use'].length),
  )
  expect(points.at(-1)?.inUse).toBe(71)
})

test('a practice that meets a rule without a certificate is named as due', () => {
  const { work } = card(ardatov)
  expect(work.certificates.due).toMatchObject([{ practice: { id: 'ПР-0167' }, level: 'regional' }])
})

test('a municipality that is not in the register is refused by name', () => {
  expect(() => municipalityScorecard(region, { municipality: '99999999', asOf, locale: 'ru' })).toThrow(
    expect.objectContaining({ code: 'RECORD_UNKNOWN', details: { kind: 'municipality', id: '99999999' } }),
  )
})

test('a municipality of an empty register has a report without invented zeros of what nobody measured', async () => {
  const only = region.records.municipality.filter((each) => each.id === ardatov)
  const none = {
    factory: [],
    project: [],
    practice: [],
    adoption: [],
    check: [],
    defence: [],
    certificate: [],
  }
  const report = municipalityScorecard(snapshot(nizhnyNovgorod, { municipality: only, ...none }), {
    municipality: ardatov,
    asOf,
    locale: 'ru',
  })
  const page = await text(report)
  for (const said of [
    'Своих опубликованных практик пока нет',
    'не входит ни в один куст',
    '*не измерялось*',
    'Население:** *не указано*',
    'ни одна чужая практика здесь не действует',
    'На этот день у муниципалитета нет опубликованных практик',
  ]) {
    expect(page).toContain(said)
  }
})

test('a municipality that does not exist on the day has no place, and the report says since when it does', async () => {
  const municipality = region.records.municipality.map((each) =>
    each.id === ardatov ? { ...each, existsFrom: '2026-01-01' as const } : each,
  )
  const later = snapshot(nizhnyNovgorod, { ...region.records, municipality })
  expect(collectScorecard(later, { municipality: ardatov, asOf }).place).toBeUndefined()
  const page = await text(municipalityScorecard(later, { municipality: ardatov, asOf, locale: 'ru' }))
  expect(page).toContain('муниципалитета Ардатовский нет: он существует с 01.01.2026.')
  expect(page).toContain('*не определяется*')
})

test('before any wording of the rule is in force nothing is called in use and there is no place', async () => {
  const early = collectScorecard(region, { municipality: ardatov, asOf: '1999-12-31' })
  expect([early.countable, early.place]).toEqual([false, undefined])
  const page = await text(
    municipalityScorecard(region, { municipality: ardatov, asOf: '1999-12-31', locale: 'ru' }),
  )
  expect(page).toContain('правило тиражирования внедрений не считает')
})
