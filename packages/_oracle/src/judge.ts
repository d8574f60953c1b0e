import type { RegisterFiles } from './register.js'
import type { Row } from './rows.js'
import { federal, regional, replication, spread, valid } from './rules.js'
import { by, successor, type Tables, tablesOf } from './tables.js'
import type { Verdict } from './verdict.js'

/** The least number of municipalities of a replicated practice, unless the caller says another. */
const THRESHOLD = 15
const MILLION = 1_000_000n

export interface JudgeOptions {
  /** `2025-12-24`; at least one. */
  dates: readonly string[]
  /** Instead of 15. */
  threshold?: number
}

/** What the rules give for a register: the shape of the bundled `expected.json`. */
export interface Expected {
  dates: Record<string, ExpectedOnDate>
  /** The practices published by the latest date, on that date. */
  perPractice: Record<string, ExpectedPractice>
}

export interface ExpectedOnDate {
  practicesPublished: number
  replicated: VerdictCounts
  eligibleRegional: VerdictCounts
  eligibleFederal: VerdictCounts
  processesFinished: number
  processesByResult: Record<'улучшен' | 'ускорен' | 'упрощён', number>
  /** Hours, two decimals, halves away from zero. */
  labourHoursReleasedPerYear: number
  headcountReleased: number
  indicatorsWorsened: number
  indicatorsMissing: number
  municipalities: number
  factoriesOpen: number
  municipalitiesUncovered: string[]
  municipalitiesInTwoClusters: string[]
  adoptionsActive: number
  certificatesValid: Record<'региональный' | 'федеральный', number>
  unknownReplication: string[]
}

export interface ExpectedPractice {
  lo: number
  hi: number
  replication: Verdict
  regional: Verdict
  federal: Verdict
}

export type VerdictCounts = Record<Verdict, number>

/** Applies the rules of the register's README to its files. Throws TypeError when no date is given. */
export function judge(files: RegisterFiles, options: JudgeOptions): Expected {
  const { dates, threshold = THRESHOLD } = options
  const latest = [...dates].sort().at(-1)
  if (latest === undefined) throw new TypeError('Give at least one date')
  const tables = tablesOf(files)
  return {
    dates: Object.fromEntries(dates.map((on) => [on, onDate(tables, on, threshold)])),
    perPractice: Object.fromEntries(practicesOn(tables, latest, threshold)),
  }
}

function onDate(tables: Tables, on: string, threshold: number): ExpectedOnDate {
  const practices = practicesOn(tables, on, threshold)
  return {
    practicesPublished: practices.size,
    replicated: countVerdicts(practices, 'replication'),
    eligibleRegional: countVerdicts(practices, 'regional'),
    eligibleFederal: countVerdicts(practices, 'federal'),
    ...finished(tables, on),
    ...territory(tables, on),
    adoptionsActive: sum(tables.practices.map((practice) => spread(tables, practice.text('Код'), on).lo)),
    certificatesValid: {
      региональный: validCertificates(tables, 'региональный', on),
      федеральный: validCertificates(tables, 'федеральный', on),
    },
    unknownReplication: [...practices]
      .filter(([, practice]) => practice.replication === 'unknown')
      .map(([code]) => code)
      .sort(),
  }
}

/** Only the published ones. */
function practicesOn(tables: Tables, on: string, threshold: number): Map<string, ExpectedPractice> {
  const published = tables.practices.filter((practice) => by(practice.date('Опубликована'), on))
  return new Map(
    published.map((practice) => {
      const { lo, hi } = spread(tables, practice.text('Код'), on)
      const verdicts = {
        replication: replication({ lo, hi }, threshold),
        regional: regional(tables, practice, on),
        federal: federal(tables, practice, on, threshold),
      }
      return [practice.text('Код'), { lo, hi, ...verdicts }]
    }),
  )
}

function countVerdicts(
  practices: Map<string, ExpectedPractice>,
  rule: 'replication' | 'regional' | 'federal',
): VerdictCounts {
  const counts = { met: 0, unknown: 0, unmet: 0 }
  for (const practice of practices.values()) counts[practice[rule]]++
  return counts
}

type Finished = Pick<
  ExpectedOnDate,
  | 'processesFinished'
  | 'processesByResult'
  | 'labourHoursReleasedPerYear'
  | 'headcountReleased'
  | 'indicatorsWorsened'
  | 'indicatorsMissing'
>

/** The finished projects and their indicators, whenever those were measured. */
function finished(tables: Tables, on: string): Finished {
  const projects = tables.projects.filter((project) => by(project.date('Закрытие'), on))
  const withResult = (result: string): number =>
    projects.filter((project) => project.text('Результат') === result).length
  let labour = 0n
  let headcount = 0n
  let worsened = 0
  let missing = 0
  for (const indicator of projects.flatMap((project) => indicatorsOf(tables, project))) {
    const base = indicator.millionths('База')
    const result = indicator.millionths('Факт')
    if (base === undefined || result === undefined) {
      missing++
      continue
    }
    if (result > base) worsened++
    if (indicator.text('Показатель') === 'Численность') headcount += base - result
    if (indicator.text('Показатель') === 'Трудоёмкость') {
      // An unknown volume is not zero hours released, but there is nothing to add to the sum.
      labour += (base - result) * (indicator.millionths('Объём в год') ?? 0n)
    }
  }
  return {
    processesFinished: projects.length,
    processesByResult: {
      улучшен: withResult('улучшен'),
      ускорен: withResult('ускорен'),
      упрощён: withResult('упрощён'),
    },
    labourHoursReleasedPerYear: Number(roundedQuotient(labour * 100n, 60n * MILLION * MILLION)) / 100,
    headcountReleased: Number(headcount) / Number(MILLION),
    indicatorsWorsened: worsened,
    indicatorsMissing: missing,
  }
}

function indicatorsOf(tables: Tables, project: Row): Row[] {
  return tables.indicators.get(project.text('Код')) ?? []
}

type Territory = Pick<
  ExpectedOnDate,
  'municipalities' | 'factoriesOpen' | 'municipalitiesUncovered' | 'municipalitiesInTwoClusters'
>

function territory(tables: Tables, on: string): Territory {
  const existing = tables.municipalities
    .filter((row) => {
      const from = row.date('Действует с')
      return (from === undefined || from <= on) && !by(row.date('Действует по'), on)
    })
    .map((row) => row.text('ОКТМО'))
    .sort()
  const open = tables.factories.filter(
    (factory) => by(factory.date('Открыта'), on) && !by(factory.date('Закрыта'), on),
  )
  const clusters = open.map(
    (factory) => new Set(factory.list('Куст').map((code) => successor(tables, code, on))),
  )
  const timesCovered = (code: string): number => clusters.filter((cluster) => cluster.has(code)).length
  return {
    municipalities: existing.length,
    factoriesOpen: open.length,
    municipalitiesUncovered: existing.filter((code) => timesCovered(code) === 0),
    municipalitiesInTwoClusters: existing.filter((code) => timesCovered(code) >= 2),
  }
}

function validCertificates(tables: Tables, level: string, on: string): number {
  return tables.certificates.filter((row) => row.text('Уровень') === level && valid(row, on)).length
}

/** To the nearest whole, halves away from zero; the divisor is positive. */
function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (size * 2n + divisor) / (divisor * 2n)
  return dividend < 0n ? -rounded : rounded
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
