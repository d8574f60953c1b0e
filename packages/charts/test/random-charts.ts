import type { Chart } from '@tirazh/spec'
import fc from 'fast-check'

const names = [
  'Нижний Новгород',
  'Дальнеконстантиновский муниципальный округ',
  'Большемурашкинский муниципальный округ',
  'городской округ город Дзержинск',
  'Бор',
  'III 2026',
  'сентябрь 2026',
]

const label = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -200, max: 500 }) },
  { weight: 1, arbitrary: fc.double({ min: -1e11, max: 1e11, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) },
)
const value = fc.option(number, { freq: 5 })
const part = fc.option(number.map(Math.abs), { freq: 5 })
const planned = fc.record({ label, value, plan: number }, { requiredKeys: ['label', 'value'] })
const short = { maxLength: 14 } as const

const base = {
  type: fc.constant('chart' as const),
  title: label,
  labelTitle: label,
  valueTitle: label,
  unit: fc.constantFrom('шт.', '%', 'млн ₽', 'внедрений на тысячу жителей'),
}

/** Charts of every kind that can be drawn, with what reports have and what they should not. */
export const anyChart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    ...base,
    chart: fc.constant('bars' as const),
    items: fc.array(fc.record({ label, value }), short),
  }),
  fc.record({ ...base, chart: fc.constant('columns' as const), items: fc.array(planned, { maxLength: 40 }) }),
  fc.record({ ...base, chart: fc.constant('bullet' as const), items: fc.array(planned, short) }),
  fc.record({
    ...base,
    chart: fc.constant('dumbbell' as const),
    fromTitle: label,
    toTitle: label,
    items: fc.array(fc.record({ label, from: value, to: value }), short),
  }),
  fc.array(label, { maxLength: 30 }).chain((labels) =>
    fc.record({
      ...base,
      chart: fc.constant('line' as const),
      labels: fc.constant(labels),
      series: fc.array(
        fc.record({
          title: label,
          values: fc.array(value, { minLength: labels.length, maxLength: labels.length }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  ),
  fc.array(label, { minLength: 1, maxLength: 5 }).chain((parts) =>
    fc.record({
      ...base,
      chart: fc.constant('stacked' as const),
      parts: fc.constant(parts),
      items: fc.array(
        fc.record({
          label,
          values: fc.array(part, { minLength: parts.length, maxLength: parts.length }),
        }),
        short,
      ),
    }),
  ),
  fc.record({
    ...base,
    chart: fc.constant('tiles' as const),
    breaks: fc.constantFrom([], [80], [80, 95, 105, 120]),
    tiles: fc.uniqueArray(
      fc.record({
        x: fc.integer({ min: 0, max: 9 }),
        y: fc.integer({ min: 0, max: 9 }),
        short: fc.string({ maxLength: 7 }),
        label,
        value,
      }),
      { selector: ({ x, y }) => x * 10 + y, maxLength: 30 },
    ),
  }),
)
