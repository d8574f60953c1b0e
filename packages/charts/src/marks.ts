import type { ChartColour, Paint } from './palette.js'
import { el, type Markup } from './svg.js'

/** How a series is told from the others: by the shape of its points and the dashes of its line, not by colour alone. */
export interface Mark {
  readonly colour: ChartColour
  readonly shape: 'disc' | 'square' | 'triangle' | 'diamond' | 'ring' | 'halo'
  readonly dashes?: string
}

/** The marks of up to four series; the first is the most prominent. */
export const seriesMarks: readonly Mark[] = [
  { colour: 'accent', shape: 'disc' },
  { colour: 'soft', shape: 'square', dashes: '7 3' },
  { colour: 'ink', shape: 'triangle', dashes: '2 3' },
  { colour: 'mark', shape: 'diamond', dashes: '8 3 2 3' },
]

/** A point of a series, about 8 px wide. */
export function drawMark({ shape, colour }: Mark, x: number, y: number, { fill, outlined }: Paint): Markup {
  switch (shape) {
    case 'disc':
      return el('circle', { cx: x, cy: y, r: 4, ...fill(colour) })
    case 'ring':
      return el('circle', { cx: x, cy: y, r: 4, ...outlined('paper', colour, 2) })
    case 'halo':
      return el('circle', { cx: x, cy: y, r: 6.5, ...outlined('paper', colour, 1.5) })
    case 'square':
      return el('rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, ...fill(colour) })
    case 'triangle':
      return polygon([x, y - 4.5, x + 4.5, y + 3.5, x - 4.5, y + 3.5], fill(colour))
    case 'diamond':
      return polygon([x, y - 5, x + 5, y, x, y + 5, x - 5, y], fill(colour))
  }
}

function polygon(coordinates: readonly number[], paint: ReturnType<Paint['fill']>): Markup {
  const points = coordinates.map((coordinate) => Math.round(coordinate * 100) / 100).join(' ')
  return el('polygon', { points, ...paint })
}
