import {
  type Indicator,
  type IndicatorRef,
  idsOf,
  isFinished,
  type MetricId,
  metrics,
  type Project,
  type Snapshot,
} from '@tirazh/core'
import { exact } from '@tirazh/rules'
import type { PlainDate } from '@tirazh/spec'
import { type Amount, amountOf, type EffectKind, type Uncounted } from './amount.js'
import {
  assertConfidence,
  believed,
  type Confidence,
  type ConfidenceRules,
  confidenceConditions,
  confidenceOf,
  defaultConfidence,
  haircutOf,
} from './confidence.js'
import { type MetricLine, metricLine } from './metric-line.js'
import { type EffectSums, type ExactEffect, roundedAs, sumsOf } from './sums.js'

/** What finished projects released by a day, gross and as far as it is believed, before any wording. */
export interface Effects {
  readonly asOf: PlainDate
  readonly confidence: ConfidenceRules
  readonly finished: readonly Project[]
  readonly total: EffectSums
  /** By sphere of municipal work; the sphere is absent where it is not recorded. */
  readonly bySphere: readonly { readonly sphere: string | undefined; readonly sums: EffectSums }[]
  /** By the municipality of the project as it is on the day, in the order of codes. */
  readonly byMunicipality: readonly { readonly code: string; readonly sums: EffectSums }[]
  /** By how many conditions of confidence are shown to be met, all of them first. */
  readonly byGrade: readonly {
    readonly confirmed: number
    readonly haircut: number
    readonly sums: EffectSums
  }[]
  readonly byMetric: readonly MetricLine[]
  /** Every effect that is in a sum, the largest first. */
  readonly lines: readonly EffectLine[]
  /** Measurements that are in no sum. */
  readonly uncounted: Readonly<Record<Uncounted, readonly IndicatorRef[]>>
  /** Finished projects without any indicator. */
  readonly unmeasured: readonly Project[]
}

/** The effect of one measurement, in person-hours a year, people, or kopecks a year. */
export interface EffectLine extends IndicatorRef {
  readonly kind: EffectKind
  readonly before: number
  readonly after: number
  readonly gross: number
  readonly adjusted: number
  readonly confidence: Confidence
}

/**
 * Computes the effects of the projects finished by a day.
 * @throws TypeError for rules of confidence that cannot be used
 */
export function collectEffects(
  snapshot: Snapshot,
  {
    asOf,
    confidence = defaultConfidence,
  }: { readonly asOf: PlainDate; readonly confidence?: ConfidenceRules },
): Effects {
  assertConfidence(confidence)
  const finished = snapshot.records.project.filter((project) => isFinished(project, asOf))
  const refs = finished.flatMap((project) =>
    (project.indicators ?? []).map((indicator): IndicatorRef => ({ project, indicator })),
  )
  const uncounted: Record<Uncounted, IndicatorRef[]> = {
    missing: [],
    'no-volume': [],
    'other-unit': [],
    'other-metric': [],
  }
  const counted: Counted[] = []
  for (const ref of refs) {
    const amount = amountOf(ref.indicator)
    if (typeof amount === 'string') uncounted[amount].push(ref)
    else counted.push(countedOf(ref, amount, confidence))
  }
  return {
    asOf,
    confidence,
    finished,
    total: sumsOf(counted.map(({ effect }) => effect)),
    ...groupings(counted, snapshot, asOf, confidence),
    byMetric: idsOf(metrics).flatMap((metric) => lineOf(metric, refs)),
    lines: counted
      .toSorted((a, b) => magnitude(b) - magnitude(a) || (a.line.project.id < b.line.project.id ? -1 : 1))
      .map(({ line }) => line),
    uncounted,
    unmeasured: finished.filter(({ indicators = [] }) => indicators.length === 0),
  }
}

/** An effect that is counted, before it is rounded and after. */
interface Counted {
  readonly effect: ExactEffect
  readonly line: EffectLine
}

function countedOf(ref: IndicatorRef, { kind, before, after }: Amount, rules: ConfidenceRules): Counted {
  const confidence = confidenceOf(ref.indicator, rules)
  const measured = exact.subtract(before, after)
  // Money is exact: each effect is whole kopecks before it is summed.
  const gross = kind === 'money' ? exact.exact(exact.round(measured, 0)) : measured
  const haircut = believed(gross, confidence.haircut)
  const adjusted = kind === 'money' ? exact.exact(exact.round(haircut, 0)) : haircut
  const rounded = (value: exact.Ratio): number => roundedAs(kind, value)
  return {
    effect: { kind, project: ref.project.id, gross, adjusted },
    line: {
      ...ref,
      kind,
      before: rounded(before),
      after: rounded(after),
      gross: rounded(gross),
      adjusted: rounded(adjusted),
      confidence,
    },
  }
}

function groupings(
  counted: readonly Counted[],
  { territory }: Snapshot,
  asOf: PlainDate,
  rules: ConfidenceRules,
): Pick<Effects, 'bySphere' | 'byMunicipality' | 'byGrade'> {
  const bySphere = groupBy(counted, ({ line }) => line.project.sphere)
  const byMunicipality = groupBy(
    counted,
    ({ line }) => territory.successionOf(line.project.municipality, asOf).to,
  )
  const byGrade = groupBy(counted, ({ line }) => line.confidence.confirmed)
  const grades = [...confidenceConditions.keys(), confidenceConditions.length].reverse()
  return {
    bySphere: [...bySphere].map(([sphere, sums]) => ({ sphere, sums })),
    byMunicipality: [...byMunicipality]
      .map(([code, sums]) => ({ code, sums }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    byGrade: grades.map((confirmed) => ({
      confirmed,
      haircut: haircutOf(confirmed, rules),
      sums: byGrade.get(confirmed) ?? {},
    })),
  }
}

function groupBy<Key>(
  counted: readonly Counted[],
  keyOf: (counted: Counted) => Key,
): ReadonlyMap<Key, EffectSums> {
  const groups = new Map<Key, ExactEffect[]>()
  for (const each of counted) {
    const key = keyOf(each)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [each.effect])
    else known.push(each.effect)
  }
  return new Map([...groups].map(([key, effects]) => [key, sumsOf(effects)]))
}

function lineOf(metric: MetricId, refs: readonly IndicatorRef[]): MetricLine[] {
  const ofMetric = refs.filter(({ indicator }: { indicator: Indicator }) => indicator.metric === metric)
  return ofMetric.length === 0 ? [] : [metricLine(metric, ofMetric)]
}

function magnitude({ line }: Counted): number {
  return Math.abs(line.gross)
}
