import { type Aggregation, isWord } from '../program.js'
import { type Piece, piecesOf, sql, type Term } from './term.js'
import type { Translation } from './translate.js'

export interface EndTerms {
  readonly low: Term
  readonly high: Term
}

/** How an aggregation is asked of its records. */
export interface Counting {
  /** The meaning of conditions and values for the records of the relation. */
  readonly row: Translation
  /** 1 where the relation is recorded. */
  readonly recorded: Term
  /** Not null where a row of the query is a record: a subject may have none. */
  readonly record: Term
  /** What must be worked out about the subject before its records: nothing where its columns are enough. */
  needs(terms: readonly Term[]): readonly Term[]
}

/** The ends of an aggregation, as `Aggregation` tells them. Without records every total is null, counts as well. */
export function endsOf(
  { fn, over, where, value }: Aggregation,
  { row, recorded, record, needs }: Counting,
): EndTerms {
  const condition = where && row.condition(where)
  const of = value && (isWord(value) ? row.word(value) : row.int(value))
  const needed = needs([condition, of].filter((term) => term !== undefined))
  // Where the subject decides with, its records are joined to it, and one without records has a row too.
  const met = condition && needed.length > 0 ? sql`(${record} IS NOT NULL AND ${condition})` : condition
  const total = (texts: TemplateStringsArray, ...terms: readonly Piece[]): Term => ({
    kind: 'total',
    over,
    pieces: piecesOf(texts, terms),
    needs: needed,
  })
  const ifMet = (of: Piece): Piece => (met === undefined ? of : sql`CASE WHEN ${met} THEN ${of} END`)
  const ifOpen = (of: Piece): Piece =>
    met === undefined ? of : sql`CASE WHEN ${met} IS NOT FALSE THEN ${of} END`
  const ifRecorded = (of: Term): Term => sql`CASE WHEN ${recorded} = 1 THEN COALESCE(${of}, 0) END`

  const count = total`COUNT(${ifMet('1')})`
  if (of === undefined) {
    const possible = met === undefined ? count : total`COUNT(${ifOpen('1')})`
    return { low: sql`COALESCE(${count}, 0)`, high: ifRecorded(possible) }
  }
  const nameless = total`COUNT(${ifOpen(sql`CASE WHEN ${of} IS NULL THEN 1 END`)})`
  switch (fn) {
    case 'count':
    case 'countDistinct': {
      const definite = total`COUNT(DISTINCT ${ifMet(of)})`
      const possible = met === undefined ? definite : total`COUNT(DISTINCT ${ifOpen(of)})`
      return {
        low: sql`CASE WHEN ${definite} = 0 AND ${count} > 0 THEN 1 ELSE COALESCE(${definite}, 0) END`,
        high: ifRecorded(sql`${possible} + ${nameless}`),
      }
    }
    case 'sum': {
      const end = (sign: '<' | '>'): Term => {
        const open =
          met && sql`CASE WHEN ${met} THEN ${of} WHEN ${met} IS NULL AND ${of} ${sign} 0 THEN ${of} END`
        const sum = total`CAST(SUM(${open ?? of}) AS BIGINT)`
        return sql`CASE WHEN ${recorded} = 1 AND COALESCE(${nameless}, 0) = 0 THEN COALESCE(${sum}, 0) END`
      }
      const low = end('<')
      return { low, high: met === undefined ? low : end('>') }
    }
    case 'min':
    case 'max': {
      const extreme = fn === 'max' ? 'MAX' : 'MIN'
      const inner = total`${extreme}(${ifMet(of)})`
      const possible = met === undefined ? inner : total`${extreme}(${ifOpen(of)})`
      const outer = sql`CASE WHEN ${count} > 0 AND ${nameless} = 0 THEN ${possible} END`
      return fn === 'max' ? { low: inner, high: outer } : { low: outer, high: inner }
    }
  }
}
