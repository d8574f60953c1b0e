import { type Chart, type Formats, formats, type Locale, reportWords } from '@tirazh/spec'
import {
  course,
  extremes,
  gaps,
  gapsIn,
  joined,
  knownOf,
  type MaybePoint,
  names,
  planReached,
} from './sentences.js'
import { nouns, words } from './words.js'
import { written } from './written.js'

/**
 * The chart in sentences: how many values, the extremes with their names, the course, plan, changes or
 * parts, and the gaps.
 */
export function describeChart(chart: Chart, locale: Locale): string {
  const f = formats(locale)
  return joined(sentencesOf(chart, f))
}

function sentencesOf(chart: Chart, f: Formats): readonly string[] {
  switch (chart.chart) {
    case 'bars':
      return [...valuesOf(chart, chart.items, f), ...gapsIn(chart.items, f)]
    case 'columns':
      return [
        ...valuesOf(chart, chart.items, f),
        ...course(knownOf(chart.items), chart.unit, f),
        ...planReached(chart.items, f),
        ...gapsIn(chart.items, f),
      ]
    case 'bullet':
      return [...valuesOf(chart, chart.items, f), ...planReached(chart.items, f), ...gapsIn(chart.items, f)]
    case 'tiles':
      return [...valuesOf(chart, chart.tiles, f), ...gapsIn(chart.tiles, f)]
    case 'line':
      return linesOf(chart, f)
    case 'dumbbell':
      return changesOf(chart, f)
    case 'stacked':
      return partsOf(chart, f)
  }
}

function valuesOf(chart: Chart, points: readonly MaybePoint[], f: Formats): readonly string[] {
  const known = knownOf(points)
  return [
    `${f.text(words[chart.chart])}: ${f.count(known.length, nouns.value)}`,
    ...extremes(known, chart.unit, f),
  ]
}

function linesOf(chart: Extract<Chart, { readonly chart: 'line' }>, f: Formats): readonly string[] {
  const { labels, series, unit } = chart
  const [count, points] = [f.count(series.length, nouns.series), f.count(labels.length, nouns.point)]
  const lines = series.flatMap(({ title, values }) => {
    const all = labels.map((label, index) => ({ label, value: values[index] ?? null }))
    const known = knownOf(all)
    const [first, ...rest] = [...course(known, unit, f), ...extremes(known, unit, f), ...gapsIn(all, f)]
    return first === undefined ? [] : [`${title}. ${first}`, ...rest]
  })
  return [`${f.text(words.line)}: ${count}, ${points}`, ...lines]
}

function changesOf(chart: Extract<Chart, { readonly chart: 'dumbbell' }>, f: Formats): readonly string[] {
  const { items, unit, fromTitle, toTitle } = chart
  const changes = items.flatMap(({ label, from, to }) =>
    from === null || to === null ? [] : [{ label, from, to, by: to - from }],
  )
  const amounts = changes.map(({ by }) => by)
  const count = (word: 'rose' | 'fell' | 'unchanged', counts: (by: number) => boolean): string =>
    `${f.text(words[word])}: ${f.number(amounts.filter(counts).length)}`
  const greatest = (word: 'greatestRise' | 'greatestFall', by: number): readonly string[] => {
    const those = changes.filter((change) => change.by === by)
    const course = ({ from, to }: { readonly from: number; readonly to: number }): string =>
      `${f.text(words.startingAt)} ${f.number(from)} ${f.text(words.endingAt)} ${written(to, unit, f)}`
    const labels = those.map((change) => `${change.label} (${course(change)})`)
    return by === 0 ? [] : [`${f.text(words[word])}: ${names(labels, f)}`]
  }
  const unknown = items.flatMap(({ label, from, to }) => {
    if (from !== null && to !== null) return []
    return from === to ? [label] : [`${label} (${from === null ? fromTitle : toTitle})`]
  })
  return [
    `${f.text(words.dumbbell)}: ${f.list([fromTitle, toTitle])}; ${f.count(changes.length, nouns.pair)}`,
    ...(changes.length === 0
      ? []
      : [
          [
            count('rose', (by) => by > 0),
            count('fell', (by) => by < 0),
            count('unchanged', (by) => by === 0),
          ].join(', '),
        ]),
    ...greatest('greatestRise', Math.max(0, ...amounts)),
    ...greatest('greatestFall', Math.min(0, ...amounts)),
    ...gaps(unknown, f),
  ]
}

function partsOf(chart: Extract<Chart, { readonly chart: 'stacked' }>, f: Formats): readonly string[] {
  const { items, parts, unit } = chart
  const sums = knownOf(items.map(({ label, values }) => ({ label, value: sumOf(values) })))
  const ranges = parts.map(
    (part, index) =>
      `${part}: ${range(
        items.map(({ values }) => values[index]),
        unit,
        f,
      )}`,
  )
  const unknown = items.flatMap(({ label, values }) => {
    const missing = parts.filter((_, index) => values[index] === null)
    return missing.length === parts.length ? [label] : missing.map((part) => `${label} (${part})`)
  })
  return [
    `${f.text(words.stacked)}: ${f.count(items.length, nouns.bar)}, ${f.count(parts.length, nouns.part)}`,
    ...(sums.length === 0 ? [] : [[f.text(words.sum), ...extremes(sums, unit, f)].join('. ')]),
    ...(items.length === 0 ? [] : ranges),
    ...gaps(unknown, f),
  ]
}

/** From the least to the greatest. */
function range(values: readonly (number | null | undefined)[], unit: string | undefined, f: Formats): string {
  const known = values.flatMap((value) => value ?? [])
  if (known.length === 0) return f.text(reportWords.noData)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return low === high ? written(low, unit, f) : `${f.number(low)}–${written(high, unit, f)}`
}

/** Not known as soon as one part is not. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
