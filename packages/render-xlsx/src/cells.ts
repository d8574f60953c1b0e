import type { Cell, Path, PlainDate, Value } from '@tirazh/spec'
import { dateFormat, moneyFormat, numberFormat, shareFormat } from './number-formats.js'
import { cellText } from './text.js'
import type { SheetCell } from './workbook.js'
import type { Writer } from './writer.js'

/**
 * A value as a typed cell. Figures, amounts, shares and dates are numbers with a format; what a number
 * alone would misstate (a bound, an interval, what is not known) is text; `null` is an empty cell.
 */
export function cellOf(value: Cell, at: Path, writer: Writer): SheetCell {
  if (value === null) return { value: null }
  if (typeof value === 'string') return textCell(value, at, writer)
  const { f } = writer
  switch (value.as) {
    case 'number':
      if (value.bound !== undefined) return textCell(f.value(value), at, writer)
      return figure(value.value, numberFormat(value), value, at, writer)
    case 'money':
      // Excel keeps 15 digits, so a larger amount would lose its kopecks.
      if (Math.abs(value.minor) >= 1e15) return textCell(f.value(value), at, writer)
      return figure(value.minor / 100, moneyFormat(f.locale), value, at, writer)
    case 'share':
      return figure(value.value, shareFormat(value), value, at, writer)
    case 'date': {
      const serial = serialOf(value.value)
      if (serial === undefined) return textCell(f.value(value), at, writer)
      return figure(serial, dateFormat(f.locale), value, at, writer)
    }
    case 'reference':
      if (value.report !== undefined && writer.context.link(value.report) !== undefined) writer.unlinked(at)
      return textCell(f.value(value), at, writer)
    case 'interval':
    case 'status':
    case 'unknown':
      return textCell(f.value(value), at, writer)
  }
}

export function textCell(text: string, at: Path, writer: Writer): SheetCell {
  return { value: cellText(text, at, writer.context) }
}

/** The longest format that Excel stores, and how many different ones it is sure to load. */
const longestFormat = 255
const mostFormats = 200

function figure(number: number, format: string, value: Value, at: Path, writer: Writer): SheetCell {
  const known = writer.numberFormats.has(format)
  if (format.length > longestFormat || (!known && writer.numberFormats.size >= mostFormats)) {
    writer.context.omit(at, 'the workbook has no room for this number format; the value is written as text')
    return textCell(writer.f.value(value), at, writer)
  }
  writer.numberFormats.add(format)
  return { value: number, shown: writer.f.value(value), format }
}

/** The number of a day in Excel's calendar, or `undefined` where that calendar is wrong (before March 1900). */
export function serialOf(date: PlainDate): number | undefined {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569
  return Number.isInteger(days) && days >= 61 ? days : undefined
}
