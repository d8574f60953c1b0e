import type { Snapshot } from '@tirazh/core'
import { exact } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import { collectSummary, type RegionalSummary } from '../summary/collect.js'
import { changeOf, type FigureChange } from './change.js'
import { sameDays } from './days.js'

/** The figures of the programme on the same day of several years, before any wording. */
export interface Dynamics {
  readonly asOf: PlainDate
  /** Oldest first; the last is the day itself. */
  readonly days: readonly DynamicsDay[]
  /** From each day to the next: one less than there are days. */
  readonly changes: readonly DynamicsChange[]
}

/** What is counted. */
export type Measure =
  | 'processes'
  | 'practices'
  | 'replicated'
  | 'adoptions'
  | 'certificates'
  | 'hours'
  | 'people'

export const measures: readonly Measure[] = [
  'processes',
  'practices',
  'replicated',
  'adoptions',
  'certificates',
  'hours',
  'people',
]

export interface DynamicsDay {
  readonly on: PlainDate
  /**
   * The same figures as in the summary of the day. Hours and people are absent where nothing of the kind had
   * been measured, which is not zero.
   */
  readonly figures: Readonly<Record<Measure, number | undefined>>
  /** The records behind each figure. */
  readonly records: Readonly<Record<Measure, readonly string[]>>
  /** Published practices for which the rule of replication gives no answer on the day. */
  readonly undecided: readonly string[]
  readonly coverage: CoverageLine
}

/** How many of the municipalities of the day an open training site serves. */
export interface CoverageLine {
  readonly municipalities: readonly string[]
  readonly served: readonly string[]
  /** A part of one; absent where the register has no municipality. */
  readonly share: number | undefined
  /** Of the people; absent unless the population of every municipality of the day is recorded. */
  readonly population: number | undefined
}

export interface DynamicsChange {
  readonly from: PlainDate
  readonly to: PlainDate
  /** Absent where a figure is. */
  readonly figures: Readonly<Record<Measure, FigureChange | undefined>>
  /** Percentage points: 0.1 to 0.15 is 5. */
  readonly coverage: number | undefined
}

/**
 * Computes the same figures for the same day of the last `years` years, 5 unless told.
 * @throws TypeError where `years` is not a whole number from 1 to 50
 */
export function collectDynamics(
  snapshot: Snapshot,
  { asOf, years = 5 }: { readonly asOf: PlainDate; readonly years?: number },
): Dynamics {
  if (!Number.isInteger(years) || years < 1 || years > 50) {
    throw new TypeError(`\`years\` must be a whole number from 1 to 50, not ${years}.`)
  }
  const days = sameDays(asOf, years).map((on) => dayOf(collectSummary(snapshot, { asOf: on })))
  const changes = days.slice(1).flatMap((to, index) => {
    const from = days[index]
    return from === undefined ? [] : [changeBetween(from, to)]
  })
  return { asOf, days, changes }
}

function dayOf(summary: RegionalSummary): DynamicsDay {
  const { processes, practices, verdicts, adoptions, certificates, capacity } = summary
  const valid = [...certificates.valid.regional, ...certificates.valid.federal]
  const records = {
    processes: processes.finished.map(({ id }) => id),
    practices: practices.map(({ practice }) => practice.id),
    replicated: verdicts.replication.met,
    adoptions: adoptions.records,
    certificates: valid.map(({ id }) => id),
    hours: capacity.labourProjects,
    people: capacity.headcountProjects,
  }
  return {
    on: summary.asOf,
    figures: {
      processes: records.processes.length,
      practices: records.practices.length,
      replicated: records.replicated.length,
      adoptions: adoptions.active,
      certificates: records.certificates.length,
      hours: records.hours.length === 0 ? undefined : capacity.labourHoursPerYear,
      people: records.people.length === 0 ? undefined : capacity.headcount,
    },
    records,
    undecided: verdicts.replication.unknown,
    coverage: coverageOf(summary),
  }
}

function coverageOf({ territory: { municipalities, coverage } }: RegionalSummary): CoverageLine {
  const uncovered = new Set(coverage.uncovered)
  const served = municipalities.filter(({ id }) => !uncovered.has(id))
  const people = (of: typeof municipalities): number | undefined =>
    of.reduce<number | undefined>(
      (sum, { population }) => (sum === undefined || population === undefined ? undefined : sum + population),
      0,
    )
  return {
    municipalities: municipalities.map(({ id }) => id),
    served: served.map(({ id }) => id),
    share: shareOf(served.length, municipalities.length),
    population: shareOf(people(served), people(municipalities)),
  }
}

function shareOf(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole === 0) return undefined
  return exact.approximate(exact.divide(exact.exact(part), exact.exact(whole)))
}

function changeBetween(from: DynamicsDay, to: DynamicsDay): DynamicsChange {
  const [before, after] = [from.coverage.share, to.coverage.share]
  const points =
    before === undefined || after === undefined
      ? undefined
      : exact.multiply(exact.subtract(exact.exact(after), exact.exact(before)), exact.exact(100))
  return {
    from: from.on,
    to: to.on,
    figures: Object.fromEntries(
      measures.map((measure) => [measure, changeIfKnown(from.figures[measure], to.figures[measure])]),
    ) as Record<Measure, FigureChange | undefined>,
    coverage: points === undefined ? undefined : exact.round(points, 1),
  }
}

function changeIfKnown(from: number | undefined, to: number | undefined): FigureChange | undefined {
  return from === undefined || to === undefined ? undefined : changeOf(from, to)
}
