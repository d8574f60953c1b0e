import type { Int, Word } from '../program.js'
import type { Batch } from './batch.js'
import type { Places } from './column.js'
import type { Take } from './ends.js'
import { numberAt, numbers, valuesOf } from './numbers.js'
import { onlyColumn } from './reads.js'
import { type Codes, type Scope, valueScope } from './scope.js'

/**
 * Counts the different values of the records of each subject: `low` of those met, `high` of those met or
 * unknown, where each record whose value is nothing may have one of its own.
 */
export function countDistinct(
  value: Int | Word,
  scope: Scope,
  starts: Uint32Array,
  decided: Codes,
  low: Places,
  high: Places,
): Take {
  const names = naming()
  const column = onlyColumn(value, scope)
  if (column !== undefined) {
    const values = valuesOf(value, column, valueScope(column, scope))
    const named = new Uint32Array(values.length)
    for (let place = 0; place < named.length; place += 1) named[place] = names.of(values[place] ?? 0)
    const marks = new Int32Array(names.count())
    return (batch) => {
      count(batch, starts, decided(batch), column.places, batch.from, named, marks, low, high)
    }
  }
  const read = numbers(value, scope)
  const found = new Uint32Array(scope.capacity)
  let same = new Uint32Array(0)
  let marks = new Int32Array(0)
  return (batch) => {
    const values = read(batch)
    for (let row = 0; row < batch.size; row += 1) found[row] = names.of(numberAt(values, row))
    if (marks.length < names.count()) {
      same = Uint32Array.from({ length: names.count() * 2 }, (_, name) => name)
      const before = marks
      marks = new Int32Array(same.length)
      marks.set(before)
    }
    count(batch, starts, decided(batch), found, 0, same, marks, low, high)
  }
}

/** Whole numbers for different values, from 1 on; 0 for nothing. */
function naming(): { of(value: number): number; count(): number } {
  const names = new Map<number, number>([[Number.NaN, 0]])
  return {
    of(value) {
      const known = names.get(value) ?? names.size
      names.set(value, known)
      return known
    },
    count: () => names.size,
  }
}

/**
 * Every value has a mark of the subject that had it last: `4 × (subject + 1)`, plus the greatest code of
 * its records. A record raises the mark, and adds one to an end where it lifts the mark over the
 * threshold of that end. Without branches, which random codes would make the processor guess wrong.
 */
function count(
  { from, first, last }: Batch,
  starts: Uint32Array,
  codes: Uint8Array,
  places: Places,
  shift: number,
  names: Uint32Array,
  marks: Int32Array,
  low: Places,
  high: Places,
): void {
  let row = 0
  for (let subject = first; subject < last; subject += 1) {
    const base = (4 * subject + 4) | 0
    let certain = 0
    let possible = 0
    let nameless = 0
    for (const end = (starts[subject + 1] ?? 0) - from; row < end; row += 1) {
      const code = codes[row] ?? 0
      const name = names[places[shift + row] ?? 0] ?? 0
      if (name === 0) {
        nameless |= code
        possible += (code + 1) >> 1
        continue
      }
      const mark = ((marks[name] ?? 0) - base) | 0
      const rise = code - mark
      marks[name] = base + mark + (rise & ~(rise >> 31))
      certain += (code >> 1) & ((mark - 2) >>> 31)
      possible += ((code + 1) >> 1) & ((mark - 1) >>> 31)
    }
    low[subject] = certain === 0 ? nameless >> 1 : certain
    high[subject] = possible
  }
}
