import { type ColumnChart, type LineChart, valuesTitle } from '@tirazh/spec'
import type { ChartLineDash, ChartMarkerShape, ChartRunOptions, ChartSeries } from 'docx/charts'
import { axes, labelled, legend, named, series } from './axes.js'
import { cleanLine } from './clean.js'
import { withUnit } from './titles.js'
import type { Writer } from './writer.js'

export function columnsOf(chart: ColumnChart, writing: Writer): ChartRunOptions {
  const values = chart.items.map(({ value }) => value)
  const plans = chart.items.map(({ plan }) => plan ?? null)
  const planned = plans.some((plan) => plan !== null)
  const line = writing.colour('mark')
  const plan: ChartSeries = {
    ...{ name: cleanLine(writing.say('plan')), values: plans, type: 'line', color: line },
    ...{
      line: { color: line, width: 1.5, dash: 'dash' },
      markers: { shape: 'dash', size: 9 },
      dataLabels: false,
    },
  }
  const actual = series(valuesTitle(chart), values, writing, { color: writing.colour('soft') })
  // Above a column a figure would meet the line of the plan.
  const inside = { ...labelled(values, writing), position: 'insideEnd' as const }
  return {
    type: 'column',
    categories: chart.items.map((item) => named(item.label, item.value === null, writing)),
    series: [{ ...actual, ...(planned ? { dataLabels: inside } : {}) }, ...(planned ? [plan] : [])],
    gapWidth: 40,
    ...axes(chart.labelTitle, valuesTitle(chart), [...values, ...plans], writing),
    legend: planned ? legend(writing) : false,
  }
}

/** Lines are told apart by their dashes and marks too. */
const looks: readonly {
  readonly colour: 'accent' | 'mark' | 'ink' | 'soft'
  readonly dash: ChartLineDash
  readonly shape: ChartMarkerShape
}[] = [
  { colour: 'accent', dash: 'solid', shape: 'circle' },
  { colour: 'mark', dash: 'dash', shape: 'diamond' },
  { colour: 'ink', dash: 'shortDot', shape: 'square' },
  { colour: 'soft', dash: 'longDashDot', shape: 'triangle' },
]

export function linesOf(chart: LineChart, writing: Writer): ChartRunOptions {
  const all = chart.series.flatMap(({ values }) => values)
  const several = chart.series.length > 1
  return {
    type: 'line',
    categories: chart.labels.map((label, index) => {
      const unknown = chart.series.every(({ values }) => (values[index] ?? null) === null)
      return named(label, unknown, writing)
    }),
    series: chart.series.map(({ title, values }, index): ChartSeries => {
      const known = values.slice(0, chart.labels.length)
      const look = looks[index % looks.length] ?? { colour: 'ink', dash: 'solid', shape: 'circle' }
      const color = writing.colour(look.colour)
      return {
        ...{
          name: cleanLine(withUnit(title, chart)),
          values: known,
          color,
          line: { color, width: 2, dash: look.dash },
        },
        markers: { shape: look.shape, size: 6 },
        dataLabels: several ? false : { ...labelled(known, writing), position: 'above' },
      }
    }),
    ...axes(
      chart.labelTitle,
      several ? (chart.unit ?? '') : withUnit(chart.series[0]?.title ?? '', chart),
      all,
      writing,
    ),
    emptyValues: 'gap',
    legend: several ? legend(writing) : false,
  }
}
