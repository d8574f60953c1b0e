import { type Chart, type Formats, formats, type Locale } from '@tirazh/spec'
import { values as valueNoun, type Word, words } from './words.js'
import { written } from './written.js'

/** Of more names the first few; the others are in the table beside the drawing. */
const mostNames = 4

interface Point {
  readonly label: string
  readonly value: number
}

/** The chart in sentences: how many values, the extremes with their names, course, plan and gaps. */
export function describeChart(chart: Chart, locale: Locale): string {
  const f = formats(locale)
  const points = known(chart)
  const sentences = [
    `${f.text(words[chart.chart])}: ${f.count(points.length, valueNoun)}`,
    ...extremes(points, chart.unit, f),
    ...course(chart, f),
    ...gaps(chart, f),
  ]
  return sentences.map((sentence) => (/[.…]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ')
}

function known(chart: Chart): readonly Point[] {
  if (chart.chart !== 'tiles') return chart.items
  return chart.tiles.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

function extremes(points: readonly Point[], unit: string | undefined, f: Formats): readonly string[] {
  if (points.length === 0) return []
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low === high && points.length > 1) return [`${f.text(words.allEqual)} ${written(low, unit, f)}`]
  const extreme = (title: Word, value: number): string =>
    `${f.text(words[title])}: ${written(value, unit, f)} — ${f.list(
      points.filter((point) => point.value === value).map(({ label }) => label),
      mostNames,
    )}`
  return points.length === 1 ? [extreme('highest', high)] : [extreme('highest', high), extreme('lowest', low)]
}

/** How a row of columns begins and ends, and where its plan was reached. */
function course(chart: Chart, f: Formats): readonly string[] {
  const [first, last] = chart.chart === 'columns' ? [chart.items[0], chart.items.at(-1)] : []
  if (chart.chart !== 'columns' || first === undefined || last === undefined || first === last) return []
  const point = (title: Word, { label, value }: Point): string =>
    `${f.text(words[title])}: ${written(value, chart.unit, f)} — ${label}`
  const planned = chart.items.filter(({ plan }) => plan !== undefined)
  const reached = planned.filter(({ value, plan }) => value >= (plan ?? value)).length
  const plan = `${f.text(words.planReached)}: ${f.number(reached)} ${f.text(words.of)} ${f.number(planned.length)}`
  return [point('first', first), point('last', last), ...(planned.length > 0 ? [plan] : [])]
}

function gaps(chart: Chart, f: Formats): readonly string[] {
  if (chart.chart !== 'tiles') return []
  const unknown = chart.tiles.filter(({ value }) => value === null).map(({ label }) => label)
  return unknown.length === 0 ? [] : [`${f.text(words.unknownFor)}: ${f.list(unknown, mostNames)}`]
}
