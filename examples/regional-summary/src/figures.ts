import { certificateLevels, idsOf, projectResults } from '@tirazh/core'
import type { PolicyId, RegionalSummary } from '@tirazh/report'
import type { PlainDate, Truth } from '@tirazh/spec'

/** The figures as the register's own `expected.json` states them: names of words in Russian, codes sorted. */
export interface Figures {
  readonly dates: Readonly<Record<PlainDate, FiguresOnDate>>
  /** Each practice published by the last day, on that day. */
  readonly perPractice: Readonly<Record<string, PracticeFigures>>
}

export interface FiguresOnDate {
  readonly practicesPublished: number
  readonly replicated: StatusCounts
  readonly eligibleRegional: StatusCounts
  readonly eligibleFederal: StatusCounts
  readonly processesFinished: number
  readonly processesByResult: Readonly<Record<string, number>>
  readonly labourHoursReleasedPerYear: number
  readonly headcountReleased: number
  readonly indicatorsWorsened: number
  readonly indicatorsMissing: number
  readonly municipalities: number
  readonly factoriesOpen: number
  readonly municipalitiesUncovered: readonly string[]
  readonly municipalitiesInTwoClusters: readonly string[]
  readonly adoptionsActive: number
  readonly certificatesValid: Readonly<Record<string, number>>
  readonly unknownReplication: readonly string[]
}

export interface StatusCounts {
  readonly met: number
  readonly unknown: number
  readonly unmet: number
}

export interface PracticeFigures {
  /** The certain number of municipalities. */
  readonly lo: number
  /** The possible number; `null` where there is no limit. */
  readonly hi: number | null
  readonly replication: Truth
  readonly regional: Truth
  readonly federal: Truth
}

/** The figures of one summary. */
export function figuresOnDate(summary: RegionalSummary): FiguresOnDate {
  const { verdicts, processes, capacity, territory, certificates } = summary
  const counts = (policy: PolicyId): StatusCounts => ({
    met: verdicts[policy].met.length,
    unknown: verdicts[policy].unknown.length,
    unmet: verdicts[policy].unmet.length,
  })
  return {
    practicesPublished: summary.practices.length,
    replicated: counts('replication'),
    eligibleRegional: counts('regional'),
    eligibleFederal: counts('federal'),
    processesFinished: processes.finished.length,
    processesByResult: Object.fromEntries(
      idsOf(projectResults).map((id) => [projectResults[id].ru, processes.byResult[id]]),
    ),
    labourHoursReleasedPerYear: capacity.labourHoursPerYear,
    headcountReleased: capacity.headcount,
    indicatorsWorsened: capacity.worsened.length,
    indicatorsMissing: capacity.missing.length,
    municipalities: territory.municipalities.length,
    factoriesOpen: territory.coverage.openFactories.length,
    municipalitiesUncovered: territory.coverage.uncovered,
    municipalitiesInTwoClusters: territory.coverage.inSeveralClusters,
    adoptionsActive: summary.adoptions.active,
    certificatesValid: Object.fromEntries(
      idsOf(certificateLevels).map((id) => [certificateLevels[id].ru, certificates.valid[id].length]),
    ),
    unknownReplication: verdicts.replication.unknown.toSorted(),
  }
}

/** Each practice of the last summary. */
export function figuresPerPractice(summary: RegionalSummary): Record<string, PracticeFigures> {
  return Object.fromEntries(
    summary.practices.map(({ practice, municipalities, status }) => [
      practice.id,
      { lo: municipalities.low, hi: municipalities.high, ...status },
    ]),
  )
}
