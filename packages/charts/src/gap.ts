import { formats, reportWords } from '@tirazh/spec'
import type { Canvas } from './drawing.js'
import { hatchFill } from './hatch.js'
import { el, type Markup } from './svg.js'
import { longestWord, textLines, textWidth, wrap } from './text.js'

/** Neighbours without a value, by their indices. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** Where values are not known: each unbroken run once. */
export function runsWithout(values: readonly (number | null)[]): readonly Run[] {
  const runs: Run[] = []
  for (const [index, value] of values.entries()) {
    if (value !== null) continue
    const open = runs.at(-1)
    if (open?.last === index - 1) runs[runs.length - 1] = { first: open.first, last: index }
    else runs.push({ first: index, last: index })
  }
  return runs
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const size = 11
const lineHeight = 14

/**
 * A hatched area over the whole height, so that nobody takes it for a value, with the words where they
 * fit and hide none of the marks at these heights.
 */
export function drawGap(box: Box, marks: readonly number[], canvas: Canvas): readonly Markup[] {
  const { x, y, width, height } = box
  const area = el('rect', { x: x + 1, y, width: Math.max(0, width - 2), height, fill: hatchFill(canvas) })
  const text = formats(canvas.locale).text(reportWords.noData)
  const upright = longestWord([text], size) + 8 <= width
  const lines = upright ? wrap(text, width - 8, size) : [text]
  const long = Math.max(...lines.map((line) => textWidth(line, size))) + 6
  const deep = lines.length * lineHeight + 2
  const tall = upright ? deep : long
  const middle = [y + height - tall / 2 - 8, y + height / 2, y + tall / 2 + 8].find((at) =>
    marks.every((mark) => Math.abs(mark - at) > tall / 2 + 3),
  )
  if (middle === undefined || (!upright && width < deep)) return [area]

  const centre = x + width / 2
  const plate = { x: centre - long / 2, y: middle - deep / 2, width: long, height: deep, rx: 2 }
  const style = { 'font-size': size, 'text-anchor': 'middle', ...canvas.fill('muted') }
  const words = el(
    'g',
    { transform: upright ? undefined : `rotate(-90 ${round(centre)} ${round(middle)})` },
    el('rect', { ...plate, ...canvas.fill('paper') }),
    ...textLines(lines, centre, plate.y + 12, lineHeight, style),
  )
  return [area, words]
}

function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100
}
