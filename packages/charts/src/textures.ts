import type { Canvas } from './drawing.js'
import type { ChartColour } from './palette.js'
import { el, type Markup } from './svg.js'

/** What the parts of a bar are told from each other by besides their colour. */
export interface Texture {
  readonly name: 'full' | 'stripes' | 'pale' | 'dots' | 'empty'
  readonly ground: ChartColour
  /** Can be read upon the ground. */
  readonly text: ChartColour
  /** What is drawn upon the ground hides small text. */
  readonly busy: boolean
}

/** The textures of up to five parts, from full to empty. */
export const textures: readonly Texture[] = [
  { name: 'full', ground: 'seq5', text: 'on5', busy: false },
  { name: 'stripes', ground: 'seq3', text: 'on3', busy: true },
  { name: 'pale', ground: 'seq2', text: 'on2', busy: false },
  { name: 'dots', ground: 'seq1', text: 'on1', busy: true },
  { name: 'empty', ground: 'paper', text: 'ink', busy: false },
]

export function textureFill({ name }: Texture, { id }: Canvas): string {
  return `url(#${id}-${name})`
}

/** The definitions of the textures that a drawing uses. */
export function drawTextures(used: readonly Texture[], canvas: Canvas): Markup {
  return el('defs', {}, ...used.map((texture) => drawTexture(texture, canvas)))
}

function drawTexture({ name, ground }: Texture, { id, fill, stroke }: Canvas): Markup {
  return el(
    'pattern',
    {
      id: `${id}-${name}`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: name === 'stripes' ? 'rotate(45)' : undefined,
    },
    el('rect', { width: 6, height: 6, ...fill(ground) }),
    ...(name === 'stripes' ? [el('line', { x1: 0, x2: 0, y1: 0, y2: 6, ...stroke('seq5', 2.5) })] : []),
    ...(name === 'dots' ? [el('circle', { cx: 3, cy: 3, r: 1.1, ...fill('seq5') })] : []),
  )
}
