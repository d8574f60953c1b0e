import { describeChart } from '@tirazh/charts'
import { type Chart, type LineChart, valuesTitle } from '@tirazh/spec'
import { ChartRun, type ChartRunOptions } from 'docx/charts'
import { begins, cleanLine } from './clean.js'
import { barsOf, bulletsOf, pairsOf, stackedOf } from './native-bars.js'
import { columnsOf, linesOf } from './native-columns.js'
import { pixels, twips } from './page.js'
import type { Writer } from './writer.js'

/** A chart that Word draws itself, with its numbers in a workbook behind it. */
export type NativeChart = Exclude<Chart, { readonly chart: 'tiles' }>

export function nativeRun(chart: NativeChart, writing: Writer): ChartRun {
  return new ChartRun(framed(optionsOf(chart, writing), chart, heightOf(chart, writing), writing))
}

/** A line without axes, as high as a line of text or two. */
export function trendRun(chart: LineChart, writing: Writer): ChartRun {
  const [{ values = [] } = {}] = chart.series
  const options: ChartRunOptions = {
    type: 'line',
    categories: chart.labels.map(cleanLine),
    series: [
      {
        name: cleanLine(chart.title),
        values,
        color: writing.colour('accent'),
        line: { color: writing.colour('accent'), width: 1.5 },
        // Without marks a value between two that are not known would not be seen.
        markers: { shape: 'circle', size: 3 },
      },
    ],
    categoryAxis: { visible: false },
    valueAxis: { visible: false, gridlines: false },
    legend: false,
  }
  return new ChartRun(framed(options, chart, twips(11), writing))
}

/** What all charts have: size, font, alternative text; the title stands above them as text. */
function framed(options: ChartRunOptions, chart: Chart, height: number, writing: Writer): ChartRunOptions {
  return {
    ...options,
    transformation: { width: pixels(Math.min(writing.width, twips(190))), height: pixels(height) },
    font: { name: writing.font, color: writing.colour('ink') },
    chartArea: { fill: 'none', border: 'none' },
    altText: {
      id: String(writing.next()),
      name: cleanLine(begins(chart.title, 100)),
      title: cleanLine(chart.title),
      description: cleanLine(described(chart, writing)),
    },
  }
}

/** What the chart shows of what, and what there is to see in it. */
function described(chart: Chart, { f }: Writer): string {
  const values = 'valueTitle' in chart ? ` — ${valuesTitle(chart)}` : ''
  const of = chart.labelTitle === '' ? '' : `${chart.labelTitle}${values}. `
  return `${of}${describeChart(chart, f.locale)}`
}

function optionsOf(chart: NativeChart, writing: Writer): ChartRunOptions {
  switch (chart.chart) {
    case 'bars':
      return barsOf(chart, writing)
    case 'columns':
      return columnsOf(chart, writing)
    case 'line':
      return linesOf(chart, writing)
    case 'dumbbell':
      return pairsOf(chart, writing)
    case 'bullet':
      return bulletsOf(chart, writing)
    case 'stacked':
      return stackedOf(chart, writing)
  }
}

function heightOf(chart: NativeChart, { width }: Writer): number {
  switch (chart.chart) {
    case 'bars':
      return twips(Math.min(22 + chart.items.length * 6, 200))
    case 'stacked':
      return twips(Math.min(32 + chart.items.length * 8, 200))
    case 'dumbbell':
    case 'bullet':
      return twips(Math.min(32 + chart.items.length * 11, 210))
    case 'columns':
    case 'line':
      return Math.round(Math.min(width * 0.62, twips(68)))
  }
}
