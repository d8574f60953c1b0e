import { join } from 'node:path'
import { type Factory, type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { markdown } from '@tirazh/render-markdown'
import { collectFactory, collectSummary, factoryReport, populationOf, render } from '@tirazh/report'
import type { Block, Report } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

const text = async (report: Report): Promise<string> =>
  (await render(report, markdown())).body.replaceAll('\u00a0', ' ').replaceAll('\\', '')

const page = (factory: string): Promise<string> =>
  text(factoryReport(region, { factory, asOf, locale: 'ru' }))

/** The register with one training site changed. */
function withFactory(id: string, change: (factory: Factory) => Factory): Snapshot {
  const factory = region.records.factory.map((each) => (each.id === id ? change(each) : each))
  return snapshot(nizhnyNovgorod, { ...region.records, factory })
}

test('over all training sites the figures add up to those of the region', () => {
  const sites = region.records.factory.map(({ id }) => collectFactory(region, { factory: id, asOf }))
  const summary = collectSummary(region, { asOf })
  const sum = (of: (site: (typeof sites)[number]) => number): number =>
    sites.reduce((total, site) => total + of(site), 0)
  expect(sum((site) => site.work.projects.finished.length)).toBe(summary.processes.finished.length)
  expect(sum((site) => site.work.projects.capacity.headcount)).toBe(summary.capacity.headcount)
  expect(sum((site) => site.work.practices.length)).toBe(summary.practices.length)
  expect(sum((site) => site.work.certificates.valid.length)).toBe(69 + 17)
  // 50 municipalities, one of which belongs to two clusters.
  expect(sum((site) => site.coverage.served.length)).toBe(51)
  expect(new Set(sites.flatMap((site) => site.coverage.served.map(({ id }) => id))).size).toBe(50)
})

test('the stages of its projects are counted from the raw dates; a stage without any day is unknown', async () => {
  const projects = region.records.project.filter((each) => each.factory === 'F01')
  const by = (field: 'openedOn' | 'diagnosedOn' | 'implementedOn' | 'closedOn'): number =>
    projects.filter((each) => (each[field] ?? '9') <= asOf).length
  const { funnel } = collectFactory(region, { factory: 'F01', asOf })
  expect(funnel.map(({ stage, reached, recorded }) => [stage, reached.length, recorded])).toEqual([
    ['opening', by('openedOn'), true],
    ['diagnostics', by('diagnosedOn'), true],
    ['implementation', by('implementedOn'), true],
    ['closing', 126, true],
    ['monitoring', 0, false],
  ])
  expect(await page('F01')).toContain('| Постпроектный мониторинг | *дни не записаны* |')
})

test('a stage that must have been gone through without a day is told apart', () => {
  const project = region.records.project.map((each) => {
    if (each.id !== 'П-00002') return each
    const { diagnosedOn: _, ...rest } = each
    return rest
  })
  const { funnel } = collectFactory(snapshot(nizhnyNovgorod, { ...region.records, project }), {
    factory: 'F01',
    asOf,
  })
  expect(funnel[1]?.undated.map(({ id }) => id)).toEqual(['П-00002'])
})

test('a dissolved host, a dissolved member and a municipality of two clusters are explained', async () => {
  const said = await page('F01')
  for (const line of [
    'Муниципалитета, где площадка размещена, больше нет: Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000)',
    'В составе куста упразднённый муниципалитет: Кстовский (22637000) с 04.04.2025',
    'Состоит сразу в нескольких кустах: 1 муниципалитет.',
    'площадка обслуживает **3 муниципалитета** из 50.',
  ]) {
    expect(said).toContain(line)
  }
})

test('people are counted as far as they are recorded, and where they are not it is said', async () => {
  const said = await page('F01')
  expect(said).toContain('не менее 1 237 128 чел.')
  expect(said).toContain('население не записано у 2 из 3 муниципалитетов куста')
  expect(populationOf(region.records.municipality).unknown.length).toBe(
    region.records.municipality.filter((each) => each.population === undefined).length,
  )
})

test('the share of people is given where the population of the whole region is known', async () => {
  const municipality = region.records.municipality.map((each) => ({ ...each, population: 1000 }))
  const known = snapshot(nizhnyNovgorod, { ...region.records, municipality })
  const said = await text(factoryReport(known, { factory: 'F01', asOf, locale: 'ru' }))
  expect(said).toContain('**3 000 чел.** | ')
  expect(said).toContain('6 % населения региона')
  expect(said).not.toContain('население не записано')
})

test('without a single recorded population the people are unknown and not none', async () => {
  const municipality = region.records.municipality.map(({ population: _, ...each }) => each)
  const unknown = snapshot(nizhnyNovgorod, { ...region.records, municipality })
  const said = await text(factoryReport(unknown, { factory: 'F02', asOf, locale: 'ru' }))
  expect(said).toMatch(/\| Обслуживает жителей \| [*]+не указано[*]+ \|/)
  expect(said).toContain('население не записано у 3 из 3')
})

test('its best indicators stand before and after on one scale, and the published Kstovo case is among them', () => {
  const { improved } = collectFactory(region, { factory: 'F01', asOf })
  const { blocks } = factoryReport(region, { factory: 'F01', asOf, locale: 'ru' })
  const chart = blocks.find(
    (block): block is Extract<Block, { chart: 'dumbbell' }> =>
      block.type === 'chart' && block.chart === 'dumbbell',
  )
  expect(chart?.items).toHaveLength(10)
  expect(chart?.items.find(({ label }) => label === 'Жалобы · П-КСТОВО')).toMatchObject({
    from: 100,
    to: 4.8,
  })
  for (const { indicator, effect } of improved) {
    expect(effect.change).toBeCloseTo((indicator.result - indicator.base) / indicator.base, 9)
  }
  const sizes = improved.map(({ effect }) => Math.abs(effect.change))
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
})

test('the municipalities of the cluster stand side by side and their projects add up to those of the site', () => {
  const { municipalities, work } = collectFactory(region, { factory: 'F01', asOf })
  expect(municipalities.map(({ code }) => code).sort()).toEqual(['22510000', '22530000', '22701000'])
  expect(municipalities.flatMap(({ finished }) => finished)).toHaveLength(work.projects.finished.length)
  expect(municipalities.flatMap(({ practices }) => practices)).toHaveLength(work.practices.length)
})

test('a site serves nobody before it opens and after it closes, and says so', async () => {
  const before = collectFactory(region, { factory: 'F01', asOf: '2018-03-14' })
  expect([before.open, before.coverage.served]).toEqual([false, []])
  expect(await text(factoryReport(region, { factory: 'F01', asOf: '2018-03-14', locale: 'ru' }))).toContain(
    'площадка ещё не открыта: она открывается 15 марта 2018 г.',
  )
  const closed = withFactory('F01', (factory) => ({ ...factory, closedOn: '2025-06-01' }))
  const said = await text(factoryReport(closed, { factory: 'F01', asOf, locale: 'ru' }))
  expect(said).toContain('площадка закрыта: она не работает с 1 июня 2025 г.')
  expect(said).toMatch(/Площадка не работает, а не закрыто: 4 проекта/)
})

test('a member belongs to the cluster between its days only', () => {
  const moved = withFactory('F01', (factory) => ({
    ...factory,
    cluster: [
      { municipality: '22530000', from: '2018-03-15', until: asOf },
      { municipality: '22510000', from: '2018-03-15' },
    ],
  }))
  const { members, coverage, municipalities } = collectFactory(moved, { factory: 'F01', asOf })
  expect(members.map(({ belongs }) => belongs)).toEqual([false, true])
  expect(coverage.served.map(({ id }) => id)).toEqual(['22510000'])
  // Who has projects there is compared all the same, told apart from the members.
  expect(
    municipalities
      .filter(({ served }) => !served)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['22530000', '22701000'])
})

test('a training site that is not in the register is refused by name', () => {
  expect(() => factoryReport(region, { factory: 'F99', asOf, locale: 'ru' })).toThrow(
    expect.objectContaining({ code: 'RECORD_UNKNOWN', details: { kind: 'factory', id: 'F99' } }),
  )
})

test('a site without any other record has a report that says what is not known', async () => {
  const factory = region.records.factory.filter((each) => each.id === 'F01')
  const none = {
    municipality: [],
    project: [],
    practice: [],
    adoption: [],
    check: [],
    defence: [],
    certificate: [],
  }
  const report = factoryReport(snapshot(nizhnyNovgorod, { ...none, factory }), {
    factory: 'F01',
    asOf,
    locale: 'ru',
  })
  const said = await text(report)
  for (const line of [
    'площадка не обслуживает ни одного муниципалитета',
    '*не измерялось*',
    'нет ни одного проекта с датами',
    'Улучшений с измеренными базой и фактом на этот день нет.',
    'не выросло ни одной опубликованной практики',
  ]) {
    expect(said).toContain(line)
  }
})
