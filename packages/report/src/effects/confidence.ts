import { daysBetween, type Indicator } from '@tirazh/core'
import { exact } from '@tirazh/rules'
import type { Text, Truth } from '@tirazh/spec'

/**
 * How far a measurement is believed, as a host may set it. The values of `defaultConfidence` come from
 * no regulation: each setting says where it comes from, and the report prints that.
 */
export interface ConfidenceRules {
  /** The number of observations from which a sample is enough. */
  readonly leastSample: Setting<number>
  /** Days that must lie between the measurement of the base and that of the result. */
  readonly leastDays: Setting<number>
  /**
   * What is taken off an improvement, as a part of one, by how many of the four conditions are not shown
   * to be met: none, one, two, three, all.
   */
  readonly haircuts: Setting<readonly [number, number, number, number, number]>
}

export interface Setting<Value> {
  readonly value: Value
  /** Where it comes from: «значение SDK по умолчанию» or a region's order. */
  readonly origin: Text
}

const origin: Text = { ru: 'значение SDK по умолчанию', en: 'SDK default value' }

export const defaultConfidence: ConfidenceRules = {
  leastSample: { value: 30, origin },
  leastDays: { value: 137, origin },
  haircuts: { value: [0, 0.1, 0.25, 0.4, 0.4], origin },
}

/** What a measurement should have: each is shown to be so, shown not to be, or not recorded. */
export type ConfidenceCondition = 'method' | 'source' | 'sample' | 'window'

export const confidenceConditions: readonly ConfidenceCondition[] = ['method', 'source', 'sample', 'window']

/** How far one measurement is believed. */
export interface Confidence {
  readonly conditions: Readonly<Record<ConfidenceCondition, Truth>>
  /** How many of the four conditions are shown to be met: the grade. */
  readonly confirmed: number
  /** What is taken off an improvement, as a part of one. */
  readonly haircut: number
}

/** The grade of a measurement. What is not recorded does not confirm anything. */
export function confidenceOf(indicator: Indicator, rules: ConfidenceRules): Confidence {
  const { method, source, sample, baseOn, resultOn } = indicator
  const days = baseOn === undefined || resultOn === undefined ? undefined : daysBetween(baseOn, resultOn)
  const conditions = {
    method: recorded(method),
    source: recorded(source),
    sample: atLeast(sample, rules.leastSample.value),
    window: atLeast(days, rules.leastDays.value),
  }
  const confirmed = confidenceConditions.filter((each) => conditions[each] === 'met').length
  return { conditions, confirmed, haircut: haircutOf(confirmed, rules) }
}

/** What is taken off where so many conditions are shown to be met. */
export function haircutOf(confirmed: number, { haircuts }: ConfidenceRules): number {
  return haircuts.value[confidenceConditions.length - confirmed] ?? 1
}

/**
 * An effect after the haircut. A worsened result is kept whole: doubt about a loss is no reason to count
 * less of it.
 */
export function believed(gross: exact.Ratio, haircut: number): exact.Ratio {
  if (gross.n <= 0n) return gross
  return exact.multiply(gross, exact.subtract(exact.exact(1), exact.exact(haircut)))
}

/** @throws TypeError for a haircut that is no part of one, or a bound that is no number from 0 */
export function assertConfidence({ leastSample, leastDays, haircuts }: ConfidenceRules): void {
  if (haircuts.value.length !== 5 || haircuts.value.some((each) => !(each >= 0 && each <= 1))) {
    throw new TypeError(
      '`confidence.haircuts.value` must be five parts of one from 0 to 1, such as [0, 0.1, 0.25, 0.4, 0.4].',
    )
  }
  for (const [name, { value }] of Object.entries({ leastSample, leastDays })) {
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new TypeError(`\`confidence.${name}.value\` must be a number from 0, not ${value}.`)
    }
  }
}

function recorded(text: string | undefined): Truth {
  return text === undefined || text.trim() === '' ? 'unknown' : 'met'
}

function atLeast(value: number | undefined, least: number): Truth {
  return value === undefined ? 'unknown' : value >= least ? 'met' : 'unmet'
}
