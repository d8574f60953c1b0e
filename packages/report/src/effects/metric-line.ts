import { effectOf, type IndicatorRef, type MetricId } from '@tirazh/core'
import { exact } from '@tirazh/rules'

/** What finished projects did to one metric. */
export interface MetricLine {
  readonly metric: MetricId
  readonly improved: readonly string[]
  readonly unchanged: readonly string[]
  readonly worsened: readonly string[]
  /** Without a base or a result. */
  readonly missing: readonly string[]
  /** `(result − base) / |base|` as it was measured; absent where it can be computed for none. */
  readonly change: Spread | undefined
}

/** How far a metric changed, and in which projects that can be computed. */
export interface Spread {
  readonly least: number
  readonly median: number
  readonly most: number
  readonly projects: readonly string[]
}

/** Tells the projects apart by outcome; `refs` are all of one metric. */
export function metricLine(metric: MetricId, refs: readonly IndicatorRef[]): MetricLine {
  const judged = refs.map(({ project, indicator }) => ({ id: project.id, effect: effectOf(indicator) }))
  const withOutcome = (outcome: (typeof judged)[number]['effect']['outcome']): string[] =>
    judged.filter(({ effect }) => effect.outcome === outcome).map(({ id }) => id)
  return {
    metric,
    improved: withOutcome('improved'),
    unchanged: withOutcome('unchanged'),
    worsened: withOutcome('worsened'),
    missing: withOutcome(undefined),
    change: spreadOf(
      judged.flatMap(({ id, effect }) =>
        effect.change === undefined ? [] : [{ id, change: effect.change }],
      ),
    ),
  }
}

function spreadOf(changes: readonly { readonly id: string; readonly change: number }[]): Spread | undefined {
  const sorted = changes.map(({ change }) => change).sort((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (least === undefined || most === undefined) return undefined
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? least
  const upper = sorted[Math.floor(sorted.length / 2)] ?? most
  // Half the sum of the two in the middle, which are the same where their number is odd.
  const sum = exact.add(exact.exact(lower), exact.exact(upper))
  return {
    least,
    median: exact.approximate(exact.divide(sum, exact.exact(2))),
    most,
    projects: changes.map(({ id }) => id),
  }
}
