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
import { notAscending, outOfRange, placeTaken, tooLong, wrongLength } from './problems.js'
import { nullOr, number, text, whole, words } from './scalars.js'
import { anything, isObject, listOf, object, oneOf, optional, type Rule } from './shape.js'
import { add, type Check } from './walk.js'

/** Longer numbers leave no room for what they are drawn beside. */
const greatest = 1e12

const figure: Check = (value, walk) => {
  number(value, walk)
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) >= greatest) {
    add(
      walk,
      outOfRange(
        value,
        'на диаграмме помещаются числа меньше 1e12; считайте в тысячах или миллионах',
        'has no room in a chart, which takes numbers below 1e12; count in thousands or millions',
      ),
    )
  }
}

const figureOrNull: Check = nullOr(figure)

const partOrNull: Check = nullOr((value, walk) => {
  figure(value, walk)
  if (typeof value === 'number' && value < 0) {
    add(walk, outOfRange(value, 'часть целого не бывает меньше нуля', 'is below zero, which no part is'))
  }
})

const base = { type: anything, chart: anything, title: words, note: optional(text), unit: optional(text) }

const labelled = { ...base, labelTitle: text, valueTitle: text }

const oneValueForEachLabel: Rule<LineChart> = ({ labels, series }, walk) => {
  if (!Array.isArray(labels) || !Array.isArray(series)) return
  series.forEach((line: unknown, index) => {
    const values = isObject(line) ? line.values : undefined
    if (!Array.isArray(values) || values.length === labels.length) return
    add(walk, wrongLength(values.length, labels.length, 'labels'), 'series', index, 'values')
  })
}

const oneValueForEachPart: Rule<StackedChart> = ({ parts, items }, walk) => {
  if (!Array.isArray(parts) || !Array.isArray(items)) return
  items.forEach((item: unknown, index) => {
    const values = isObject(item) ? item.values : undefined
    if (!Array.isArray(values) || values.length === parts.length) return
    add(walk, wrongLength(values.length, parts.length, 'parts'), 'items', index, 'values')
  })
}

const eachAtItsPlace: Rule<TileChart> = ({ tiles }, walk) => {
  if (!Array.isArray(tiles)) return
  const taken = new Set<string>()
  tiles.forEach((tile: unknown, index) => {
    if (!isObject(tile) || typeof tile.x !== 'number' || typeof tile.y !== 'number') return
    const place = `${tile.x} ${tile.y}`
    if (taken.has(place)) add(walk, placeTaken(tile.x, tile.y), 'tiles', index)
    taken.add(place)
  })
}

const ascending: Rule<TileChart> = ({ breaks }, walk) => {
  if (Array.isArray(breaks) && breaks.some((bound, index) => bound <= breaks[index - 1])) {
    add(walk, notAscending(), 'breaks')
  }
}

const short: Check = (value, walk) => {
  words(value, walk)
  const letters = typeof value === 'string' ? [...value].length : 0
  if (letters > 7) add(walk, tooLong(letters, 7, 'letters'))
}

type ItemOf<Of extends { readonly items: readonly object[] }> = Of['items'][number]

const kinds: Readonly<Record<Chart['chart'], Check>> = {
  bars: object<BarChart>({
    ...labelled,
    items: listOf(object<ItemOf<BarChart>>({ label: text, value: figureOrNull })),
  }),
  columns: object<ColumnChart>({
    ...labelled,
    items: listOf(object<ItemOf<ColumnChart>>({ label: text, value: figureOrNull, plan: optional(figure) })),
  }),
  line: object<LineChart>(
    {
      ...base,
      labelTitle: text,
      labels: listOf(text),
      series: listOf(
        object<LineChart['series'][number]>({ title: words, values: listOf(figureOrNull) }),
        1,
        4,
      ),
    },
    oneValueForEachLabel,
  ),
  dumbbell: object<DumbbellChart>({
    ...base,
    labelTitle: text,
    fromTitle: words,
    toTitle: words,
    items: listOf(object<ItemOf<DumbbellChart>>({ label: text, from: figureOrNull, to: figureOrNull })),
  }),
  bullet: object<BulletChart>({
    ...labelled,
    items: listOf(object<ItemOf<BulletChart>>({ label: text, value: figureOrNull, plan: optional(figure) })),
  }),
  stacked: object<StackedChart>(
    {
      ...base,
      labelTitle: text,
      parts: listOf(words, 1, 5),
      items: listOf(object<ItemOf<StackedChart>>({ label: text, values: listOf(partOrNull) })),
    },
    oneValueForEachPart,
  ),
  tiles: object<TileChart>(
    {
      ...labelled,
      tiles: listOf(
        object<TileChart['tiles'][number]>({ x: whole, y: whole, short, label: text, value: figureOrNull }),
      ),
      breaks: listOf(figure, 0, 4),
    },
    eachAtItsPlace,
    ascending,
  ),
}

export const chart: Check = oneOf('CHART', 'chart', kinds)
