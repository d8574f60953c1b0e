import { join } from 'node:path'
import { recordKinds, type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { markdown } from '@tirazh/render-markdown'
import {
  type BuildOptions,
  certificationRegister,
  dynamicsReport,
  effectsReport,
  practiceCertificate,
  render,
  reportIssues,
} from '@tirazh/report'
import { type Block, type Locale, type Report, type TypedValue, valuesOf } from '@tirazh/spec'
import { beforeAll, describe, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'

type Builder = (snapshot: Snapshot, options: BuildOptions) => Report

const overall: [string, Builder][] = [
  ['the register of certificates', certificationRegister],
  ['the report on effects', effectsReport],
  ['the report on dynamics', dynamicsReport],
]
const builders: [string, Builder][] = [
  ...overall,
  ['a certificate', (region, options) => practiceCertificate(region, { ...options, certificate: 'Р-0001' })],
  ['a revoked one', (region, options) => practiceCertificate(region, { ...options, certificate: 'Р-0206' })],
  ['a doubtful one', (region, options) => practiceCertificate(region, { ...options, certificate: 'Р-0193' })],
]

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

const made = new Map<string, Report>()
function report(name: string, build: Builder, locale: Locale): Report {
  const key = `${name} ${locale}`
  const known = made.get(key) ?? build(region, { asOf, locale, notice: 'Demo' })
  made.set(key, known)
  return known
}

function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [
    block,
    ...(block.type === 'columns' ? block.columns.flatMap(everyBlock) : []),
    ...(block.type === 'callout' ? everyBlock(block.blocks) : []),
  ])
}

function figuresIn(blocks: readonly Block[]): TypedValue[] {
  return blocks
    .flatMap(valuesOf)
    .filter((value): value is TypedValue => typeof value !== 'string')
    .filter(({ as }) => as === 'number' || as === 'share' || as === 'money' || as === 'interval')
}

describe.each(builders)('%s', (name, build) => {
  test('is a valid document in both languages', () => {
    expect(reportIssues(report(name, build, 'ru'))).toEqual([])
    expect(reportIssues(report(name, build, 'en'))).toEqual([])
  })

  test('carries the same numbers in the same order in both languages', () => {
    const numbers = (value: unknown): number[] =>
      typeof value === 'number'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(numbers)
          : []
    expect(numbers(report(name, build, 'en').blocks)).toEqual(numbers(report(name, build, 'ru').blocks))
  })

  test('names only records that are in the register', () => {
    const known = new Map<string, ReadonlySet<string>>(
      recordKinds.map((kind) => [kind, new Set(region.records[kind].map(({ id }) => id))]),
    )
    const values = everyBlock(report(name, build, 'ru').blocks).flatMap(valuesOf)
    const named = values.flatMap((value): [string, string][] => {
      if (typeof value === 'string') return []
      const groups = 'basis' in value ? (value.basis?.records ?? []) : []
      const own: [string, string][] =
        value.as === 'reference' && value.record !== undefined ? [[value.record.kind, value.record.id]] : []
      return [...own, ...groups.flatMap(({ kind, ids }) => ids.map((id): [string, string] => [kind, id]))]
    })
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(([kind, id]) => known.get(kind)?.has(id) !== true)).toEqual([])
  })

  test('leads only to reports by id, and says nothing is official', () => {
    const text = JSON.stringify(report(name, build, 'ru')) + JSON.stringify(report(name, build, 'en'))
    const reports = [...text.matchAll(/"report":"([^"]+)"/g)].map(([, id]) => id)
    expect(
      reports.filter((id) => !/^(passport|municipality|factory|certificate)\/[^/]+$/.test(id ?? '')),
    ).toEqual([])
    expect(text).not.toMatch(/official|официальн/i)
  })

  test('carries the notice and is the same every time', () => {
    const again = build(region, { asOf, locale: 'ru', notice: 'Demo' })
    expect(JSON.stringify(again)).toBe(JSON.stringify(report(name, build, 'ru')))
    expect(again.notice).toBe('Demo')
  })
})

describe.each(overall)('%s', (name, build) => {
  test('says of every headline figure and every cell how it was counted and from what', () => {
    const blocks = everyBlock(report(name, build, 'ru').blocks).filter(
      (block) => block.type === 'metrics' || (block.type === 'table' && !settings.has(block.caption)),
    )
    const figures = figuresIn(blocks)
    expect(figures.length).toBeGreaterThan(20)
    expect(figures.filter((value) => !('basis' in value) || value.basis === undefined)).toEqual([])
  })

  test('of an empty register says so, and invents no figures', async () => {
    const nothing = {
      municipality: [],
      factory: [],
      project: [],
      practice: [],
      adoption: [],
      check: [],
      defence: [],
      certificate: [],
    }
    const empty = build(snapshot(nizhnyNovgorod, nothing), { asOf, locale: 'ru' })
    expect(reportIssues(empty)).toEqual([])
    const page = (await render(empty, markdown())).body.replaceAll('\u00a0', ' ')
    const saying = {
      'the register of certificates': 'На этот день открытых вопросов по сертификатам нет.',
      'the report on effects': 'трудоёмкость с годовым объёмом не измерялась',
      'the report on dynamics': 'Высвобождено человеко-часов в год: *не измерялось*',
    }[name]
    expect(page).toContain(saying)
    const shown = figuresIn(everyBlock(empty.blocks).filter(({ type }) => type !== 'table'))
    expect(shown.filter((value) => 'value' in value && value.value !== 0)).toEqual([])
  })
})

/** Tables of parameters: their figures are set, not counted. */
const settings: ReadonlySet<string> = new Set([
  'Настройки поправки и откуда они взяты',
  'Замеры по числу подтверждённых условий',
])
