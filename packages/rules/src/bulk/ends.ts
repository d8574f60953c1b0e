import { type Aggregation, isWord } from '../program.js'
import { type Batch, inBatches } from './batch.js'
import { codes } from './codes.js'
import { type Column, placesFor } from './column.js'
import type { Relation } from './columns.js'
import { countAll } from './count-all.js'
import { countDistinct } from './count-distinct.js'
import { extremes } from './extremes.js'
import { numbers } from './numbers.js'
import { always, type Codes, rowScope, type Scope, type Subjects } from './scope.js'
import { sums } from './sums.js'

/** The ends of an aggregation for every subject, as columns of the subjects: counts take little room. */
export interface Ends {
  readonly low: End
  readonly high: End
}

export type End = Pick<Column, 'places' | 'values'>

/** Takes the records of a batch in. */
export type Take = (batch: Batch) => void

/** See `Aggregation` for what the ends are. */
export function endsOf(aggregation: Aggregation, subjects: Subjects): Ends {
  const { fn, over, where } = aggregation
  const relation = subjects.columns.relation(over)
  const scope = rowScope(relation, subjects)
  const decided = codes(where ?? { op: 'constant', code: 2 }, scope)
  if (fn === 'count' || fn === 'countDistinct') return counted(aggregation, relation, scope, decided)
  return measured(aggregation, relation, scope, decided, subjects.columns.order)
}

/** Numbers of records are the places of a column that has them all, and nothing after them. */
function counted({ value }: Aggregation, relation: Relation, scope: Scope, decided: Codes): Ends {
  const { starts, longest, unrecorded } = relation
  const nothing = longest + 1
  const low = placesFor(nothing + 1, starts.length - 1)
  const high = placesFor(nothing + 1, starts.length - 1)
  inBatches(
    starts,
    value === undefined
      ? countAll(starts, scope.capacity, decided, low, high)
      : countDistinct(value, scope, starts, decided, low, high),
  )
  for (const subject of unrecorded) high[subject] = nothing
  const values = Float64Array.from({ length: nothing + 1 }, (_, place) =>
    place < nothing ? place : Number.NaN,
  )
  return { low: { places: low, values }, high: { places: high, values } }
}

function measured(
  { fn, value }: Aggregation,
  { starts, unrecorded }: Relation,
  scope: Scope,
  decided: Codes,
  order: Uint32Array,
): Ends {
  const read =
    value === undefined || isWord(value) ? always(Number.NaN, scope.capacity) : numbers(value, scope)
  const low = new Float64Array(order.length)
  const high = new Float64Array(order.length)
  inBatches(
    starts,
    fn === 'sum'
      ? sums(starts, decided, read, low, high)
      : fn === 'max'
        ? extremes(starts, decided, read, low, high, 1)
        : extremes(starts, decided, read, high, low, -1),
  )
  for (const subject of unrecorded) low[subject] = high[subject] = Number.NaN
  return { low: { places: order, values: low }, high: { places: order, values: high } }
}
