import type { Canvas } from './drawing.js'
import { el, type Markup } from './svg.js'

/** What a hatched area is filled with. */
export function hatchFill({ id }: Canvas): string {
  return `url(#${id}-none)`
}

/** Slanting lines for “no data”, so that it is told from every colour by its pattern. */
export function hatchPattern({ id, fill, stroke }: Canvas): Markup {
  return el(
    'defs',
    {},
    el(
      'pattern',
      {
        id: `${id}-none`,
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      el('rect', { width: 6, height: 6, ...fill('paper') }),
      el('line', { x1: 0, x2: 0, y1: 0, y2: 6, ...stroke('line', 3) }),
    ),
  )
}
