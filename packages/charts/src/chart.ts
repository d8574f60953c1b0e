import type { Chart } from '@tirazh/spec'
import { drawBars } from './bars.js'
import { drawBullets } from './bullet.js'
import { drawColumns } from './columns.js'
import { describeChart } from './describe.js'
import { type Canvas, canvasOf, type Drawing, type DrawingOptions, framed, type Picture } from './drawing.js'
import { drawDumbbells } from './dumbbell.js'
import { drawLines } from './line.js'
import { drawNothing } from './nothing.js'
import { chartProblem } from './problem.js'
import { drawStacks } from './stacked.js'
import { drawTiles } from './tiles.js'

export interface ChartOptions extends DrawingOptions {
  /** `wide` is meant for 480 px and more, `narrow` for 288 px: a phone or a column of a printed page. */
  readonly width: 'wide' | 'narrow'
}

/**
 * Draws a chart. The same chart gives the same bytes.
 * Throws `TypeError` if the id cannot begin an id, or if {@link chartProblem} finds a problem.
 */
export function drawChart(chart: Chart, options: ChartOptions): Drawing {
  const problem = chartProblem(chart)
  if (problem !== undefined) throw new TypeError(problem)
  const narrow = options.width === 'narrow'
  const width = narrow ? 288 : 480
  const { title } = chart
  const description = describeChart(chart, options.locale)
  const picture = drawPicture(chart, canvasOf(options, width, narrow))
  return framed({ name: 'tz-chart', title, description, width }, options, picture)
}

function drawPicture(chart: Chart, canvas: Canvas): Picture {
  switch (chart.chart) {
    case 'bars':
      return chart.items.length === 0 ? drawNothing(canvas) : drawBars(chart, canvas)
    case 'columns':
      return chart.items.length === 0 ? drawNothing(canvas) : drawColumns(chart, canvas)
    case 'line':
      return chart.labels.length === 0 ? drawNothing(canvas) : drawLines(chart, canvas)
    case 'dumbbell':
      return chart.items.length === 0 ? drawNothing(canvas) : drawDumbbells(chart, canvas)
    case 'bullet':
      return chart.items.length === 0 ? drawNothing(canvas) : drawBullets(chart, canvas)
    case 'stacked':
      return chart.items.length === 0 ? drawNothing(canvas) : drawStacks(chart, canvas)
    case 'tiles':
      return chart.tiles.length === 0 ? drawNothing(canvas) : drawTiles(chart, canvas)
  }
}
