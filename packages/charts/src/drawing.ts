import type { Locale } from '@tirazh/spec'
import { type ChartPalette, type Paint, paintOf } from './palette.js'
import { el, type Markup } from './svg.js'

export interface DrawingOptions {
  readonly locale: Locale
  /** Begins every id inside the drawing, so that several drawings can share a page. */
  readonly id: string
  /** Colours for formats without CSS: they are written as plain attributes, and no classes are. */
  readonly palette?: ChartPalette
}

export interface Drawing {
  /** One `<svg>` element: no scripts, no style attributes, all text escaped. */
  readonly svg: string
  readonly title: string
  /** What a reader who cannot see the drawing needs: how much of what, from where to where. */
  readonly description: string
  /** The size the drawing is meant for, in pixels; no text in it is smaller than 11 px. */
  readonly width: number
  readonly height: number
}

/** What a picture is drawn with. */
export interface Canvas extends Paint {
  readonly locale: Locale
  readonly narrow: boolean
  readonly width: number
  readonly id: string
}

/** What is put into the frame. */
export interface Picture {
  readonly height: number
  readonly content: readonly Markup[]
}

interface Frame {
  /** Names the kind of drawing for style sheets: `tz-chart`. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly width: number
}

export function canvasOf({ locale, id, palette }: DrawingOptions, width: number, narrow: boolean): Canvas {
  return { locale, id, width, narrow, ...paintOf(palette) }
}

/** An image with a title and a description around a picture. Throws `TypeError` if the id cannot begin an id. */
export function framed(
  { name, title, description, width }: Frame,
  { id, palette }: Pick<DrawingOptions, 'id' | 'palette'>,
  picture: Picture,
): Drawing {
  if (!/^[A-Za-z][\w-]*$/.test(id)) {
    throw new TypeError(
      `The id of a drawing is a Latin letter followed by letters, digits, - or _; pass another than ${JSON.stringify(id)}`,
    )
  }
  const height = Math.ceil(picture.height)
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: palette === undefined ? name : undefined,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'Onest, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    },
    el('title', { id: `${id}-title` }, title),
    el('desc', { id: `${id}-desc` }, description),
    ...picture.content,
  )
  return { svg: svg.markup, title, description, width, height }
}
