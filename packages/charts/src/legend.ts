import type { Canvas, Picture } from './drawing.js'
import { drawMark, type Mark } from './marks.js'
import type { ChartColour } from './palette.js'
import { el, type Markup } from './svg.js'
import { textWidth, wrap } from './text.js'

/** One entry of a legend: a heading on a line of its own, or a sign with what it stands for. */
export type Sign =
  | { readonly sign: 'heading'; readonly text: string }
  | { readonly sign: 'square' | 'line' | 'post' | 'gap'; readonly colour: ChartColour; readonly text: string }
  /** A square with a pattern. */
  | { readonly sign: 'pattern'; readonly colour: ChartColour; readonly text: string; readonly fill: string }
  | { readonly sign: 'point' | 'series'; readonly mark: Mark; readonly text: string }

const size = 11
const lineHeight = 18
const gap = 16

/** The entries in as many lines as they need. */
export function drawLegend(signs: readonly Sign[], canvas: Canvas): Picture {
  const { width, fill } = canvas
  const content: Markup[] = []
  let x = 0
  let y = 12
  for (const sign of signs) {
    const indent = indents[sign.sign]
    const lines = wrap(sign.text, width - indent, size)
    const needed = indent + Math.max(...lines.map((line) => textWidth(line, size)))
    if (x > 0 && (sign.sign === 'heading' || x + needed > width)) {
      x = 0
      y += lineHeight
    }
    content.push(...drawSign(sign, x, y - 4, canvas))
    for (const [row, line] of lines.entries()) {
      if (row > 0) y += 14
      content.push(el('text', { x: x + indent, y, 'font-size': size, ...fill('muted') }, line))
    }
    x = sign.sign === 'heading' || lines.length > 1 ? width : x + needed + gap
  }
  return { height: y + 6, content }
}

const indents: Readonly<Record<Sign['sign'], number>> = {
  heading: 0,
  square: 18,
  pattern: 18,
  line: 20,
  post: 12,
  gap: 32,
  point: 15,
  series: 30,
}

/** What stands before the text, around the height `y`. */
function drawSign(sign: Sign, x: number, y: number, canvas: Canvas): readonly Markup[] {
  const { fill, stroke } = canvas
  const box = { x: x + 0.5, y: y - 5.5, width: 11, height: 11, rx: 2 }
  const line = (from: number, to: number, attributes: ReturnType<typeof stroke>): Markup =>
    el('line', { x1: x + from, x2: x + to, y1: y, y2: y, ...attributes })
  switch (sign.sign) {
    case 'heading':
      return []
    case 'square':
      return [el('rect', { ...box, ...fill(sign.colour) })]
    case 'pattern':
      return [el('rect', { ...box, fill: sign.fill, ...stroke(sign.colour) })]
    case 'line':
      return [line(0, 14, stroke(sign.colour, 2))]
    case 'post':
      return [el('rect', { x: x + 2, y: y - 6, width: 3, height: 12, rx: 1, ...fill(sign.colour) })]
    case 'gap':
      return [line(0, 9, stroke(sign.colour, 2)), line(17, 26, stroke(sign.colour, 2))]
    case 'point':
      return [drawMark(sign.mark, x + 5, y, canvas)]
    case 'series':
      return [
        line(0, 24, { ...stroke(sign.mark.colour, 2), 'stroke-dasharray': sign.mark.dashes }),
        drawMark(sign.mark, x + 12, y, canvas),
      ]
  }
}
