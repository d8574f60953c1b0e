import { chartProblem } from '@tirazh/charts'
import { type Chart, chartTable, type Path } from '@tirazh/spec'
import { type NativeChart, nativeRun } from './native.js'
import type { Drawn } from './paragraphs.js'
import { paragraph } from './paragraphs.js'
import { drawTable } from './table.js'
import { drawTiles } from './tiles.js'
import type { Writer } from './writer.js'

/** A chart of Word's own; a map of tiles as cells; the numbers as a table where there is nothing to draw. */
export function drawChart(chart: Chart, at: Path, writing: Writer): readonly Drawn[] {
  const problem = chartProblem(chart)
  if (problem !== undefined) {
    writing.context.omit(at, `the chart is drawn as a table of its numbers: ${problem}`)
    return drawNumbers(chart, at, writing)
  }
  if (isEmpty(chart)) return drawNumbers(chart, at, writing)
  if (hasLongNames(chart, writing)) {
    writing.context.omit(
      at,
      `a chart has no room for names of more than ${longestName} characters; it is a table`,
    )
    return drawNumbers(chart, at, writing)
  }
  const title = paragraph('ChartTitle', chart.title)
  if (chart.chart === 'tiles') return [title, ...drawTiles(chart, at, writing)]
  return [title, ...drawNative(chart, writing)]
}

function drawNative(chart: NativeChart, writing: Writer): readonly Drawn[] {
  const noted = chart.note !== undefined
  return [
    paragraph('Drawing', [nativeRun(chart, writing)], { keepNext: noted }),
    ...(chart.note === undefined ? [] : [paragraph('Note', chart.note)]),
  ]
}

function drawNumbers(chart: Chart, at: Path, writing: Writer): readonly Drawn[] {
  const table = chartTable(chart, writing.f.locale)
  return drawTable(chart.note === undefined ? table : { ...table, note: chart.note }, at, writing)
}

/** No reader finds their way in a chart of longer names, and the cells of its workbook have an end. */
const longestName = 255

function hasLongNames(chart: Chart, { f }: Writer): boolean {
  const { columns, rows } = chartTable(chart, f.locale)
  const names = [...columns.map(({ title }) => title), ...rows.flat()]
  return names.some((name) => typeof name === 'string' && name.length > longestName)
}

/** Whether Word has nothing to draw a chart of. */
function isEmpty(chart: Chart): boolean {
  switch (chart.chart) {
    case 'line':
      return chart.labels.length === 0 || chart.series.length === 0
    case 'stacked':
      return chart.items.length === 0 || chart.parts.length === 0
    case 'tiles':
      return chart.tiles.length === 0
    default:
      return chart.items.length === 0
  }
}
