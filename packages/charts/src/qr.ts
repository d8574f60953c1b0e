import { encode } from 'uqr'
import { type Drawing, type DrawingOptions, framed } from './drawing.js'
import { el } from './svg.js'

export interface QrOptions extends Pick<DrawingOptions, 'id' | 'palette'> {
  /** What the code leads to: the title of the drawing. */
  readonly label: string
}

/** Modules of light around the code, without which it cannot be found. */
const quietZone = 4
const moduleSize = 4
/** What a code of the largest size holds with error correction M. */
const mostBytes = 2331

/**
 * A QR code with the text as its description. It is dark on light on every page and with every palette,
 * because not every scanner reads the opposite. Throws `TypeError` if {@link qrModules} does, or if the
 * id cannot begin an id.
 */
export function drawQr(text: string, options: QrOptions): Drawing {
  const modules = qrModules(text)
  const side = modules.length * moduleSize
  const frame = { name: 'tz-qr', title: options.label, description: text, width: side }
  return framed(frame, options, {
    height: side,
    content: [
      el('rect', { width: side, height: side, fill: '#ffffff' }),
      el('path', { d: darkRuns(modules), fill: '#000000', 'shape-rendering': 'crispEdges' }),
    ],
  })
}

/**
 * The squares of a QR code, row by row, `true` where dark, with four light ones on every side. Error
 * correction M; the same text gives the same squares. Throws `TypeError` if the text is empty or too long.
 */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text).length
  if (bytes === 0 || bytes > mostBytes) {
    throw new TypeError(
      `A QR code holds 1 to ${mostBytes} bytes of UTF-8; give a shorter address instead of these ${bytes} bytes`,
    )
  }
  return encode(text, { ecc: 'M', boostEcc: false, border: quietZone }).data
}

/** One rectangle for each unbroken run of dark modules in a row. */
function darkRuns(modules: readonly (readonly boolean[])[]): string {
  const runs: string[] = []
  for (const [row, squares] of modules.entries()) {
    let start = 0
    for (const [column, dark] of squares.entries()) {
      if (!dark) start = column + 1
      else if (squares[column + 1] !== true) {
        const length = (column + 1 - start) * moduleSize
        runs.push(`M${start * moduleSize} ${row * moduleSize}h${length}v${moduleSize}h-${length}z`)
      }
    }
  }
  return runs.join('')
}
