import type { Closures, Decide } from './closures.js'
import { type Values, valuesOf } from './distinct-values.js'
import { type Frame, once } from './frame.js'
import { type Facts, propertyOf } from './model.js'
import { type Aggregation, type Code, isWord, type Program, type Reaches } from './program.js'
import type { Successions } from './succession.js'

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

/** What the closures of an aggregation are made with. */
export interface Surroundings {
  readonly closures: Closures
  readonly frame: Frame
  readonly successions: Successions
}

/** The aggregations of a program over the related records of its subject. */
export function tallies(program: Program, surroundings: Surroundings): Tallies {
  const { closures, frame } = surroundings
  const counters = program.aggregations.map((aggregation) => new Lazy(aggregation, surroundings))
  const known = counters.map((counter) =>
    once(frame, () => counter.count(frame.subject, Number.POSITIVE_INFINITY)),
  )

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
  readonly #surroundings: Surroundings

  constructor(aggregation: Aggregation, surroundings: Surroundings) {
    this.#aggregation = aggregation
    this.#surroundings = surroundings
  }

  /** May stop once the low end is `enough`. */
  count(subject: Facts, enough: number): Ends {
    this.#counter ??= counterOf(this.#aggregation, this.#surroundings)
    const rows = propertyOf(subject, this.#aggregation.over)
    return this.#counter(Array.isArray(rows) ? rows : undefined, enough)
  }
}

function counterOf(
  { fn, where, value }: Aggregation,
  { closures, frame, successions }: Surroundings,
): Counter {
  const code = where === undefined ? (): Code => 2 : closures.condition(where)
  if (fn === 'count' || value === undefined) return counted(code)
  if (fn === 'countDistinct') return distinct(code, valuesOf(value, closures, frame, successions))
  const read = isWord(value) ? (): number => Number.NaN : closures.int(value)
  return fn === 'sum' ? summed(code, read) : extreme(code, read, fn === 'max' ? 1 : -1)
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

function distinct(code: Decide, values: Values): Counter {
  let count = 0
  return (rows, enough) => {
    if (rows === undefined) return { low: 0, high: Number.NaN }
    count += 1
    const possible = 2 * count
    values.begin()
    let low = 0
    let high = 0
    let metNameless = false
    for (const each of rows) {
      const row = recordOf(each)
      const found = code(row)
      if (found === 0) continue
      const value = values.of(row)
      if (value === undefined) {
        high += 1
        if (found === 2) metNameless = true
        continue
      }
      if (value.mark < possible) {
        high += 1
        value.mark = possible
      }
      if (found === 2 && value.mark === possible) {
        low += 1
        value.mark = possible + 1
        if (low >= enough) return { low, high: Number.POSITIVE_INFINITY }
      }
    }
    return { low: low === 0 && metNameless ? 1 : low, high }
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
