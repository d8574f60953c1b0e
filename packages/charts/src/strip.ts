import type { ChartColour, Paint } from './palette.js'
import { el, type Markup } from './svg.js'

interface Bar {
  readonly from: number
  readonly to: number
  readonly colour: ChartColour
}

/** A bar upon a track with a mark for the plan, in pixels. */
export interface Strip {
  readonly track: readonly [left: number, right: number]
  /** Drawn one upon the other; `undefined` if the value is not known, which is not the same as no length. */
  readonly bars: readonly Bar[] | undefined
  readonly mark: number | undefined
  readonly middle: number
  readonly thickness: number
}

export function drawStrip(
  { track, bars, mark, middle, thickness }: Strip,
  { fill, outlined }: Paint,
): readonly Markup[] {
  const [left, right] = track
  const bar = (from: number, to: number, colour: ChartColour): Markup => {
    const width = Math.abs(to - from)
    const place = { x: Math.min(from, to), y: middle - thickness / 2, width, height: thickness }
    return el('rect', { ...place, rx: Math.min(2, width / 2), ...fill(colour) })
  }
  const outline = el('rect', {
    x: left + 0.5,
    y: middle - thickness / 2 + 0.5,
    width: right - left - 1,
    height: thickness - 1,
    rx: 2,
    'stroke-dasharray': '3 3',
    ...outlined('paper', 'muted'),
  })
  // Seen against the bar as well as against the track.
  const post = (at: number, width: number, colour: ChartColour): Markup =>
    el('rect', {
      x: at - width / 2,
      y: middle - thickness / 2 - 4,
      width,
      height: thickness + 8,
      rx: 1,
      ...fill(colour),
    })
  const at = mark === undefined ? undefined : Math.max(left + 1.5, Math.min(right - 1.5, mark))
  return [
    ...(bars === undefined ? [outline] : [bar(left, right, 'line')]),
    ...(bars ?? []).map(({ from, to, colour }) => bar(from, to, colour)),
    ...(at === undefined ? [] : [post(at, 5, 'paper'), post(at, 3, 'mark')]),
  ]
}
