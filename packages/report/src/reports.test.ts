import { join } from 'node:path'
import { type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { markdown } from '@tirazh/render-markdown'
import {
  collectPassport,
  collectSummary,
  practicePassport,
  regionalSummary,
  render,
  reportIssues,
} from '@tirazh/report'
import { explain } from '@tirazh/rules'
import type { Block, Locale, Report } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../examples/regional-summary/register')
const asOf = '2025-12-24'

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

const text = async (report: Report): Promise<string> =>
  (await render(report, markdown())).body.replaceAll('\u00a0', ' ').replaceAll('\\', '')

const passport = (practice: string, locale: Locale): Report =>
  practicePassport(region, { practice, asOf, locale })

test('the passport of the Kstovo practice explains 30 → 4 and “more than 20 times” in Russian', async () => {
  const page = await text(passport('ПР-0001', 'ru'))
  expect(page).toContain('**30** → **4** (−86,7 %, в 7,5 раза)')
  expect(page).toContain('**420** → **20** (−95,2 %, более чем в 20 раз)')
  expect(page).toContain('более чем в 20 раз (в 21 раз)')
  expect(page).toContain('Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000)')
})

test('and in English', async () => {
  const page = await text(passport('ПР-0001', 'en'))
  expect(page).toContain('**30** → **4** (−86.7%, 7.5 times)')
  expect(page).toContain('**420** → **20** (−95.2%, more than 20 times)')
})

test('the passport shows each adoption as counted or not, with the reason', () => {
  const { adoptions } = collectPassport(region, { practice: 'ПР-0001', asOf })
  expect(adoptions.filter((line) => line.standing === 'counted')).toHaveLength(18)
  expect(adoptions.filter((line) => line.standing === 'rejected').map((line) => line.adoption.id)).toEqual([
    'Т-000019',
  ])
})

test('the passport explains eligibility step by step, in both languages', async () => {
  const ru = await text(passport('ПР-0001', 'ru'))
  for (const step of [
    'Инструменты исходного проекта: 4 инструмента',
    'Улучшенные показатели исходного проекта: 2 показателя',
    'Успешные проверки с защитой после них: 1 проверка',
    'ПП-0001 + З-0001',
    'Действующий региональный сертификат: 1 сертификат',
    'Успешная федеральная защита: 1 защита',
    'статус: запланировано, требуется внедрено или внедряется',
  ]) {
    expect(ru).toContain(step)
  }
  const en = await text(passport('ПР-0001', 'en'))
  expect(en).toContain('Successful checks followed by a passed defence: 1 check')
  expect(en).toContain('status: planned, implemented or in progress required')
})

test('every unknown verdict names the record and the field that is missing', () => {
  const { verdicts } = collectSummary(region, { asOf })
  expect(verdicts.replication.unknown).toHaveLength(4)
  for (const id of verdicts.replication.unknown) {
    const verdict = region.assess('replication', id, { asOf })
    const [missing] = verdict.finding?.missing ?? []
    expect(missing).toMatchObject({ record: { kind: 'adoption' }, field: 'implementedOn' })
    expect(explain(verdict, 'ru').summary).toContain(`не указана дата внедрения: ${missing?.record.id}`)
    expect(explain(verdict, 'en').summary).toContain(
      `the date of implementation is missing: ${missing?.record.id}`,
    )
  }
})

test('a practice with 15 codes but 14 municipalities names the merger', () => {
  const merged = region.practices.flatMap((practice) => {
    const { finding } = region.assess('replication', practice.id, { asOf })
    const counted = finding?.evidence?.[0]?.counted ?? []
    const codes = new Set(counted.map((witness) => witness.succession?.from ?? witness.value))
    return codes.size === 15 && finding?.actual?.low === 14 ? [practice.id] : []
  })
  expect(merged.length).toBeGreaterThan(0)
  for (const id of merged) {
    const said = JSON.stringify(explain(region.assess('replication', id, { asOf }), 'ru'))
    expect(said).toMatch(/с \d\d\.\d\d\.\d{4} входит в/)
    expect(said).toContain('считается один раз')
  }
})

test('the summary opens with the finding and shows three counters apart, each with its rule and date', async () => {
  const report = regionalSummary(region, { asOf, locale: 'ru', notice: 'Демонстрационные данные' })
  const page = await text(report)
  expect(page).toContain(
    'На 24 декабря 2025 г. тиражировано практик: **170** из 215 опубликованных; каждая действует не менее чем в 15 муниципалитетах',
  )
  expect(page.startsWith('> **Демонстрационные данные**')).toBe(true)
  const metrics = report.blocks.find(
    (block): block is Extract<Block, { type: 'metrics' }> => block.type === 'metrics',
  )
  expect(metrics?.items.map((item) => item.value)).toMatchObject([
    { value: 2300 },
    { value: 170 },
    { value: 3388 },
  ])
  for (const item of metrics?.items ?? []) {
    const basis = 'basis' in item.value ? item.value.basis : undefined
    expect(basis?.rule).toContain('24.12.2025')
    // Every figure is as many records as it says.
    expect(basis?.records[0]?.ids.length).toBe('value' in item.value ? item.value.value : undefined)
  }
})

test('the summary lists what needs a decision', async () => {
  const page = await text(regionalSummary(region, { asOf, locale: 'ru' }))
  for (const line of [
    'не хватает сведений для решения по 4 практикам',
    'Результат хуже базы: 109 показателей',
    'Без базы или факта: 67 показателей',
    'Нижний Новгород (22701000) состоит сразу в нескольких кустах: Кстовская фабрика (F01) и Фабрика № 11 (F11)',
    'Кстовская фабрика (F01): муниципалитета, где она размещена, больше нет — Кстовский (22637000) с 04.04.2025',
    'Основание не подтверждается: 58 сертификатов',
  ]) {
    expect(page).toContain(line)
  }
})

test('both languages say the same: equal numbers in the same order', () => {
  const numbers = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(numbers)
        : []
  const ru = regionalSummary(region, { asOf, locale: 'ru' })
  const en = regionalSummary(region, { asOf, locale: 'en' })
  expect(numbers(en.blocks)).toEqual(numbers(ru.blocks))
})

test('every threshold in a report says that it is a default of the SDK', () => {
  const { provenance } = regionalSummary(region, { asOf, locale: 'ru' })
  const params = provenance.policies.flatMap((policy) => policy.params)
  expect(params).toHaveLength(6)
  for (const param of params) expect(param.origin).toBe('значение SDK по умолчанию')
})

test('an empty register gives a report that says so, not one with invented zeros', async () => {
  const empty = snapshot(nizhnyNovgorod, {
    municipality: [],
    factory: [],
    project: [],
    practice: [],
    adoption: [],
    check: [],
    defence: [],
    certificate: [],
  })
  const report = regionalSummary(empty, { asOf, locale: 'ru' })
  expect(reportIssues(report)).toEqual([])
  expect(await text(report)).toContain('На этот день открытых вопросов нет.')
})

test('a report with a row of another width or a figure that is no number is refused with the place', async () => {
  const report: Report = {
    ...regionalSummary(region, { asOf, locale: 'ru' }),
    blocks: [
      { type: 'table', caption: 'т', columns: [{ title: 'а' }, { title: 'б' }], rows: [['1']] },
      { type: 'paragraph', content: [{ as: 'number', value: Number.NaN }] },
    ],
  }
  await expect(render(report, markdown())).rejects.toMatchObject({
    code: 'REPORT_INVALID',
    details: {
      issues: [
        { code: 'REPORT_ROW_WIDTH', path: ['blocks', 0, 'rows', 0] },
        { code: 'REPORT_NUMBER', path: ['blocks', 1, 'content', 0, 'value'] },
      ],
    },
  })
})
