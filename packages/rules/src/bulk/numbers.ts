import { addMonths } from '../days.js'
import { exactComparison } from '../exact-comparison.js'
import { type Int, isWord, type Word } from '../program.js'
import type { Batch } from './batch.js'
import type { Column } from './column.js'
import { type Addend, merged } from './joint.js'
import { onlyColumn } from './reads.js'
import { regrouped, terms } from './regrouped.js'
import {
  allValues,
  always,
  asVectors,
  inColumn,
  type Numbers,
  type Scope,
  type Vector,
  valueScope,
} from './scope.js'

/** A whole number or word of every record. A word is its number in the dictionary of words; nothing is NaN. */
export function numbers(node: Int | Word, scope: Scope): Numbers {
  if (node.op === 'field' || node.op === 'wordField') return scope.field(node)
  const key = JSON.stringify(node)
  const made =
    scope.made.get(key) ??
    once(byValues(node, scope) ?? computed(isWord(node) ? node : regrouped(node, scope), scope))
  scope.made.set(key, made)
  return made
}

/** Vectors whose entries compare as two numbers do. */
export type Pair = readonly [Vector, Vector]

/** Makes vectors that compare as `left` and `right` do. */
export function comparable(left: Int, right: Int, scope: Scope): (batch: Batch) => Pair {
  const [a, b] = [numbers(left, scope), numbers(right, scope)]
  if (Math.max(greatest(left, scope), greatest(right, scope)) <= Number.MAX_SAFE_INTEGER) {
    return (batch) => [a(batch), b(batch)]
  }
  return (batch) => {
    const pair = [a(batch), b(batch)] as const
    return scope.watch.beyond === batch ? exactly(left, right, scope, batch) : pair
  }
}

/** The signs of the differences by big integers, and zeros: for a batch in which something was too great. */
function exactly(left: Int, right: Int, scope: Scope, batch: Batch): Pair {
  let row = 0
  const known = new Map<Int, Vector>()
  const compare = exactComparison((node) => {
    const vector = known.get(node) ?? numbers(node, scope)(batch)
    known.set(node, vector)
    return () => numberAt(vector, row)
  })
  const signs = new Float64Array(batch.size)
  for (; row < batch.size; row += 1) signs[row] = compare(left, right, undefined)
  return [asVectors(() => signs, batch.size)(batch), always(0, batch.size)(batch)]
}

/** The number of the record in a place of the batch. */
export function numberAt({ places, values, from }: Vector, row: number): number {
  return values[places[from + row] ?? 0] ?? 0
}

/** What depends on a single column is worked out once for each of its values. */
function byValues(node: Int | Word, scope: Scope): Numbers | undefined {
  const column = onlyColumn(node, scope)
  if (column === undefined) return undefined
  const ofValues = valueScope(column, scope)
  const values = valuesOf(node, column, ofValues)
  return ofValues.watch.beyond === undefined ? inColumn({ places: column.places, values }) : undefined
}

/** What a number or word that depends on a single column is for each value of the column. */
export function valuesOf(node: Int | Word, column: Column, ofValues: Scope): Float64Array {
  const vector = computed(node, ofValues)(allValues(column))
  const values = new Float64Array(column.values.length)
  for (let place = 0; place < values.length; place += 1) values[place] = numberAt(vector, place)
  return values
}

function computed(node: Int | Word, scope: Scope): Numbers {
  const { capacity } = scope
  const of = (part: Int | Word): Numbers => numbers(part, scope)
  const make = (compute: Make): Numbers => {
    const made = new Float64Array(capacity)
    return asVectors((batch) => compute(made, batch), capacity)
  }
  switch (node.op) {
    case 'field':
    case 'wordField':
      return scope.field(node)
    case 'end':
      return scope.end(node)
    case 'nothing':
      return always(Number.NaN, capacity)
    case 'const':
      return always(node.value, capacity)
    case 'asOf':
      return always(scope.asOf, capacity)
    case 'word':
      return always(scope.words.numberOf(node.value), capacity)
    case 'add':
      return added(node, scope, (left, right) =>
        make(watched(node, scope, (made, batch) => sums(made, batch.size, left(batch), right(batch)))),
      )
    case 'multiply': {
      const [left, right] = [of(node.left), of(node.right)]
      return make(
        watched(node, scope, (made, batch) => products(made, batch.size, left(batch), right(batch))),
      )
    }
    case 'negate': {
      const value = of(node.of)
      return make((made, batch) => negatives(made, batch.size, value(batch)))
    }
    case 'pick': {
      const [test, positive, otherwise] = [of(node.test), of(node.positive), of(node.otherwise)]
      return make((made, batch) => picks(made, batch.size, test(batch), positive(batch), otherwise(batch)))
    }
    case 'months': {
      const day = of(node.day)
      const later = (from: number): number =>
        Number.isNaN(from) ? from : addMonths(from, node.by, node.rounding)
      return make((made, batch) => {
        const days = day(batch)
        for (let row = 0; row < batch.size; row += 1) made[row] = later(numberAt(days, row))
        return made
      })
    }
    case 'successor':
      return make(successors(of(node.code), of(node.at), scope))
  }
}

