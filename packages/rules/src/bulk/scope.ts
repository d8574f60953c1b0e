import type { Condition, Int } from '../program.js'
import type { Successions } from '../succession.js'
import { type Batch, greatestBatch } from './batch.js'
import { type Column, type FieldNode, type Places, placesFor, type Words } from './column.js'
import type { Columns, Relation } from './columns.js'
import type { End } from './ends.js'

/**
 * Numbers of the records of a batch: that of its i-th record is `values[places[from + i]]`. NaN is nothing.
 * So a column is read where it is needed and not copied first.
 */
export interface Vector {
  readonly places: Places
  readonly values: Float64Array
  readonly from: number
}

/** Makes the numbers of a batch. They hold until the next batch is made. */
export type Numbers = (batch: Batch) => Vector

/** Makes the codes of a batch: the first `size` entries of an array that the next batch may use again. */
export type Codes = (batch: Batch) => Uint8Array

/** Records of one kind on one day: what vectors about them are made of. */
export interface Scope {
  /** The size of the greatest batch. */
  readonly capacity: number
  /** The day of the facts. */
  readonly asOf: number
  readonly words: Words
  readonly successions: Successions
  field(node: FieldNode): Numbers
  /** Where the field is looked up by place; `undefined` where it is not a field of the records themselves. */
  column(node: FieldNode): Column | undefined
  end(node: Extract<Int, { op: 'end' }>): Numbers
  /** The status of another part where it applies, else unknown. */
  used(part: number): Codes
  /** The codes of a condition that was decided before. */
  decided(node: Condition): Codes | undefined
  /** Numbers that were asked for before, by what they are. */
  readonly made: Map<string, Numbers>
  readonly watch: Watch
}

/** Notices results that are too great for exact numbers. */
export interface Watch {
  /** The last batch with such a result. */
  beyond: Batch | undefined
}

/** What is known about all subjects on one day. */
export interface Subjects {
  readonly columns: Columns
  readonly successions: Successions
  readonly asOf: number
  end(node: Extract<Int, { op: 'end' }>): End
  used(part: number): Uint8Array
}

/** The subjects themselves. */
export function subjectScope({ columns, successions, asOf, end, used }: Subjects): Scope {
  return {
    capacity: greatestBatch(1),
    asOf,
    words: columns.words,
    successions,
    field: (node) => inColumn(columns.column(node)),
    column: (node) => columns.column(node),
    end: (node) => inColumn(end(node)),
    used: (part) => cut(used(part)),
    decided: () => undefined,
    ...fresh(),
  }
}

/** The subjects where some conditions were decided before: the others are made of these. */
export function decidedScope(subjects: Subjects, decided: ReadonlyMap<Condition, Uint8Array>): Scope {
  return {
    ...subjectScope(subjects),
    column: () => undefined,
    decided(node) {
      const codes = decided.get(node)
      return codes && cut(codes)
    },
    ...fresh(),
  }
}

/** Related records. */
export function rowScope(relation: Relation, { columns, successions, asOf, used }: Subjects): Scope {
  const { starts, longest } = relation
  const capacity = greatestBatch(longest)
  return {
    capacity,
    asOf,
    words: columns.words,
    successions,
    field(node) {
      if (node.of === 'row') return inColumn(relation.column(node))
      const { places, values } = columns.column(node)
      const value = (subject: number): number => values[places[subject] ?? 0] ?? 0
      return asVectors(spread(starts, new Float64Array(capacity), value), capacity)
    },
    column: (node) => (node.of === 'row' ? relation.column(node) : undefined),
    // Aggregates do not nest: no end is asked for here.
    end: () => always(Number.NaN, capacity),
    used(part) {
      const codes = used(part)
      return spread(starts, new Uint8Array(capacity), (subject) => codes[subject] ?? 0)
    },
    decided: () => undefined,
    ...fresh(),
  }
}

/** The different values of one column instead of records: for conditions that read no other field. */
export function valueScope({ values }: Column, scope: Scope): Scope {
  const capacity = values.length
  return {
    ...scope,
    capacity,
    field: () => asVectors(() => values, capacity),
    column: () => undefined,
    ...fresh(),
  }
}

/** All values of a column at once, in a scope of values. */
export function allValues({ values }: Column): Batch {
  return { from: 0, size: values.length, first: 0, last: 0 }
}

function fresh(): Pick<Scope, 'made' | 'watch'> {
  return { made: new Map(), watch: { beyond: undefined } }
}

/** The numbers of a column. */
export function inColumn({ places, values }: End): Numbers {
  return ({ from }) => ({ places, values, from })
}

/** The numbers of an array that is made for every batch. */
export function asVectors(make: (batch: Batch) => Float64Array, capacity: number): Numbers {
  const places = inOrder(capacity)
  return (batch) => ({ places, values: make(batch), from: 0 })
}

/** One number for all records. */
export function always(value: number, capacity: number): Numbers {
  const vector = { places: new Uint8Array(capacity), values: Float64Array.of(value), from: 0 }
  return () => vector
}

function inOrder(size: number): Places {
  const places = placesFor(size, size)
  for (let place = 0; place < size; place += 1) places[place] = place
  return places
}

/** What each subject has, for every record of it. */
function spread<Vector extends Float64Array | Uint8Array>(
  starts: Uint32Array,
  made: Vector,
  of: (subject: number) => number,
): (batch: Batch) => Vector {
  return ({ from, first, last }) => {
    for (let subject = first; subject < last; subject += 1) {
      made.fill(of(subject), (starts[subject] ?? 0) - from, (starts[subject + 1] ?? 0) - from)
    }
    return made
  }
}

function cut(codes: Uint8Array): Codes {
  return ({ from, size }) => codes.subarray(from, from + size)
}
