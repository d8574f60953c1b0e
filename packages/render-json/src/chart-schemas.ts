import type {
  BarChart,
  BulletChart,
  Chart,
  ColumnChart,
  DumbbellChart,
  LineChart,
  StackedChart,
  TileChart,
} from '@tirazh/spec'
import {
  constant,
  either,
  type JsonSchema,
  list,
  nullOr,
  object,
  optional,
  text,
  whole,
  words,
} from './schema-parts.js'

/** Longer numbers leave no room for what they are drawn beside. */
const figure: JsonSchema = { type: 'number', exclusiveMinimum: -1e12, exclusiveMaximum: 1e12 }
const part: JsonSchema = { type: 'number', minimum: 0, exclusiveMaximum: 1e12 }

const base = { type: constant('chart'), title: words, note: optional(text), unit: optional(text) }
const labelled = { ...base, labelTitle: text, valueTitle: text }
const plain = { label: text, value: nullOr(figure) }
const planned = { ...plain, plan: optional(figure) }

const kinds: Readonly<Record<Chart['chart'], JsonSchema>> = {
  bars: object<BarChart>({
    ...labelled,
    chart: constant('bars'),
    items: list(object<BarChart['items'][number]>(plain)),
  }),
  columns: object<ColumnChart>({
    ...labelled,
    chart: constant('columns'),
    items: list(object<ColumnChart['items'][number]>(planned)),
  }),
  line: object<LineChart>({
    ...base,
    chart: constant('line'),
    labelTitle: text,
    labels: list(text),
    series: list(object<LineChart['series'][number]>({ title: words, values: list(nullOr(figure)) }), {
      minItems: 1,
      maxItems: 4,
    }),
  }),
  dumbbell: object<DumbbellChart>({
    ...base,
    chart: constant('dumbbell'),
    labelTitle: text,
    fromTitle: words,
    toTitle: words,
    items: list(
      object<DumbbellChart['items'][number]>({ label: text, from: nullOr(figure), to: nullOr(figure) }),
    ),
  }),
  bullet: object<BulletChart>({
    ...labelled,
    chart: constant('bullet'),
    items: list(object<BulletChart['items'][number]>(planned)),
  }),
  stacked: object<StackedChart>({
    ...base,
    chart: constant('stacked'),
    labelTitle: text,
    parts: list(words, { minItems: 1, maxItems: 5 }),
    items: list(object<StackedChart['items'][number]>({ label: text, values: list(nullOr(part)) })),
  }),
  tiles: object<TileChart>({
    ...labelled,
    chart: constant('tiles'),
    tiles: list(
      object<TileChart['tiles'][number]>({
        ...{ x: whole, y: whole, label: text, value: nullOr(figure) },
        short: { ...words, maxLength: 7 },
      }),
    ),
    breaks: list(figure, { maxItems: 4 }),
  }),
}

/** Charts by name. */
export const chartSchemas: Readonly<Record<string, JsonSchema>> = { chart: either(...Object.values(kinds)) }
