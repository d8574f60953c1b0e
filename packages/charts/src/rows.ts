import type { Canvas } from './drawing.js'
import { el, type Markup } from './svg.js'
import { longestWord, textLines, textWidth, wrap } from './text.js'

export interface RowsOptions {
  /** Where the rows begin, in pixels from the top. */
  readonly top: number
  /** The height of a figure. */
  readonly figure: number
  /** The least width for the figures with all that is written beside them. */
  readonly room: number
  /** Room at the end of each label's line where there is little room: the labels then stand above. */
  readonly ends?: number
}

/** Where what belongs to each label is drawn. */
export interface Rows {
  /** The labels. */
  readonly content: readonly Markup[]
  /** The labels stand above their figures and not beside them. */
  readonly above: boolean
  /** Where the room for the figures begins, in pixels from the left. */
  readonly left: number
  readonly rows: readonly Row[]
  readonly height: number
}

export interface Row {
  /** The middle of the figure. */
  readonly middle: number
  /** The baseline of the first line of the label. */
  readonly baseline: number
}

const size = 12
const lineHeight = 15
const gap = 12

/** One row per label, each label in as many lines as it needs: beside its figure, or above it where room is short. */
export function layRows(labels: readonly string[], options: RowsOptions, canvas: Canvas): Rows {
  const { narrow, width } = canvas
  const most = Math.min(width * (narrow ? 0.42 : 0.45), width - gap - options.room)
  const wrapped = labels.map((label) => wrap(label, most, size))
  const lines = narrow ? 2 : 4
  const beside =
    !(narrow && options.ends !== undefined) &&
    longestWord(labels, size) <= most &&
    wrapped.every(({ length }) => length <= lines)
  return beside ? labelsBeside(wrapped, options, canvas) : labelsAbove(labels, options, canvas)
}

function labelsBeside(
  wrapped: readonly (readonly string[])[],
  { figure, top }: RowsOptions,
  { fill }: Canvas,
): Rows {
  const right = Math.max(...wrapped.flat().map((line) => textWidth(line, size)))
  const content: Markup[] = []
  const rows: Row[] = []
  let y = top
  for (const lines of wrapped) {
    const height = Math.max(lines.length * lineHeight, figure) + 8
    const middle = y + height / 2
    const baseline = middle - (lines.length * lineHeight) / 2 + 11.5
    const style = { 'font-size': size, 'text-anchor': 'end', ...fill('ink') }
    content.push(...textLines(lines, right, baseline, lineHeight, style))
    rows.push({ middle, baseline })
    y += height
  }
  return { content, above: false, left: right + gap, rows, height: y - top }
}

function labelsAbove(
  labels: readonly string[],
  { figure, top, ends = 0 }: RowsOptions,
  { width, fill }: Canvas,
): Rows {
  const content: Markup[] = []
  const rows: Row[] = []
  let y = top + 2
  for (const label of labels) {
    const lines = wrap(label, width - (ends === 0 ? 0 : ends + gap), size)
    const baseline = y + 13
    content.push(...textLines(lines, 0, baseline, lineHeight, { 'font-size': size, ...fill('ink') }))
    y += lines.length * lineHeight + 4
    rows.push({ middle: y + figure / 2, baseline })
    y += figure + 11
  }
  return { content, above: true, left: 0, rows, height: y - top }
}

/** An upright line beside all figures, or beside each where labels stand between them. */
export function drawAxis(
  { above, rows, height }: Rows,
  x: number,
  { top, figure }: RowsOptions,
  canvas: Canvas,
): readonly Markup[] {
  const line = (y1: number, y2: number): Markup =>
    el('line', { x1: x, x2: x, y1, y2, ...canvas.stroke('muted') })
  return above
    ? rows.map(({ middle }) => line(middle - figure / 2 - 2, middle + figure / 2 + 2))
    : [line(top, top + height)]
}
