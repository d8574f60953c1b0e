import type { Row } from './rows.js'
import { by, successor, type Tables } from './tables.js'
import { all, any, type Verdict, verdict } from './verdict.js'

const TOOLS = 3
const ASSESSORS = 2
const BLOCK = 16
const BLOCKS = 80

export interface Spread {
  /** Municipalities with an adoption surely in force. */
  lo: number
  /** And those where one may be. */
  hi: number
}

/** In how many municipalities (successors as of `on`) a practice is in force. */
export function spread(tables: Tables, practice: string, on: string): Spread {
  const sure = new Set<string>()
  const possible = new Set<string>()
  for (const adoption of tables.adoptions.get(practice) ?? []) {
    const status = adoption.text('Статус')
    const implemented = adoption.date('Внедрено')
    const municipality = successor(tables, adoption.text('Муниципалитет'), on)
    if (status !== 'внедрено' && status !== 'внедряется') continue
    if (by(adoption.date('Прекращено'), on)) continue
    if (by(implemented, on)) {
      sure.add(municipality)
      possible.add(municipality)
    }
    if (implemented === undefined && status === 'внедрено') possible.add(municipality)
  }
  return { lo: sure.size, hi: possible.size }
}

export function replication({ lo, hi }: Spread, threshold: number): Verdict {
  if (lo >= threshold) return 'met'
  return hi < threshold ? 'unmet' : 'unknown'
}

export function regional(tables: Tables, practice: Row, on: string): Verdict {
  const source = practice.text('Исходный проект')
  const tools = tables.project.get(source)?.list('Инструменты')
  if (!tools) throw new Error(`No project ${source}`)
  const indicators = tables.indicators.get(source) ?? []
  return all([
    tools.length === 0 ? 'unknown' : verdict(new Set(tools).size >= TOOLS),
    indicators.length === 0 ? 'unknown' : any(indicators.map((indicator) => improved(indicator, on))),
    checkedAndDefended(tables, practice, on),
  ])
}

export function federal(tables: Tables, practice: Row, on: string, threshold: number): Verdict {
  const code = practice.text('Код')
  const certificates = tables.certificatesOf.get(code) ?? []
  return all([
    regional(tables, practice, on),
    replication(spread(tables, code, on), threshold),
    any(certificates.map((row) => verdict(row.text('Уровень') === 'региональный' && valid(row, on)))),
    any(defended(tables, code, 'федеральный', on).map(() => 'met')),
  ])
}

/** Whether a certificate is issued by the date and not revoked by it. */
export function valid(certificate: Row, on: string): boolean {
  return by(certificate.date('Выдан'), on) && !by(certificate.date('Отозван'), on)
}

/** By at least 10 %, lower being better. */
function improved(indicator: Row, on: string): Verdict {
  const measured = indicator.date('Дата факта')
  if (measured !== undefined && measured > on) return 'unmet'
  const base = indicator.millionths('База')
  const result = indicator.millionths('Факт')
  if (base === undefined || result === undefined || base === 0n) return 'unknown'
  return verdict((base - result) * 10n >= base)
}

function checkedAndDefended(tables: Tables, practice: Row, on: string): Verdict {
  const code = practice.text('Код')
  const defences = defended(tables, code, 'региональный', on)
  return any(
    (tables.checks.get(code) ?? []).map((check) => {
      const held = check.date('Дата')
      const followed = defences.some((date) => held !== undefined && date >= held)
      return all([verdict(by(held, on)), verdict(followed), accepted(tables, check, practice)])
    }),
  )
}

/** What a check itself must show, whatever the date. */
function accepted(tables: Tables, check: Row, practice: Row): Verdict {
  const held = check.date('Дата') ?? ''
  const author = successor(tables, practice.text('Муниципалитет-автор'), held)
  const assessors = new Set(check.list('Проверяющие').map((code) => successor(tables, code, held)))
  const blocks = [1, 2, 3, 4, 5].map((number) => check.text(`Блок ${number}`))
  const total = blocks.reduce((sum, score) => sum + Number(score), 0)
  const signed = check.text('Подписано обеими сторонами')
  const findings = check.text('Открытых замечаний')
  return all([
    assessors.size === 0 ? 'unknown' : verdict(assessors.size >= ASSESSORS),
    verdict(!assessors.has(author)),
    ...blocks.map((score) => (score === '' ? 'unknown' : verdict(Number(score) >= BLOCK))),
    blocks.includes('') ? 'unknown' : verdict(total >= BLOCKS),
    signed === '' ? 'unknown' : verdict(signed === 'да'),
    findings === '' ? 'unknown' : verdict(Number(findings) === 0),
  ])
}

/** The dates of the passed defences of a level, by `on`. */
function defended(tables: Tables, practice: string, level: string, on: string): string[] {
  return (tables.defences.get(practice) ?? []).flatMap((defence) => {
    const date = defence.date('Дата')
    const passed = defence.text('Уровень') === level && defence.text('Решение') === 'защищён'
    return passed && date !== undefined && date <= on ? [date] : []
  })
}
