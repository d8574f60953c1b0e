import {
  type BarChart,
  type BulletChart,
  type DumbbellChart,
  type StackedChart,
  valuesTitle,
} from '@tirazh/spec'
import type { ChartAxis, ChartRunOptions, ChartSeries } from 'docx/charts'
import { axes, labelled, legend, named, series } from './axes.js'
import { cleanLine } from './clean.js'
import { twips } from './page.js'
import { withUnit } from './titles.js'
import type { Writer } from './writer.js'

export function barsOf(chart: BarChart, writing: Writer): ChartRunOptions {
  const values = chart.items.map(({ value }) => value)
  const one = series(valuesTitle(chart), values, writing, { color: writing.colour('soft') })
  return {
    ...sideways(
      chart,
      chart.items.map((item) => named(item.label, item.value === null, writing)),
      values,
      writing,
    ),
    series: [one],
    gapWidth: 45,
    legend: false,
  }
}

export function pairsOf(chart: DumbbellChart, writing: Writer): ChartRunOptions {
  const [from, to] = [chart.items.map((item) => item.from), chart.items.map((item) => item.to)]
  const labels = chart.items.map((item) => named(item.label, item.from === null && item.to === null, writing))
  return {
    ...sideways(chart, labels, [...from, ...to], writing),
    series: [
      series(withUnit(chart.fromTitle, chart), from, writing, { color: writing.colour('soft') }),
      series(withUnit(chart.toTitle, chart), to, writing, { color: writing.colour('accent') }),
    ],
    gapWidth: 60,
    legend: legend(writing),
  }
}

export function bulletsOf(chart: BulletChart, writing: Writer): ChartRunOptions {
  const values = chart.items.map(({ value }) => value)
  const plans = chart.items.map(({ plan }) => plan ?? null)
  const labels = chart.items.map(({ label, value }) => named(label, value === null, writing))
  const planned = plans.some((plan) => plan !== null)
  return {
    ...sideways(chart, labels, [...values, ...plans], writing),
    series: [
      series(valuesTitle(chart), values, writing, { color: writing.colour('accent') }),
      ...(planned ? [series(writing.say('plan'), plans, writing, { color: writing.colour('soft') })] : []),
    ],
    gapWidth: 60,
    legend: planned ? legend(writing) : false,
  }
}

export function stackedOf(chart: StackedChart, writing: Writer): ChartRunOptions {
  const steps = spread(chart.parts.length)
  const parts = chart.parts.map((title, index): ChartSeries => {
    const step = steps[index] ?? 5
    const values = chart.items.map((item) => item.values[index] ?? null)
    const font = { size: 8, color: writing.colour(`on${step}`) }
    const labels = { ...labelled(values, writing), font }
    return {
      name: cleanLine(withUnit(title, chart)),
      values,
      color: writing.colour(`seq${step}`),
      dataLabels: labels,
    }
  })
  const labels = chart.items.map(({ label, values }) =>
    named(
      label,
      chart.parts.every((_, index) => (values[index] ?? null) === null),
      writing,
    ),
  )
  const all = parts.flatMap(({ values }) => values)
  return {
    ...sideways(chart, labels, all, writing),
    stacking: 'stacked',
    series: parts,
    gapWidth: 50,
    legend: legend(writing),
  }
}

/** From dark to light, as far apart as they can be; the lightest, which paper hardly shows, only for a fifth. */
function spread(count: number): readonly Step[] {
  const lightest = count < 5 ? 2 : 1
  return Array.from({ length: count }, (_, index) => {
    const dark = count === 1 ? 0 : Math.round((index * (5 - lightest)) / (count - 1))
    return steps[dark] ?? 1
  })
}

type Step = 1 | 2 | 3 | 4 | 5
const steps: readonly Step[] = [5, 4, 3, 2, 1]

function sideways(
  chart: BarChart | DumbbellChart | BulletChart | StackedChart,
  categories: readonly string[],
  values: readonly (number | null)[],
  writing: Writer,
) {
  const { categoryAxis, valueAxis } = axes(chart.labelTitle, titleOf(chart), values, writing)
  return {
    type: 'bar' as const,
    categories,
    // Word begins at the foot; the first is to stand at the head, and the values below all.
    categoryAxis: {
      ...(writing.width < twips(100) ? untitled(categoryAxis) : categoryAxis),
      reverseOrder: true,
    },
    valueAxis: { ...valueAxis, crossesAt: 'maximum' as const },
  }
}

/** Beside long names there is no room for a title in half of a page; the description says it. */
function untitled({ title: _, ...axis }: ChartAxis): ChartAxis {
  return axis
}

function titleOf(chart: BarChart | DumbbellChart | BulletChart | StackedChart): string {
  return 'valueTitle' in chart ? valuesTitle(chart) : (chart.unit ?? '')
}
