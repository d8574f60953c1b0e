import { formats, type Locale, type TrendPoint, type TypedValue } from '@tirazh/spec'
import { course, extremes, gapsIn, joined, knownOf } from './sentences.js'
import { nouns, words } from './words.js'

/** A small line in sentences. */
export function describeTrend(trend: readonly TrendPoint[], locale: Locale): string {
  const f = formats(locale)
  const known = knownOf(trend)
  return joined([
    `${f.text(words.trend)}: ${f.count(known.length, nouns.value)}`,
    ...course(known, undefined, f),
    ...extremes(known, undefined, f),
    ...gapsIn(trend, f),
  ])
}

/** A figure beside its plan in sentences, with no judgement: of some figures less is better. */
export function describePlan(
  { value, plan }: { readonly value: TypedValue; readonly plan: TypedValue },
  locale: Locale,
): string {
  const f = formats(locale)
  return joined([`${f.text(words.value)}: ${f.value(value)}`, `${f.text(words.planned)}: ${f.value(plan)}`])
}
