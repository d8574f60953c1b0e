import type { Program } from '../program.js'
import type { Successions } from '../succession.js'
import type { Words } from './dialect.js'
import { type EndTerms, endsOf } from './ends.js'
import { postOrder } from './post-order.js'
import { successors } from './successor.js'
import { recordColumns, type Tables } from './tables.js'
import { chain, partsOf, sql, type Term } from './term.js'
import { translation } from './translate.js'

/** What a program says of a subject. */
export interface ProgramTerms {
  /** 0 not in force, 1 not applicable, 2 unclear, 3 applies. */
  readonly standing: Term
  /** 0 unmet, 1 unknown, 2 met. */
  readonly status: Term
  /** The codes of the leaves of the rule, a digit each. */
  readonly leaves: Term
}

export interface Surroundings {
  readonly words: Words
  readonly tables: Tables
  /** The day of the facts. */
  readonly asOf: number
  readonly succession: Successions
}

export function programTerms(
  program: Program,
  { words, tables, asOf, succession }: Surroundings,
): ProgramTerms {
  const known = { words, asOf, status, end, successor: successors(succession) }
  const subject = translation({ ...known, field: (_, name) => own(tables.subjects.fields, name) })
  const ends = new Map<number, EndTerms>()
  const statuses = new Map<number, Term>()

  function status(part: number): Term {
    const { applies, rule } = program.parts[part] ?? {}
    const found = statuses.get(part)
    if (found !== undefined || rule === undefined) return found ?? sql`CAST(NULL AS BOOLEAN)`
    const of = subject.condition(rule)
    const made =
      applies === undefined ? sql`(${of})` : sql`CASE WHEN ${subject.condition(applies)} THEN ${of} END`
    statuses.set(part, made)
    return made
  }

  function end(aggregation: number, which: 'low' | 'high'): Term {
    const made = ends.get(aggregation) ?? endsMade(aggregation)
    ends.set(aggregation, made)
    return made[which]
  }

  function endsMade(place: number): EndTerms {
    const aggregation = program.aggregations[place]
    if (aggregation === undefined) throw new Error(`The program has no aggregation ${place}.`)
    const table = own(tables.relations, aggregation.over)
    return endsOf(aggregation, {
      row: translation({
        ...known,
        field: (of, name) => own((of === 'row' ? table : tables.subjects).fields, name),
      }),
      recorded: own(tables.recorded, aggregation.over),
      record: recordColumns.subject,
      needs,
    })
  }

  /** Where the subject's status under another policy is read beside its records: that and the columns of the subject. */
  function needs(terms: readonly Term[]): readonly Term[] {
    const used = new Set(statuses.values())
    const below = postOrder(terms, (term) => (used.has(term) ? [] : partsOf(term)))
    if (!below.some((term) => used.has(term))) return []
    return below.filter((term) => used.has(term) || (term.kind === 'column' && term.of === 'subject'))
  }

  const { applies, rule, leaves } = program.parts.at(-1) ?? { leaves: [] }
  const standing =
    applies === undefined
      ? sql`3`
      : sql`CASE ${subject.condition(applies)} WHEN TRUE THEN 3 WHEN FALSE THEN 1 ELSE 2 END`
  const digits = leaves.map(
    ({ condition }) =>
      sql`CASE ${subject.condition(condition)} WHEN TRUE THEN '2' WHEN FALSE THEN '0' ELSE '1' END`,
  )
  return {
    standing: rule === undefined ? sql`0` : standing,
    status:
      rule === undefined
        ? sql`1`
        : sql`CASE ${subject.condition(rule)} WHEN TRUE THEN 2 WHEN FALSE THEN 0 ELSE 1 END`,
    leaves: chain('||', digits, sql`CAST('' AS TEXT)`),
  }
}

/** @throws Error where the program is of another model */
function own<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name)
  if (value === undefined) throw new Error(`The model has no '${name}'.`)
  return value
}
