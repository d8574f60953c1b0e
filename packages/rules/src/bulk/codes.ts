import type { Among, Combined, Condition, Range, Threshold } from '../program.js'
import { columnsOf, lookup } from './lookup.js'
import { comparable, numberAt, numbers, type Pair } from './numbers.js'
import type { Codes, Scope, Vector } from './scope.js'
import { mostColumns } from './table.js'

/** The codes of a condition: by looking up values where that is possible, else made of those of its parts. */
export function codes(node: Condition, scope: Scope): Codes {
  return scope.decided(node) ?? lookup(node, scope) ?? computed(node, scope)
}

/** The codes of a condition without looking it up as a whole. */
export function computed(node: Condition, scope: Scope): Codes {
  const made = new Uint8Array(scope.capacity)
  switch (node.op) {
    case 'constant':
      made.fill(node.code)
      return () => made
    case 'all':
    case 'any':
      return combined(node, scope)
    case 'atLeast':
      return threshold(node, scope)
    case 'not': {
      const of = codes(node.of, scope)
      return (batch) => opposites(made, batch.size, of(batch))
    }
    case 'use':
      return scope.used(node.part)
    case 'reaches': {
      const { left, right } = node
      const low = comparable(left.low, right.high, scope)
      if (isPoint(left) && isPoint(right)) return (batch) => reachedPoint(made, batch.size, low(batch))
      const high = comparable(left.high, right.low, scope)
      return (batch) => reached(made, batch.size, low(batch), high(batch))
    }
    case 'equals': {
      const { left, right } = node
      const low = comparable(left.low, right.high, scope)
      const high = isPoint(left) && isPoint(right) ? low : comparable(left.high, right.low, scope)
      return (batch) => equal(made, batch.size, low(batch), high(batch))
    }
    case 'same': {
      const [left, right] = [numbers(node.left, scope), numbers(node.right, scope)]
      return (batch) => {
        const pair = [left(batch), right(batch)] as const
        return equal(made, batch.size, pair, pair)
      }
    }
    case 'among':
      return among(node, scope)
    case 'certain': {
      const { value } = node
      if (value.op !== 'range' || isPoint(value)) {
        const known = numbers(value.op === 'range' ? value.low : value, scope)
        return (batch) => present(made, batch.size, known(batch))
      }
      const ends = comparable(value.low, value.high, scope)
      return (batch) => agreed(made, batch.size, ends(batch))
    }
  }
}

function isPoint({ low, high }: Range): boolean {
  return low === high
}

/** Parts that read few columns are looked up together. */
function combined({ op, of }: Combined, scope: Scope): Codes {
  const groups: { readonly of: Condition[]; readonly columns: Set<unknown> }[] = []
  const parts: Codes[] = []
  for (const part of of) {
    const read = scope.decided(part) ? undefined : columnsOf(part, scope)
    if (read === undefined) {
      parts.push(codes(part, scope))
      continue
    }
    const last = groups.at(-1)
    const together = new Set([...(last?.columns ?? []), ...read])
    if (last === undefined || together.size > mostColumns) groups.push({ of: [part], columns: new Set(read) })
    else {
      last.of.push(part)
      for (const column of read) last.columns.add(column)
    }
  }
  for (const group of groups) {
    const found = lookup({ op, of: group.of }, scope)
    if (found) parts.push(found)
    else parts.push(...group.of.map((part) => codes(part, scope)))
  }
  const made = new Uint8Array(scope.capacity)
  const [first, ...rest] = parts
  if (first === undefined) {
    made.fill(op === 'all' ? 2 : 0)
    return () => made
  }
  const join = op === 'all' ? least : greatest
  return (batch) => {
    let joined = first(batch)
    for (const part of rest) joined = join(made, batch.size, joined, part(batch))
    return joined
  }
}

function threshold({ count, of }: Threshold, scope: Scope): Codes {
  const parts = of.map((part) => codes(part, scope))
  const made = new Uint8Array(scope.capacity)
  const met = new Uint32Array(scope.capacity)
  const open = new Uint32Array(scope.capacity)
  return (batch) => {
    met.fill(0, 0, batch.size)
    open.fill(0, 0, batch.size)
    for (const part of parts) tally(met, open, batch.size, part(batch))
    for (let row = 0; row < batch.size; row += 1) {
      made[row] = (met[row] ?? 0) >= count ? 2 : (open[row] ?? 0) >= count ? 1 : 0
    }
    return made
  }
}

