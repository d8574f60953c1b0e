import {
  type Basis,
  type Block,
  basesOf,
  type Cell,
  type PlainDate,
  type Value,
  valuesOf,
} from '@tirazh/spec'
import type { Grid } from './grid.js'
import type { Writer } from './writer.js'

/** A value as a cell: figures and dates bare and without unit, everything else as text. */
function writeValue(value: Value, writer: Writer): string {
  const { profile } = writer
  if (typeof value === 'string') return writer.text(value)
  switch (value.as) {
    case 'number': {
      const number = profile.number(value.value)
      return value.bound === undefined ? number : `${writer.say(value.bound)} ${number}`
    }
    case 'interval':
      // A dash, because 3-5 would be read as a date. Text, because a low end may be negative.
      return writer.text(`${profile.number(value.low)}–${profile.number(value.high)}`)
    case 'money':
      return profile.money(value.minor)
    case 'share':
      return profile.share(value.value)
    case 'date':
      return writeDate(value.value, writer)
    case 'status':
    case 'reference':
    case 'unknown':
      return writer.text(value.text)
  }
}

/** A day that is not `YYYY-MM-DD` at run time is text like any other. */
export function writeDate(date: PlainDate, { profile, text }: Writer): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? profile.date(date) : text(date)
}

/** A cell that does not apply is empty. */
export function writeCell(cell: Cell | undefined, writer: Writer): string {
  return cell === null || cell === undefined ? '' : writeValue(cell, writer)
}

/** What a figure is counted in, which stands outside its cell. */
export function unitOf(cell: Cell | undefined): string | undefined {
  if (cell === null || typeof cell !== 'object') return undefined
  if (cell.as === 'money') return '₽'
  return cell.as === 'number' || cell.as === 'interval' ? cell.unit : undefined
}

export function basisOf(value: Value): Basis | undefined {
  return typeof value === 'object' && 'basis' in value ? value.basis : undefined
}

/** The rule and the records behind a figure: how many of which kind, and a handful of their ids. */
export function writeBasis({ rule, records }: Basis, { f, text }: Writer): string {
  const groups = records.map(({ noun, ids }) => {
    const count = f.count(ids.length, noun)
    return ids.length === 0 ? count : `${count}: ${f.list(ids, 6)}`
  })
  return text(groups.length === 0 ? rule : `${rule} (${groups.join('; ')})`)
}

/** How the figures of a block were counted, a row for each rule. */
export function writeBases(block: Block, writer: Writer): Grid {
  return basesOf(valuesOf(block)).map((basis) => [writer.say('howCounted'), writeBasis(basis, writer)])
}