/** Columns with few pairs of values are added up for every pair. */
function added(node: Int, scope: Scope, add: (left: Numbers, right: Numbers) => Numbers): Numbers {
  const exact = greatest(node, scope) <= Number.MAX_SAFE_INTEGER
  const addends: Addend<Float64Array>[] = []
  const others: Numbers[] = []
  for (const term of terms(node)) {
    const column = exact ? onlyColumn(term, scope) : undefined
    if (column === undefined) others.push(numbers(term, scope))
    else addends.push({ places: column.places, steps: valuesOf(term, column, valueScope(column, scope)) })
  }
  const columns = merged(addends, (size) => new Float64Array(size)).map(({ places, steps }) =>
    inColumn({ places, values: steps }),
  )
  return [...columns, ...others].reduce(add)
}

/** What codes stand for, each on its day. */
function successors(code: Numbers, at: Numbers, { words, successions }: Scope): Make {
  const followed = new Set(successions.codes.map(words.numberOf))
  return (made, batch) => {
    const [codes, days] = [code(batch), at(batch)]
    for (let row = 0; row < batch.size; row += 1) {
      const from = numberAt(codes, row)
      const day = numberAt(days, row)
      if (Number.isNaN(day)) made[row] = day
      else made[row] = followed.has(from) ? words.numberOf(successions.at(words.wordOf(from), day)) : from
    }
    return made
  }
}

/** Makes a vector once for a batch, however often it is asked for. */
function once(make: Numbers): Numbers {
  let last: Batch | undefined
  let made: Vector | undefined
  return (batch) => {
    if (batch !== last || made === undefined) made = make(batch)
    last = batch
    return made
  }
}

/** A bound for the magnitude, by what the columns really hold. */
function greatest(node: Int, scope: Scope): number {
  switch (node.op) {
    case 'field':
      return scope.column(node)?.most ?? node.most
    case 'add':
      return greatest(node.left, scope) + greatest(node.right, scope)
    case 'multiply':
      return greatest(node.left, scope) * greatest(node.right, scope)
    case 'negate':
      return greatest(node.of, scope)
    case 'pick':
      return Math.max(greatest(node.positive, scope), greatest(node.otherwise, scope))
    default:
      return node.most
  }
}

type Make = (made: Float64Array, batch: Batch) => Float64Array

function watched(node: Int, scope: Scope, make: Make): Make {
  if (greatest(node, scope) <= Number.MAX_SAFE_INTEGER) return make
  return (made, batch) => {
    make(made, batch)
    for (let row = 0; row < batch.size; row += 1) {
      if (Math.abs(made[row] ?? 0) > Number.MAX_SAFE_INTEGER) scope.watch.beyond = batch
    }
    return made
  }
}

function sums(made: Float64Array, size: number, a: Vector, b: Vector): Float64Array {
  const { places: placesA, values: valuesA, from: fromA } = a
  const { places: placesB, values: valuesB, from: fromB } = b
  for (let row = 0; row < size; row += 1) {
    made[row] = (valuesA[placesA[fromA + row] ?? 0] ?? 0) + (valuesB[placesB[fromB + row] ?? 0] ?? 0)
  }
  return made
}

function products(made: Float64Array, size: number, a: Vector, b: Vector): Float64Array {
  const { places: placesA, values: valuesA, from: fromA } = a
  const { places: placesB, values: valuesB, from: fromB } = b
  for (let row = 0; row < size; row += 1) {
    made[row] = (valuesA[placesA[fromA + row] ?? 0] ?? 0) * (valuesB[placesB[fromB + row] ?? 0] ?? 0)
  }
  return made
}

function negatives(made: Float64Array, size: number, { places, values, from }: Vector): Float64Array {
  for (let row = 0; row < size; row += 1) made[row] = -(values[places[from + row] ?? 0] ?? 0)
  return made
}

function picks(
  made: Float64Array,
  size: number,
  test: Vector,
  positive: Vector,
  otherwise: Vector,
): Float64Array {
  for (let row = 0; row < size; row += 1) {
    const sign = numberAt(test, row)
    made[row] = sign > 0 ? numberAt(positive, row) : sign <= 0 ? numberAt(otherwise, row) : Number.NaN
  }
  return made
}
