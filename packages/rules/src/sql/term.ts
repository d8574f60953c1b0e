import { storable } from './storable.js'

/*
 * A value of one row of a query, before it is known in which of the queries of a statement it is worked
 * out. A term that stands in several places is one object: see `schedule`.
 */
export type Term = Column | Parameter | Formula | Lookup | Total

/** A column of the table of subjects, or of the related records. */
export interface Column {
  readonly kind: 'column'
  readonly of: 'subject' | 'row'
  readonly name: string
}

/** A value from a policy, bound when the statement runs. */
export interface Parameter {
  readonly kind: 'parameter'
  readonly type: 'integer' | 'text'
  readonly value: string | number
}

/** SQL with terms of the same row in it. */
export interface Formula {
  readonly kind: 'formula'
  readonly pieces: readonly Piece[]
}

export type Piece = string | Term

/** What a code stands for on a day: read from a list of stretches. */
export interface Lookup {
  readonly kind: 'lookup'
  readonly code: Term
  /** Absent where the list is made for one day. */
  readonly day?: Term
  readonly stretches: Parameter
}

/** Something about all related records of a subject: SQL of aggregate functions with terms of a record in it. */
export interface Total {
  readonly kind: 'total'
  readonly over: string
  readonly pieces: readonly Piece[]
  /** What must be worked out about the subject before its records; empty where its columns are enough. */
  readonly needs: readonly Term[]
}

/** A formula as a template: sql`(${a} AND ${b})`. */
export function sql(texts: TemplateStringsArray, ...terms: readonly Piece[]): Formula {
  return { kind: 'formula', pieces: piecesOf(texts, terms) }
}

/** The pieces of a template. */
export function piecesOf(texts: readonly string[], terms: readonly Piece[]): readonly Piece[] {
  return texts.flatMap((text, index) => {
    const term = terms[index]
    return term === undefined ? [text] : [text, term]
  })
}

export function integer(value: number): Parameter {
  // Numbers beyond 2^53 are whole as well, but a driver may write them with an exponent; −0 is 0.
  return {
    kind: 'parameter',
    type: 'integer',
    value: Number.isSafeInteger(value) ? value + 0 : BigInt(value).toString(),
  }
}

export function text(value: string): Parameter {
  return { kind: 'parameter', type: 'text', value: storable(value) }
}

/** A list; the texts in it are storable already. */
export function json(list: readonly unknown[]): Parameter {
  return { kind: 'parameter', type: 'text', value: JSON.stringify(list) }
}

/** Terms with an operator between them, in groups, so that no formula is long or deep however many they are. */
export function chain(operator: string, terms: readonly Term[], none: Term): Term {
  const [first = none] = terms
  if (terms.length <= 1) return first
  if (terms.length <= groupSize) {
    const pieces = terms.flatMap((term, index) => [index === 0 ? '(' : ` ${operator} `, term])
    return { kind: 'formula', pieces: [...pieces, ')'] }
  }
  const groups: Term[] = []
  for (let start = 0; start < terms.length; start += groupSize) {
    groups.push(chain(operator, terms.slice(start, start + groupSize), none))
  }
  return chain(operator, groups, none)
}

const groupSize = 16

/** The terms that a term is made of, in the same row. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'column':
    case 'parameter':
      return []
    case 'formula':
      return termsIn(term.pieces)
    case 'lookup':
      return term.day === undefined ? [term.code] : [term.code, term.day]
    case 'total':
      return term.needs
  }
}

export function termsIn(pieces: readonly Piece[]): readonly Term[] {
  return pieces.filter((piece) => typeof piece !== 'string')
}

/** What may become a column of a query. */
export type Placed = Exclude<Term, Column | Parameter>

/** Whether a term is read from a table joined to the query, so that the same query may use it. */
export function isJoined(term: Term): boolean {
  return term.kind === 'lookup' || (term.kind === 'total' && term.needs.length === 0)
}

/** Whether the records are joined to the subjects before they are counted, because the subject decides with. */
export function isGathered(term: Term): term is Total {
  return term.kind === 'total' && term.needs.length > 0
}
