import type { Closures, Decide } from './closures.js'
import { type Frame, once } from './frame.js'
import { type Facts, propertyOf } from './model.js'
import { type Aggregation, type Code, isWord, type Program, type Reaches } from './program.js'

/** The ends of an aggregation; NaN is nothing. */
export interface Ends {
  readonly low: number
  readonly high: number
}

export interface Tallies {
  ends(aggregation: number): Ends
  /** A comparison of a count with a number that stops counting as soon as it is met; `undefined` for any other. */
  reaching(node: Reaches): Decide | undefined
}

/** The aggregations of a program over the related records of its subject. */
export function tallies(program: Program, closures: Closures, frame: Frame): Tallies {
  const counters = program.aggregations.map((aggregation) => new Lazy(aggregation, closures))
  const known = counters.map((counter) => once(frame, () => counter.count(frame.subject, Number.POSITIVE_INFINITY)))

  function reaching({ left, right }: Reaches): Decide | undefined {
    if (left.low.op !== 'end' || left.high.op !== 'end' || right.low !== right.high) return undefined
    const counter = counters[left.low.aggregation]
    const { fn } = program.aggregations[left.low.aggregation] ?? {}
    if (counter === undefined || (fn !== 'count' && fn !== 'countDistinct')) return undefined
    const wanted = closures.int(right.low)
    return (row) => {
      const enough = wanted(row)
      if (Number.isNaN(enough)) return 1
      const { low, high } = counter.count(frame.subject, enough)
      return low >= enough ? 2 : high < enough ? 0 : 1
    }
  }

  return { ends: (aggregation) => known[aggregation]?.() ?? unknownEnds, reaching }
}

const unknownEnds: Ends = { low: Number.NaN, high: Number.NaN }
const nobody: Facts = { id: '' }

type Counter = (rows: readonly unknown[] | undefined, enough: number) => Ends

/** An aggregation whose closures are made when it is first counted: conditions may refer back to the program. */
class Lazy {
  #counter: Counter | undefined
  readonly #aggregation: Aggregation
  readonly #closures: Closures

  constructor(aggregation: Aggregation, closures: Closures) {
    this.#aggregation = aggregation
    this.#closures = closures
  }

  /** May stop once the low end is `enough`. */
  count(subject: Facts, enough: number): Ends {
    this.#counter ??= counterOf(this.#aggregation, this.#closures)
    const rows = propertyOf(subject, this.#aggregation.over)
    return this.#counter(Array.isArray(rows) ? rows : undefined, enough)
  }
}

function counterOf({ fn, where, value }: Aggregation, closures: Closures): Counter {
  const code = where === undefined ? (): Code => 2 : closures.condition(where)
  if (fn === 'count' || value === undefined) return counted(code)
  if (fn === 'countDistinct') {
    return distinct(code, isWord(value) ? closures.word(value) : numbered(closures.int(value)))
  }
  const read = isWord(value) ? (): number => Number.NaN : closures.int(value)
  return fn === 'sum' ? summed(code, read) : extreme(code, read, fn === 'max' ? 1 : -1)
}

function numbered(read: (row?: Facts) => number): (row?: Facts) => number | undefined {
  return (row) => {
    const value = read(row)
    return Number.isNaN(value) ? undefined : value
  }
}

/** What is no object stands for an empty record. */
function recordOf(row: unknown): Facts {
  return typeof row === 'object' && row !== null ? (row as Facts) : nobody
}

function counted(code: (row?: Facts) => Code): Counter {
  return (rows, enough) => {
    if (rows === undefined) return { low: 0, high: Number.NaN }
    let low = 0
    let open = 0
    for (const row of rows) {
      const found = code(recordOf(row))
      if (found === 2) {
        low += 1
        if (low >= enough) break
      } else open += found
    }
    return { low, high: low + open }
  }
}

function distinct(code: (row?: Facts) => Code, read: (row?: Facts) => string | number | undefined): Counter {
  return (rows, enough) => {
    if (rows === undefined) return { low: 0, high: Number.NaN }
    const definite = new Set<string | number>()
    let possible: Set<string | number> | undefined
    let nameless = 0
    let metNameless = false
    for (const each of rows) {
      const row = recordOf(each)
      const found = code(row)
      if (found === 0) continue
      const value = read(row)
      if (value === undefined) {
        nameless += 1
        if (found === 2) metNameless = true
      } else if (found === 2) {
        definite.add(value)
        if (definite.size >= enough) return { low: definite.size, high: Number.POSITIVE_INFINITY }
      } else {
        possible ??= new Set()
        possible.add(value)
      }
    }
    let high = definite.size + nameless
    if (possible) for (const value of possible) if (!definite.has(value)) high += 1
    return { low: definite.size === 0 && metNameless ? 1 : definite.size, high }
  }
}

function summed(code: (row?: Facts) => Code, read: (row?: Facts) => number): Counter {
  return (rows) => {
    if (rows === undefined) return unknownEnds
    let low = 0
    let high = 0
    for (const each of rows) {
      const row = recordOf(each)
      const found = code(row)
      if (found === 0) continue
      const value = read(row)
      if (Number.isNaN(value)) return unknownEnds
      if (found === 2 || value < 0) low += value
      if (found === 2 || value > 0) high += value
    }
    return { low, high }
  }
}

/** `sign` 1 for the greatest value, −1 for the least: the least is the greatest of the negatives. */
function extreme(code: (row?: Facts) => Code, read: (row?: Facts) => number, sign: 1 | -1): Counter {
  return (rows) => {
    let some = false
    let nameless = false
    let definite = Number.NEGATIVE_INFINITY
    let possible = Number.NEGATIVE_INFINITY
    for (const each of rows ?? []) {
      const row = recordOf(each)
      const found = code(row)
      if (found === 0) continue
      const value = sign * read(row)
      if (found === 2) some = true
      if (Number.isNaN(value)) nameless = true
      else if (found === 2) definite = Math.max(definite, value)
      else possible = Math.max(possible, value)
    }
    if (!some) return unknownEnds
    const inner = definite === Number.NEGATIVE_INFINITY ? Number.NaN : sign * definite
    const outer = nameless ? Number.NaN : sign * Math.max(definite, possible)
    return sign === 1 ? { low: inner, high: outer } : { low: outer, high: inner }
  }
}
