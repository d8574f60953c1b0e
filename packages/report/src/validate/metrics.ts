import type { Metric, Metrics, TrendPoint } from '@tirazh/spec'
import { otherEnd, otherPlan } from './problems.js'
import { nullOr, number, text, words } from './scalars.js'
import { anything, isObject, listOf, object, optional, type Rule } from './shape.js'
import { typedValue } from './values.js'
import { add, type Check } from './walk.js'

/** What is unknown is compared with nothing; an interval is a number that is not certain yet. */
const comparable: Rule<Metric> = ({ value, plan }, walk) => {
  const [one, other] = [measureOf(value), measureOf(plan)]
  if (one !== undefined && other !== undefined && one !== other) add(walk, otherPlan(other, one), 'plan')
}

/** `number, ч`, `share`; `undefined` where nothing is to be compared. */
function measureOf(value: unknown): string | undefined {
  if (!isObject(value) || typeof value.as !== 'string' || value.as === 'unknown') return undefined
  const kind = value.as === 'interval' ? 'number' : value.as
  return typeof value.unit === 'string' ? `${kind}, ${value.unit}` : kind
}

const endsInItsValue: Rule<Metric> = ({ value, trend }, walk) => {
  if (!Array.isArray(trend) || trend.length === 0) return
  const last: unknown = trend.at(-1)
  const end = isObject(last) ? last.value : undefined
  const figure = isObject(value) ? (value.as === 'money' ? value.minor : value.value) : undefined
  if (typeof end !== 'number' || typeof figure !== 'number') return
  if (end !== figure) add(walk, otherEnd(end, figure), 'trend', trend.length - 1, 'value')
}

const metric: Check = object<Metric>(
  {
    label: words,
    value: typedValue,
    note: optional(text),
    plan: optional(typedValue),
    trend: optional(listOf(object<TrendPoint>({ label: text, value: nullOr(number) }), 1)),
  },
  comparable,
  endsInItsValue,
)

export const metrics: Check = object<Metrics>({ type: anything, items: listOf(metric) })
