import { type IFloating, ImageRun } from 'docx'
import { encode } from 'fast-png'
import { pixels, twips } from './page.js'
import type { Writer } from './writer.js'

/** The longest bar in a cell of a table, in twentieths of a point. */
const longest = twips(9)

/** A bar as long as the part of the longest, from −1 to 1; below zero in another colour. None for nothing. */
export function barRun(part: number, writing: Writer): readonly ImageRun[] {
  const width = Math.round(Math.min(1, Math.abs(part)) * longest)
  return width === 0 ? [] : [rectangle(width, twips(2), part < 0 ? 'mark' : 'soft', writing)]
}

/**
 * How far a value is along its plan: a bar of the value in the room that the larger of them fills, with a mark
 * where the plan is. The figures stand beside it in words. None where a length cannot be told.
 */
export function planRuns(value: number, plan: number, writing: Writer, width: number): readonly ImageRun[] {
  const full = Math.max(value, plan)
  if (!(full > 0) || value < 0 || plan < 0) return []
  const mark = twips(0.7)
  // Lengths are rounded, and a bar that is a little too long would go on below itself.
  const room = width - mark - 90
  const [filled, planned] = [Math.round((value / full) * room), Math.round((plan / full) * room)]
  const [low, high] = [twips(1.8), twips(3.2)]
  const piece = (length: number, height: number, colour: Colour): readonly ImageRun[] =>
    length < 15 ? [] : [rectangle(length, height, colour, writing)]
  return [
    ...piece(Math.min(filled, planned), low, 'accent'),
    ...piece(planned - filled, low, 'line'),
    ...piece(mark, high, 'mark'),
    ...piece(filled - planned, low, 'accent'),
  ]
}

type Colour = 'accent' | 'soft' | 'line' | 'mark'

/** A rectangle of one colour that screen readers pass over: what it shows stands beside it. */
export function rectangle(
  width: number,
  height: number,
  colour: Colour,
  writing: Writer,
  floating?: IFloating,
): ImageRun {
  return new ImageRun({
    type: 'png',
    data: pixelOf(writing.colour(colour)),
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id: String(writing.next()), name: 'Bar' },
    decorative: true,
    ...(floating === undefined ? {} : { floating }),
  })
}

function pixelOf(colour: string): Uint8Array {
  const data = Uint8Array.from([0, 2, 4], (at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return encode({ width: 1, height: 1, data, channels: 3, depth: 8 })
}
