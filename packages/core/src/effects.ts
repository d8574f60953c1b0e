import { exact } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import { metrics, type UnitId } from './catalogues/metrics.js'
import type { Indicator, Project } from './records/types.js'

/** What an indicator says about the change of a process. Nothing missing is taken for zero. */
export interface Effect {
  /** `(result − base) / |base|`; absent where a value is missing or the base is 0. */
  readonly change?: number
  /** Absent where the base or the result is missing. */
  readonly outcome?: 'improved' | 'unchanged' | 'worsened'
  /** How many times better, for improvements only. */
  readonly factor?: ImprovementFactor
}

/**
 * How many times better. `times` is rounded to two decimals, halves up; a result of 0 has no factor («больше нет»),
 * and neither has a base of 0 where more is better. `moreThan` is the round number it exceeds, from 10 on.
 */
export type ImprovementFactor =
  | { readonly kind: 'times'; readonly times: number; readonly moreThan: number | null }
  | { readonly kind: 'eliminated' }
  | { readonly kind: 'from-zero' }

/** The effect of one indicator, with the direction of its metric: a fall of complaints is an improvement. */
export function effectOf(indicator: Indicator): Effect {
  const { base, result } = indicator
  if (base === undefined || result === undefined) return {}
  const better = metrics[indicator.metric].better
  const sign = Math.sign(better === 'lower' ? base - result : result - base)
  const outcome = sign > 0 ? 'improved' : sign < 0 ? 'worsened' : 'unchanged'
  const change =
    base === 0
      ? undefined
      : exact.approximate(
          exact.divide(exact.subtract(exact.exact(result), exact.exact(base)), exact.exact(Math.abs(base))),
        )
  const factor = outcome === 'improved' ? improvementFactor(base, result, better) : undefined
  return {
    outcome,
    ...(change === undefined ? {} : { change }),
    ...(factor === undefined ? {} : { factor }),
  }
}

function improvementFactor(
  base: number,
  result: number,
  better: 'lower' | 'higher',
): ImprovementFactor | undefined {
  // Below zero «во сколько раз» means nothing.
  if (base < 0 || result < 0) return undefined
  const [more, less] = better === 'lower' ? [base, result] : [result, base]
  if (less === 0) return { kind: better === 'lower' ? 'eliminated' : 'from-zero' }
  const times = exact.round(exact.divide(exact.exact(more), exact.exact(less)), 2)
  return { kind: 'times', times, moreThan: roundBoundBelow(times) }
}

/**
 * The round number that a factor exceeds, as people say it aloud: 21 → “more than 20”. `null` where the
 * factor is itself that round number, or below 10, where the factor is short enough to be said.
 */
function roundBoundBelow(times: number): number | null {
  if (times < 10) return null
  const step = 10 ** Math.floor(Math.log10(times))
  const bound = Math.floor(times / step) * step
  return bound === times ? null : bound
}

/** Working time and people released by finished projects: capacity, not posts that were cut. */
export interface ReleasedCapacity {
  /** Person-hours a year, rounded to two decimals, halves away from zero. Worsened results count with their sign. */
  readonly labourHoursPerYear: number
  /** People involved in the processes, before minus after. Not dismissals and not full-time equivalents. */
  readonly headcount: number
  /** The projects behind each figure. */
  readonly labourProjects: readonly string[]
  readonly headcountProjects: readonly string[]
  readonly worsened: readonly IndicatorRef[]
  /** Indicators without a base or a result. */
  readonly missing: readonly IndicatorRef[]
  /** Labour indicators without a yearly volume: measured, but not countable in hours. */
  readonly withoutVolume: readonly IndicatorRef[]
}

export interface IndicatorRef {
  readonly project: Project
  readonly indicator: Indicator
}

/**
 * Sums over the projects closed by the day: hours = Σ (base − result) × yearly volume over labour
 * input, people = Σ (base − result) over headcount.
 */
export function releasedCapacity(projects: readonly Project[], asOf: PlainDate): ReleasedCapacity {
  let hours = exact.exact(0)
  let headcount = exact.exact(0)
  const labourProjects: string[] = []
  const headcountProjects: string[] = []
  const worsened: IndicatorRef[] = []
  const missing: IndicatorRef[] = []
  const withoutVolume: IndicatorRef[] = []

  for (const project of projects) {
    if (!isFinished(project, asOf)) continue
    for (const indicator of project.indicators ?? []) {
      const { base, result, yearlyVolume, metric } = indicator
      if (base === undefined || result === undefined) {
        missing.push({ project, indicator })
        continue
      }
      if (effectOf(indicator).outcome === 'worsened') worsened.push({ project, indicator })
      if (metric !== 'labour-input' && metric !== 'headcount') continue
      const released = exact.subtract(exact.exact(base), exact.exact(result))
      if (metric === 'headcount') {
        // Full-time equivalents are another unit: they do not add up to people.
        if (indicator.unit !== 'person') continue
        headcount = exact.add(headcount, released)
        headcountProjects.push(project.id)
      } else if (yearlyVolume === undefined) {
        withoutVolume.push({ project, indicator })
      } else {
        const perHour = unitsPerHour[indicator.unit]
        if (perHour === undefined) continue
        const yearly = exact.multiply(released, exact.exact(yearlyVolume))
        hours = exact.add(hours, exact.divide(yearly, exact.exact(perHour)))
        labourProjects.push(project.id)
      }
    }
  }
  return {
    labourHoursPerYear: exact.round(hours, 2),
    headcount: exact.approximate(headcount),
    labourProjects,
    headcountProjects,
    worsened,
    missing,
    withoutVolume,
  }
}

/** How many of a unit make an hour. */
const unitsPerHour: Partial<Record<UnitId, number>> = { 'person-hour': 1, 'person-minute': 60 }

/** Whether a project was closed by the end of the day. */
export function isFinished(project: Project, asOf: PlainDate): boolean {
  return project.closedOn !== undefined && project.closedOn <= asOf
}
