import { type Formats, reportWords } from '@tirazh/spec'
import { textWidth } from './text.js'

/** A number as drawn: from a million on without the digits after the decimal sign, for which no room is left. */
export function numberLabel(value: number, f: Formats): string {
  return Math.abs(value) < 1e6 ? f.number(value) : f.number(value, 0)
}

export interface Labels {
  readonly texts: readonly string[]
  readonly unitLeftOut: boolean
}

/** The values with their unit, or without where one of them would be wider than the room; the words where not known. */
export function numberLabels(
  values: readonly (number | null)[],
  unit: string | undefined,
  room: number,
  size: number,
  f: Formats,
): Labels {
  const write = (suffix: string): readonly string[] =>
    values.map((value) => (value === null ? f.text(reportWords.noData) : `${numberLabel(value, f)}${suffix}`))
  const full = write(unit === undefined ? '' : `\u00a0${unit}`)
  const unitLeftOut = unit !== undefined && full.some((text) => textWidth(text, size) > room)
  return { texts: unitLeftOut ? write('') : full, unitLeftOut }
}
