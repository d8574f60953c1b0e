import type { Aggregate } from '@tirazh/spec'
import { type Amount, nothingKnown, numberOf, type Quantity } from './amount.js'
import { amountOf, evaluate } from './evaluate.js'
import * as exact from './exact.js'
import { type Row, rowsOf, type Scope } from './scope.js'

/** What the related records of an aggregate come to: certain where all of them are, else an interval. */
export function aggregateOf(aggregate: Aggregate, scope: Scope): Amount {
  const rows = rowsOf(aggregate.over, scope)
  const counts = aggregate.fn === 'count' || aggregate.fn === 'countDistinct'
  if (rows === undefined) return counts ? { low: exact.zero, high: undefined } : nothingKnown
  const sure: (Quantity | undefined)[] = []
  const unsure: (Quantity | undefined)[] = []
  for (const facts of rows) {
    const row: Row = { facts, relation: aggregate.over }
    const code = aggregate.where === undefined ? 2 : evaluate(aggregate.where, scope, row)
    if (code === 0) continue
    const value = aggregate.value && amountOf(aggregate.value, scope, row).low
    if (code === 2) sure.push(value)
    else unsure.push(value)
  }
  switch (aggregate.fn) {
    case 'count':
      return counted(sure.length, sure.length + unsure.length)
    case 'countDistinct':
      return distinct(sure, unsure)
    case 'sum':
      return total(sure, unsure)
    case 'min':
      return flipped(greatest(sure.map(flip), unsure.map(flip)))
    case 'max':
      return greatest(sure, unsure)
  }
}

/** Different values for certain, and different values possible; one without a value may equal any other. */
function distinct(
  sure: readonly (Quantity | undefined)[],
  unsure: readonly (Quantity | undefined)[],
): Amount {
  const all = [...sure, ...unsure]
  const nameless = all.filter((value) => value === undefined).length
  return counted(Math.max(differing(sure), sure.length > 0 ? 1 : 0), differing(all) + nameless)
}

function differing(values: readonly (Quantity | undefined)[]): number {
  const keys = values
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'string' ? `word ${value}` : `number ${value.n}/${value.d}`))
  return new Set(keys).size
}

function total(sure: readonly (Quantity | undefined)[], unsure: readonly (Quantity | undefined)[]): Amount {
  const certain = numbers(sure)
  const possible = numbers(unsure)
  if (certain === undefined || possible === undefined) return nothingKnown
  const sum = (values: readonly exact.Ratio[]): exact.Ratio => values.reduce(exact.add, exact.zero)
  return {
    low: sum([...certain, ...possible.filter((value) => exact.sign(value) < 0)]),
    high: sum([...certain, ...possible.filter((value) => exact.sign(value) > 0)]),
  }
}

/** At least the greatest of the sure ones; nothing above the greatest of all. */
function greatest(
  sure: readonly (Quantity | undefined)[],
  unsure: readonly (Quantity | undefined)[],
): Amount {
  if (sure.length === 0) return nothingKnown
  const all = numbers([...sure, ...unsure])
  return {
    low: largest(numbers(sure.filter((value) => value !== undefined)) ?? []),
    high: all && largest(all),
  }
}

function largest(values: readonly exact.Ratio[]): exact.Ratio | undefined {
  return [...values].sort(exact.compare).at(-1)
}

/** The values as numbers, or `undefined` where one of them is missing. */
function numbers(values: readonly (Quantity | undefined)[]): readonly exact.Ratio[] | undefined {
  const found = values.map(numberOf).filter((value) => value !== undefined)
  return found.length === values.length ? found : undefined
}

function flip(value: Quantity | undefined): exact.Ratio | undefined {
  const number = numberOf(value)
  return number && exact.negate(number)
}

function flipped({ low, high }: Amount): Amount {
  return { low: flip(high), high: flip(low) }
}

function counted(low: number, high: number): Amount {
  return { low: exact.whole(low), high: exact.whole(high) }
}
