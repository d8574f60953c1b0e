import type { Words } from './dialect.js'
import { postOrder } from './post-order.js'
import { schedule } from './schedule.js'
import {
  type Column,
  type Lookup,
  type Parameter,
  type Piece,
  type Placed,
  partsOf,
  type Term,
  type Total,
  termsIn,
} from './term.js'

/** What a query reads first, and the SQL of the terms that are there. */
export interface Source {
  readonly from: readonly Piece[]
  readonly where?: Term | undefined
  given(term: Term): string | undefined
}

/** Where the related records are. */
export interface Records {
  /** Whose a record is. */
  readonly subject: Column
  /** The records of a relation, each beside its subject where that is read. */
  alone(relation: string, besideSubjects: boolean): Source
  /** The rows of a source, each beside every record of the subject with this id, or beside an empty one. */
  beside(source: Source, relation: string, id: Term): Source
}

/** A query of which it is still to be said what is selected. */
export interface Query {
  /** SQL from `FROM` on. */
  readonly from: string
  sql(term: Term): string
}

/** A statement in the making. */
export interface Writer {
  readonly params: readonly (string | number)[]
  /** Named queries, each of which reads those before. */
  readonly queries: readonly string[]
  /**
   * Writes the queries that work out most of the terms. The query that is returned may hold the rest.
   * @param key whose subject a row is about; the source is in the order of it
   */
  query(source: Source, key: Column, roots: readonly Term[], trailing?: readonly Term[]): Query
}

/** @param id of the subjects */
export function writer(words: Words, records: Records, id: Column): Writer {
  const params: (string | number)[] = []
  const places = new Map<string, number>()
  const queries: string[] = []
  const lists = new Map<unknown, string>()
  let names = 0

  function query(source: Source, key: Column, roots: readonly Term[], trailing: readonly Term[] = []): Query {
    const { steps, handedOn } = schedule(
      [key, ...roots],
      trailing,
      (term) => source.given(term) !== undefined,
    )
    let current = source
    for (const [index, { gathers, terms }] of steps.slice(0, -1).entries()) {
      const handed = handedOn(index)
      current =
        gathers === undefined
          ? kept(joined(current, terms), handed, key, index)
          : gathered(current, gathers, terms, handed)
    }
    return joined(current, steps.at(-1)?.terms ?? [])
  }

  function kept({ from, sql }: Query, terms: readonly Term[], key: Term, index: number): Source {
    const as = (index + 1) % longestChain === 0 ? 'AS MATERIALIZED' : 'AS'
    return select(terms, sql, from + words.fence(sql(key)), as)
  }

  /** A source beside what the terms read from other tables. */
  function joined({ from, where, given }: Source, terms: readonly Placed[]): Query {
    const found = new Map<Term, string>()
    const sql = (term: Term): string => given(term) ?? found.get(term) ?? spelled(term, sql)
    const tables = [written(from, sql)]
    const totals = terms.filter((term) => term.kind === 'total')
    for (const relation of new Set(totals.map(({ over }) => over))) {
      const own = totals.filter(({ over }) => over === relation)
      const counts = counted(relation, own)
      tables.push(`${written(counts.from, sql)} ON ${counts.given(records.subject)} = ${sql(id)}`)
      for (const total of own) found.set(total, counts.given(total) ?? '')
    }
    for (const term of terms) {
      if (term.kind !== 'lookup') continue
      const table = named('j')
      tables.push(lookup(term, table, sql))
      found.set(term, `COALESCE(${table}.becomes, ${sql(term.code)})`)
    }
    const all = tables.join(' LEFT JOIN ')
    return { from: where === undefined ? `FROM ${all}` : `FROM ${all} WHERE ${sql(where)}`, sql }
  }

  function lookup({ code, day, stretches }: Lookup, table: string, sql: (term: Term) => string): string {
    const onDay = day && ` AND ${table}.since <= ${sql(day)} AND ${sql(day)} < ${table}.until`
    return `${listed(stretches)} AS ${table} ON ${table}.code = ${sql(code)}${onDay ?? ''}`
  }

  /** A list as a query that is read as often as is needed and made once. */
  function listed(list: Parameter): string {
    const found = lists.get(list.value) ?? named('q')
    if (!lists.has(list.value)) queries.push(`${found} AS MATERIALIZED (${spelled(words.stretches(list))})`)
    lists.set(list.value, found)
    return found
  }

  /** The totals of every subject that has records. */
  function counted(relation: string, totals: readonly Total[]): Source {
    const roots = totals.flatMap(({ pieces }) => termsIn(pieces))
    const besideSubjects = postOrder(roots, partsOf).some(
      (term) => term.kind === 'column' && term.of === 'subject',
    )
    const { from, sql } = query(records.alone(relation, besideSubjects), records.subject, roots)
    const counts = (term: Term): string => (term.kind === 'total' ? written(term.pieces, sql) : sql(term))
    return select([records.subject, ...totals], counts, `${from} GROUP BY ${sql(records.subject)}`)
  }

  /** The rows of a source with totals over the records of their subjects. */
  function gathered(
    source: Source,
    relation: string,
    totals: readonly Placed[],
    handed: readonly Term[],
  ): Source {
    const pieces = new Map<Term, readonly Piece[]>(
      totals.map((term) => [term, term.kind === 'total' ? term.pieces : []]),
    )
    const own = handed.filter((term) => !pieces.has(term))
    const roots = [...pieces.values()].flatMap(termsIn)
    const { from, sql } = query(records.beside(source, relation, id), id, [...own, ...roots])
    const counts = (term: Term): string => written(pieces.get(term) ?? [term], sql)
    // Without this, a chain of such queries takes twice as long to plan with each link.
    return select(handed, counts, `${from} GROUP BY ${own.map(sql).join(', ')}`, 'AS MATERIALIZED')
  }

  /** Writes a query whose columns are the terms. */
  function select(
    terms: readonly Term[],
    sql: (term: Term) => string,
    rest: string,
    as: 'AS' | 'AS MATERIALIZED' = 'AS',
  ): Source {
    const columns = new Map<Term, string>()
    const selected = terms.map((term) => {
      const text = sql(term)
      const column = /^_\d+$/.test(text) ? text : named('')
      columns.set(term, column)
      return text === column ? column : `${text} AS ${column}`
    })
    const name = named('q')
    queries.push(`${name} ${as} (SELECT ${selected.join(', ')} ${rest})`)
    return { from: [name], given: (term) => columns.get(term) }
  }

  function spelled(term: Term, sql: (term: Term) => string = spelled): string {
    if (term.kind === 'formula') return written(term.pieces, sql)
    if (term.kind === 'parameter') return parameter(term)
    throw new Error(`A ${term.kind} is read before it is there.`)
  }

  function parameter({ type, value }: Parameter): string {
    const key = `${type} ${value}`
    const place = places.get(key) ?? params.push(value)
    places.set(key, place)
    return `CAST(${words.parameter(place)} AS ${type === 'integer' ? 'BIGINT' : 'TEXT'})`
  }

  function named(prefix: string): string {
    names += 1
    return `${prefix}_${names}`
  }

  return { params, queries, query }
}

/** After so many queries within one another PostgreSQL takes longer to plan than to run: their rows are then kept. */
const longestChain = 4

function written(pieces: readonly Piece[], sql: (term: Term) => string): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : sql(piece))).join('')
}
