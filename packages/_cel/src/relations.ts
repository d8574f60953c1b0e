import type { Aggregate, Comparison, Predicate } from '@tirazh/spec'
import { not } from './logic.js'
import { refuse } from './refusal.js'
import type { Subject } from './subject.js'
import { type Computed, type Entries, type List, number, type Term, type Type } from './term.js'

/** What the variables of a macro stand for, row by row. */
export interface Variable {
  readonly name: string
  /** Refuses where the values are not of one type. */
  readonly term: () => Computed
}

/** How many elements, counted by a policy. */
export function sizeOf(range: List | Entries, subject: Subject): Computed {
  const { over } = relationOf(range, 0, subject)
  return { kind: 'computed', type: 'number', expression: { op: 'agg', fn: 'count', over } }
}

/** The greatest or least of the numbers. */
export function extreme(fn: 'max' | 'min', elements: readonly Term[], subject: Subject): Computed {
  const { over, columns } = relationOf({ kind: 'list', elements }, 1, subject)
  const value = columns[0]?.()
  if (value?.type !== 'number') return refuse('types', `the ${fn} of what is no number`)
  return { kind: 'computed', type: 'number', expression: { op: 'agg', fn, over, value: value.expression } }
}

/** `all`, `exists` and `exists_one` as counts of the rows for which the condition is met. */
export function quantified(
  macro: 'all' | 'exists' | 'exists_one',
  range: Term,
  variables: readonly string[],
  condition: (variables: readonly Variable[]) => Predicate,
  subject: Subject,
): Predicate {
  if (range.kind !== 'list' && range.kind !== 'map') return refuse('types', `${macro} over a ${range.kind}`)
  const { over, columns } = relationOf(range, variables.length, subject)
  const met = condition(
    variables.map((name, index) => ({ name, term: columns[index] ?? (() => refuse('syntax', name)) })),
  )
  switch (macro) {
    case 'exists':
      return counted(over, met, '>=', 1)
    case 'exists_one':
      return counted(over, met, '=', 1)
    case 'all':
      return counted(over, not(met), '=', 0)
  }
}

function counted(over: string, where: Predicate, is: Comparison, value: number): Predicate {
  const left: Aggregate = { op: 'agg', fn: 'count', over, where }
  return { op: 'cmp', left, is, right: { op: 'lit', value } }
}

/** The relation of a list or map, with one column for each variable: the key or index first if there are two. */
function relationOf(
  range: List | Entries,
  variables: number,
  subject: Subject,
): { readonly over: string; readonly columns: readonly (() => Computed)[] } {
  const columns = columnsOf(range, variables).map(({ name, terms }) => ({ name, terms, type: typeOf(terms) }))
  const over = subject.relation(
    range.kind === 'list' ? range.elements.length : range.entries.length,
    columns.flatMap(({ name, terms, type }) =>
      type === undefined ? [] : [{ name, type, values: terms.flatMap(scalars) }],
    ),
  )
  return {
    over,
    columns: columns.map(({ name, type }) => () => {
      if (type === undefined) return refuse('types', `values of several types as '${name}'`)
      return { kind: 'computed', type, expression: { op: 'field', name, of: 'row' } }
    }),
  }
}

function columnsOf(
  range: List | Entries,
  variables: number,
): readonly { readonly name: string; readonly terms: readonly Term[] }[] {
  if (range.kind === 'list') {
    const value = { name: 'value', terms: range.elements }
    const index = { name: 'index', terms: range.elements.map((_, at) => number(at)) }
    return variables === 0 ? [] : variables === 1 ? [value] : [index, value]
  }
  const key = { name: 'key', terms: range.entries.map((entry) => entry.key) }
  if (variables < 2) return variables === 0 ? [] : [key]
  return [key, { name: 'value', terms: range.entries.map((entry) => entry.value()) }]
}

/** The one type of all of them, if they are scalars that are known; of nothing it is a number. */
function typeOf(terms: readonly Term[]): Type | undefined {
  const types = new Set(
    terms.map((term) => ('type' in term && scalars(term).length > 0 ? term.type : undefined)),
  )
  if (types.size > 1) return undefined
  return terms.length === 0 ? 'number' : [...types][0]
}

function scalars(term: Term): (string | number | boolean)[] {
  return 'value' in term && term.value !== undefined ? [term.value] : []
}
