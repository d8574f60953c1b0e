import type { Metric, Metrics, Path, Table, TypedValue, Value } from '@tirazh/spec'
import { basisText, cellOf, linkTo, textCell } from './cells.js'
import type { SheetCell, SheetRow } from './workbook.js'
import type { Writer } from './writer.js'

/** Headline figures under titles, with plan, note and counting rule where one of them has it. */
export function metricRows({ items }: Metrics, at: Path, writer: Writer): readonly SheetRow[] {
  const has = (of: (item: Metric) => unknown): boolean => items.some((item) => of(item) !== undefined)
  const planned = has(({ plan }) => plan)
  const noted = has(({ note }) => note)
  const counted = has(({ value }) => basisOf(value))
  const titles = [
    ...(['indicator', 'value'] as const),
    ...(planned ? (['plan'] as const) : []),
    ...(noted ? (['note'] as const) : []),
    ...(counted ? (['howCounted'] as const) : []),
  ]
  return [
    { look: 'header', cells: titles.map((word) => ({ value: writer.say(word) })) },
    ...items.map(({ label, value, plan, note }, index): SheetRow => {
      const path = [...at, 'items', index]
      const basis = basisOf(value)
      const link = basis === undefined ? undefined : linkTo(basis, [...path, 'value'], writer)
      const cells: readonly SheetCell[] = [
        textCell(label, path, writer),
        {
          look: 'figure',
          ...cellOf(value, path, writer),
          align: 'start',
          ...(link !== undefined && { link }),
        },
        ...(planned ? [plan === undefined ? empty : startCell(plan, [...path, 'plan'], writer)] : []),
        ...(noted ? [note === undefined ? empty : textCell(note, [...path, 'note'], writer)] : []),
        ...(counted
          ? [basis === undefined ? empty : textCell(basisText(basis, writer), [...path, 'value'], writer)]
          : []),
      ]
      return { look: 'body', cells }
    }),
  ]
}

const empty: SheetCell = { value: null }

function startCell(value: Value, at: Path, writer: Writer): SheetCell {
  return { ...cellOf(value, at, writer), align: 'start' }
}

function basisOf(value: TypedValue): Extract<TypedValue, { as: 'number' }>['basis'] {
  return 'basis' in value ? value.basis : undefined
}

/** How the figures came about: a row for each that has a trend, a column for each point in time. */
export function trendTable({ items }: Metrics, writer: Writer): Table | undefined {
  const trends = items.filter(({ trend = [] }) => trend.length > 0)
  if (trends.length === 0) return undefined
  const labels = [...new Set(trends.flatMap(({ trend = [] }) => trend.map(({ label }) => label)))]
  return {
    type: 'table',
    caption: writer.say('trend'),
    columns: [
      { title: writer.say('indicator'), as: 'text', rowHeader: true },
      ...labels.map((title) => ({ title, align: 'end' }) as const),
    ],
    rows: trends.map(({ label, value, trend = [] }) => {
      const points = new Map(trend.map((point) => [point.label, pointValue(value, point.value, writer)]))
      return [label, ...labels.map((at) => points.get(at) ?? null)]
    }),
  }
}

/** A point of a trend as a value of the kind and unit of the last one. */
function pointValue(last: TypedValue, point: number | null, writer: Writer): Value {
  if (point === null) return { as: 'unknown', text: writer.say('noData') }
  switch (last.as) {
    case 'money':
      return { as: 'money', minor: point, currency: last.currency }
    case 'share':
      return { ...bare(last), value: point }
    case 'number':
    case 'interval':
      return { as: 'number', value: point, ...(last.unit !== undefined && { unit: last.unit }) }
    default:
      return { as: 'number', value: point }
  }
}

function bare(share: Extract<TypedValue, { as: 'share' }>): Extract<TypedValue, { as: 'share' }> {
  const { basis: _, ...rest } = share
  return rest
}
