import { type Basis, type Cell, linkOf, type Path, type PlainDate, type Value } from '@tirazh/spec'
import { dateFormat, moneyFormat, numberFormat, shareFormat } from './number-formats.js'
import { cellText, cleanText } from './text.js'
import type { Link, SheetCell } from './workbook.js'
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
    case 'reference': {
      const link = linkTo(value, at, writer)
      const cell = textCell(value.text, at, writer)
      return link === undefined ? cell : { ...cell, look: 'link', link }
    }
    case 'status': {
      const link = value.basis === undefined ? undefined : linkTo(value.basis, at, writer)
      return { ...textCell(value.text, at, writer), look: value.status, ...(link !== undefined && { link }) }
    }
    case 'unknown':
      return { ...textCell(value.text, at, writer), look: 'unknown' }
    case 'interval':
      return textCell(f.value(value), at, writer)
  }
}

/** The link of a cell to the report that a reference or a basis leads to. */
export function linkTo(to: { readonly report?: string }, at: Path, { context }: Writer): Link | undefined {
  if (to.report === undefined) return undefined
  const address = linkOf(to, at, context)
  if (address === undefined) return undefined
  if (address.length <= longestAddress) return { to: 'address', address: cleanText(address) }
  context.omit(at, `the address of a link holds ${longestAddress} characters; a longer one is left out`)
  return undefined
}

/** More is refused by Excel. */
const longestAddress = 2_079

/** A text with a link, unless it is so long that a program may fail to break the lines of a link. */
export function linked(cell: SheetCell, link: Link | undefined, at: Path, writer: Writer): SheetCell {
  if (link === undefined) return cell
  const { value } = cell
  const length =
    typeof value === 'object' && value !== null
      ? value.reduce((sum, run) => sum + run.text.length, 0)
      : String(value).length
  if (length <= longestLink) return { ...cell, link }
  writer.context.omit(at, `a text of more than ${longestLink} characters is written without its link`)
  return cell
}

const longestLink = 100

/** The rule and the records behind it: how many of which kind, and a handful of their ids. */
export function basisText({ rule, records }: Basis, { f }: Writer): string {
  const groups = records.map(({ noun, ids }) => {
    const count = f.count(ids.length, noun)
    return ids.length === 0 ? count : `${count}: ${f.list(ids, 6)}`
  })
  return groups.length === 0 ? rule : `${rule} (${groups.join('; ')})`
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
  return { value: number, format }
}

/** The number of a day in Excel's calendar, or `undefined` where that calendar is wrong (before March 1900). */
export function serialOf(date: PlainDate): number | undefined {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569
  return Number.isInteger(days) && days >= 61 ? days : undefined
}
