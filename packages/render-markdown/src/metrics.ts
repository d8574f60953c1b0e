import { basesOf, type Metric, type Metrics, type Path, type TypedValue } from '@tirazh/spec'
import { escapeText, strong } from './escape.js'
import { line } from './table.js'
import { writeBasis, writeValue } from './values.js'
import type { Word } from './words.js'
import type { Writer } from './writer.js'

/** Headline figures as a table; what no figure has is no column of it. */
export function writeMetrics(block: Metrics, at: Path, writer: Writer): string {
  const columns = [...always, ...optional.filter(({ applies }) => block.items.some(applies))]
  return [
    line(columns.map(({ title }) => writer.say(title))),
    line(columns.map(({ end }) => (end ? '---:' : ':---'))),
    ...block.items.map((item, index) =>
      line(columns.map(({ write }) => write(item, [...at, 'items', index], writer))),
    ),
  ].join('\n')
}

interface MetricColumn {
  readonly title: Word
  readonly end: boolean
  write(item: Metric, at: Path, writer: Writer): string
}

const always: readonly MetricColumn[] = [
  { title: 'indicator', end: false, write: ({ label }) => escapeText(label) },
  { title: 'value', end: true, write: ({ value }, at, writer) => strong(writeValue(value, at, writer)) },
]

const optional: readonly (MetricColumn & { applies(item: Metric): boolean })[] = [
  {
    ...{ title: 'plan', end: true },
    applies: ({ plan }) => plan !== undefined,
    write: ({ plan }, at, writer) => (plan === undefined ? '' : writeValue(plan, [...at, 'plan'], writer)),
  },
  {
    ...{ title: 'trend', end: false },
    applies: ({ trend }) => trend !== undefined,
    write: writeTrend,
  },
  {
    ...{ title: 'note', end: false },
    applies: ({ note }) => note !== undefined,
    write: ({ note }) => escapeText(note ?? ''),
  },
  {
    ...{ title: 'howCounted', end: false },
    applies: (item) => basesOf(valuesOf(item)).length > 0,
    write: (item, at, writer) =>
      basesOf(valuesOf(item))
        .map((basis) => writeBasis(basis, at, writer))
        .join('; '),
  },
]

function valuesOf({ value, plan }: Metric): readonly TypedValue[] {
  return plan === undefined ? [value] : [value, plan]
}

/** Point by point, oldest first: `I кв. 120 → II кв. нет данных → III кв. 150`. */
function writeTrend({ value, trend = [] }: Metric, _at: Path, writer: Writer): string {
  return escapeText(
    trend
      .map((point) => {
        const said = point.value === null ? writer.say('noData') : writer.f.value(pointOf(value, point.value))
        return `${point.label} ${said}`
      })
      .join(' → '),
  )
}

/** A number of a trend as a value like the one that it leads to. */
function pointOf(value: TypedValue, point: number): TypedValue {
  switch (value.as) {
    case 'share':
      return { ...value, value: point }
    case 'money':
      return { ...value, minor: point }
    case 'number':
    case 'interval':
      return { as: 'number', value: point, ...(value.unit === undefined ? {} : { unit: value.unit }) }
    case 'date':
    case 'status':
    case 'reference':
    case 'unknown':
      return { as: 'number', value: point }
  }
}
