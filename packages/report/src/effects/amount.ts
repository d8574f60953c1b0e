import type { Indicator, MetricId, UnitId } from '@tirazh/core'
import { exact } from '@tirazh/rules'

/**
 * What an effect is counted in: person-hours a year, people involved in a process, or kopecks a year.
 * Hours and people are released capacity, money is cashable; none of them adds up with another.
 */
export type EffectKind = 'hours' | 'people' | 'money'

export const effectKinds: readonly EffectKind[] = ['hours', 'people', 'money']

/** The metric that each kind of effect is measured by. */
export const metricOf: Readonly<Record<EffectKind, MetricId>> = {
  hours: 'labour-input',
  people: 'headcount',
  money: 'cost',
}

/** Before and after in the unit of the kind. */
export interface Amount {
  readonly kind: EffectKind
  readonly before: exact.Ratio
  readonly after: exact.Ratio
}

/** Why a measurement is in no sum. */
export type Uncounted =
  /** The base or the result is not recorded. */
  | 'missing'
  /** How often the process runs in a year is not recorded. */
  | 'no-volume'
  /** Measured in a unit that does not convert: full-time equivalents are not people. */
  | 'other-unit'
  /** The metric is neither time of work, people nor cost. */
  | 'other-metric'

/** The amounts of an indicator, or why there are none. Nothing missing is taken for zero. */
export function amountOf(indicator: Indicator): Amount | Uncounted {
  const { metric, unit, base, result, yearlyVolume } = indicator
  const kind = effectKinds.find((each) => metricOf[each] === metric)
  if (base === undefined || result === undefined) return 'missing'
  if (kind === undefined) return 'other-metric'
  const scale = scales[kind][unit]
  if (scale === undefined) return 'other-unit'
  if (kind !== 'people' && yearlyVolume === undefined) return 'no-volume'
  const volume = kind === 'people' ? exact.exact(1) : exact.exact(yearlyVolume ?? 0)
  const amount = (value: number): exact.Ratio =>
    exact.multiply(exact.exact(value), exact.multiply(volume, scale))
  return { kind, before: amount(base), after: amount(result) }
}

/** What one of a unit is in the unit of the kind. */
const scales: Readonly<Record<EffectKind, Partial<Record<UnitId, exact.Ratio>>>> = {
  hours: { 'person-hour': exact.exact(1), 'person-minute': exact.divide(exact.exact(1), exact.exact(60)) },
  people: { person: exact.exact(1) },
  money: { rouble: exact.exact(100) },
}
