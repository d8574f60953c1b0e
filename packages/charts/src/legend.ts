import type { Canvas, Picture } from './chart.js'
import { type ChartColour, fill, stroke } from './palette.js'
import { el, type Markup } from './svg.js'
import { textWidth, wrap } from './text.js'

/** One entry of a legend: a heading on a line of its own, or a sign. `fill` paints a square with a pattern. */
export interface Sign {
  readonly sign: 'heading' | 'square' | 'line'
  readonly colour: ChartColour
  readonly text: string
  readonly fill?: string
}

const size = 11
const lineHeight = 18

/** The entries in as many lines as they need. */
export function drawLegend(signs: readonly Sign[], { width }: Canvas): Picture {
  const content: Markup[] = []
  let x = 0
  let y = 12
  for (const sign of signs) {
    const indent = sign.sign === 'heading' ? 0 : 18
    const lines = wrap(sign.text, width - indent, size, 2)
    const needed = indent + Math.max(...lines.map((line) => textWidth(line, size)))
    if (x > 0 && x + needed > width) {
      x = 0
      y += lineHeight
    }
    content.push(...drawSign(sign, x, y))
    for (const [row, line] of lines.entries()) {
      if (row > 0) y += 14
      content.push(el('text', { x: x + indent, y, 'font-size': size, ...fill('muted') }, line))
    }
    x = sign.sign === 'heading' ? width : x + needed + 14
  }
  return { height: y + 6, content }
}

function drawSign(sign: Sign, x: number, y: number): readonly Markup[] {
  switch (sign.sign) {
    case 'square': {
      const paint = sign.fill === undefined ? fill(sign.colour) : { fill: sign.fill, ...stroke(sign.colour) }
      return [el('rect', { x: x + 0.5, y: y - 9.5, width: 11, height: 11, rx: 2, ...paint })]
    }
    case 'line':
      return [el('line', { x1: x, x2: x + 13, y1: y - 4, y2: y - 4, ...stroke(sign.colour, 2) })]
    case 'heading':
      return []
  }
}
