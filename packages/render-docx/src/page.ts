import type { Report } from '@tirazh/spec'

/** A sheet of paper; all lengths in twentieths of a point. */
export interface Page {
  readonly across: boolean
  readonly width: number
  readonly height: number
  readonly margin: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  /** Between the margins. */
  readonly textWidth: number
  readonly textHeight: number
}

/** A4, with the margins of GOST R 7.0.97: 20 above and below, 10 at the right, the left as told. */
export function pageOf({ layout = 'report' }: Report, leftMargin: number): Page {
  const across = layout !== 'report'
  const [width, height] = across ? [twips(297), twips(210)] : [twips(210), twips(297)]
  const margin =
    layout === 'certificate'
      ? { left: twips(26), right: twips(26), top: twips(24), bottom: twips(22) }
      : { left: twips(leftMargin), right: twips(10), top: twips(20), bottom: twips(20) }
  const textWidth = width - margin.left - margin.right
  return { across, width, height, margin, textWidth, textHeight: height - margin.top - margin.bottom }
}

export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** Pixels, in which the library measures drawings: 96 to the inch. */
export function pixels(length: number): number {
  return Math.max(1, Math.round(length / 15))
}
