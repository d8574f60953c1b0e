import type { Canvas, Picture } from './drawing.js'
import { el, type Markup } from './svg.js'
import { longestWord, textWidth, wrap } from './text.js'

const size = 11
const lineHeight = 14
const apart = 6
/** A longer word is broken, so that its neighbours need not be left out; a little sooner if then none is. */
const longestUnbroken = 84
const leastBroken = 48

/**
 * The labels below an axis, each around its centre and in as many lines as it needs. Where not every one
 * fits, every second, third, … is drawn, counted from the last.
 */
export function drawCategories(
  labels: readonly string[],
  centres: readonly number[],
  step: number,
  top: number,
  canvas: Canvas,
): Picture {
  const edge = Math.min(centres[0] ?? 0, canvas.width - (centres.at(-1) ?? 0))
  const longest = step >= leastBroken + apart ? leastBroken : longestUnbroken
  const every = everyThatFits(Math.min(longest, longestWord(labels, size)), step, edge)
  const room = labels.length === 1 ? canvas.width : widestThatFits(step * every, edge)
  const content: Markup[] = []
  let rows = 0
  for (const [index, label] of labels.entries()) {
    if ((labels.length - 1 - index) % every !== 0) continue
    const lines = wrap(label, room, size)
    rows = Math.max(rows, lines.length)
    const centre = centres[index] ?? 0
    for (const [row, line] of lines.entries()) {
      content.push(centred(line, centre, top + 16 + row * lineHeight, size, canvas, { colour: 'muted' }))
    }
  }
  return { height: 8 + rows * lineHeight, content }
}

/**
 * 1 if texts of this width fit side by side, 2 if every second does, and so on. The outermost, whose
 * centres are `edge` away from the end, may have to move inwards.
 */
export function everyThatFits(width: number, step: number, edge: number): number {
  const moved = Math.max(0, width / 2 - edge)
  return Math.max(1, Math.ceil((width + moved + apart) / step))
}

/** The other way round: how wide texts may be so far apart. */
function widestThatFits(distance: number, edge: number): number {
  return Math.min(distance - apart, (distance - apart + edge) / 1.5)
}

interface TextStyle {
  readonly weight?: number
  readonly colour?: 'ink' | 'muted'
}

/** Text centred on `centre`, moved inwards where it would leave the drawing. */
export function centred(
  text: string,
  centre: number,
  y: number,
  size: number,
  { width, fill }: Canvas,
  { weight, colour = 'ink' }: TextStyle = {},
): Markup {
  const half = textWidth(text, size) / 2
  const x = Math.max(half, Math.min(width - half, centre))
  return el(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': 'middle', ...fill(colour) },
    text,
  )
}