function among({ word, set }: Among, scope: Scope): Codes {
  const value = numbers(word, scope)
  const wanted = new Set(set.map(scope.words.numberOf))
  const made = new Uint8Array(scope.capacity)
  return (batch) => {
    const found = value(batch)
    for (let row = 0; row < batch.size; row += 1) {
      const each = numberAt(found, row)
      made[row] = Number.isNaN(each) ? 1 : wanted.has(each) ? 2 : 0
    }
    return made
  }
}

/*
 * A comparison as a number costs no branch, which random records would make the processor guess wrong.
 */

function reached(made: Uint8Array, size: number, low: Pair, high: Pair): Uint8Array {
  const [
    { places: placesA, values: valuesA, from: fromA },
    { places: placesB, values: valuesB, from: fromB },
  ] = low
  const [
    { places: placesC, values: valuesC, from: fromC },
    { places: placesD, values: valuesD, from: fromD },
  ] = high
  for (let row = 0; row < size; row += 1) {
    const leftLow = valuesA[placesA[fromA + row] ?? 0] ?? 0
    const rightHigh = valuesB[placesB[fromB + row] ?? 0] ?? 0
    const leftHigh = valuesC[placesC[fromC + row] ?? 0] ?? 0
    const rightLow = valuesD[placesD[fromD + row] ?? 0] ?? 0
    made[row] = 1 + Number(leftLow >= rightHigh) - Number(leftHigh < rightLow)
  }
  return made
}

function reachedPoint(made: Uint8Array, size: number, [left, right]: Pair): Uint8Array {
  const { places: placesA, values: valuesA, from: fromA } = left
  const { places: placesB, values: valuesB, from: fromB } = right
  for (let row = 0; row < size; row += 1) {
    const a = valuesA[placesA[fromA + row] ?? 0] ?? 0
    const b = valuesB[placesB[fromB + row] ?? 0] ?? 0
    made[row] = 1 + Number(a >= b) - Number(a < b)
  }
  return made
}

function equal(
  made: Uint8Array,
  size: number,
  [leftLow, rightHigh]: Pair,
  [leftHigh, rightLow]: Pair,
): Uint8Array {
  for (let row = 0; row < size; row += 1) {
    const a = numberAt(leftLow, row)
    const b = numberAt(rightHigh, row)
    const c = numberAt(leftHigh, row)
    const d = numberAt(rightLow, row)
    made[row] = 1 + (Number(a === b) & Number(c === d)) - (Number(a > b) | Number(c < d))
  }
  return made
}

function present(made: Uint8Array, size: number, vector: Vector): Uint8Array {
  for (let row = 0; row < size; row += 1) made[row] = Number.isNaN(numberAt(vector, row)) ? 0 : 2
  return made
}

function agreed(made: Uint8Array, size: number, [low, high]: Pair): Uint8Array {
  for (let row = 0; row < size; row += 1) made[row] = 2 * Number(numberAt(low, row) === numberAt(high, row))
  return made
}

function opposites(made: Uint8Array, size: number, of: Uint8Array): Uint8Array {
  for (let row = 0; row < size; row += 1) made[row] = 2 - (of[row] ?? 0)
  return made
}

/** Without branches, which random codes would make the processor guess wrong. */
function least(made: Uint8Array, size: number, a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let row = 0; row < size; row += 1) {
    const right = b[row] ?? 0
    const difference = (a[row] ?? 0) - right
    made[row] = right + (difference & (difference >> 31))
  }
  return made
}

function greatest(made: Uint8Array, size: number, a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let row = 0; row < size; row += 1) {
    const right = b[row] ?? 0
    const difference = (a[row] ?? 0) - right
    made[row] = right + (difference & ~(difference >> 31))
  }
  return made
}

function tally(met: Uint32Array, open: Uint32Array, size: number, codes: Uint8Array): void {
  for (let row = 0; row < size; row += 1) {
    const code = codes[row] ?? 0
    met[row] = (met[row] ?? 0) + (code >> 1)
    open[row] = (open[row] ?? 0) + ((code + 1) >> 1)
  }
}
