import type { Instant, Predicate } from '@tirazh/spec'
import { type Dates, type Decider, dayNumberOf } from '../decider.js'
import { type Dialect, quoted, words } from './dialect.js'
import { programTerms } from './program-terms.js'
import { recordColumns, type Tables, tablesOf } from './tables.js'
import { type Column, type Piece, sql, type Term, text } from './term.js'
import { type Records, type Source, writer } from './writer.js'

/** A policy as one query of all subjects in the tables that `factTables` makes. */
export interface SqlStatement {
  readonly text: string
  /** In the order of their numbers in the text: ?1 or $1 is the first. */
  readonly params: readonly (string | number)[]
  /** The conditions whose codes the digits of `leaves` are. */
  readonly leaves: readonly Predicate[]
}

/**
 * A policy as one statement. Its rows, ordered by id by code point, have the columns `id`, `standing`
 * (0 not in force, 1 not applicable, 2 unclear, 3 applies), `status` and `leaves`, a digit for each leaf
 * of the rule (0 unmet, 1 unknown, 2 met). `readDecision` reads such a row.
 * @throws POLICY_UNKNOWN
 */
export function compileSql(
  book: Pick<Decider, 'model' | 'program' | 'succession'>,
  policy: string,
  { dialect, dates }: { readonly dialect: Dialect; readonly dates: Dates },
): SqlStatement {
  const { asOf, lawAt = asOf, knownAt } = dates
  const program = book.program(policy, lawAt)
  const tables = tablesOf(book.model)
  const surroundings = {
    words: words[dialect],
    tables,
    asOf: dayNumberOf(asOf, 'asOf'),
    succession: book.succession,
  }
  const { standing, status, leaves } = programTerms(program, surroundings)
  const id = tables.subjects.fields.get('id')
  if (id === undefined) throw new Error('Subjects have no id.')
  const { params, queries, query } = writer(words[dialect], recordsOf(tables, knownAt), id)
  const { from, sql } = query(subjectsOf(tables), id, [standing, status], [leaves])
  const select = `SELECT ${sql(id)} AS id, ${sql(standing)} AS standing, ${sql(status)} AS status, ${sql(leaves)} AS leaves`
  const before = queries.length === 0 ? '' : `WITH ${queries.join(',\n')}\n`
  return {
    text: `${before}${select} ${from} ORDER BY ${sql(id)}${words[dialect].byCodePoint}`,
    params,
    leaves: (program.parts.at(-1)?.leaves ?? []).map(({ predicate }) => predicate),
  }
}

function subjectsOf({ subjects }: Tables): Source {
  return { from: [`${quoted(subjects.name)} AS s`], given: (term) => columnIn(term, 'subject', 's') }
}

function recordsOf({ subjects, relations }: Tables, knownAt: Instant | undefined): Records {
  const tableOf = (relation: string): string => `${quoted(relations.get(relation)?.name ?? '')} AS r`
  const { subject } = recordColumns
  const known = knownAt === undefined ? undefined : knownBy(knownAt)
  return {
    subject,
    alone(relation, besideSubjects) {
      const join = besideSubjects
        ? ` JOIN ${quoted(subjects.name)} AS s ON s."id" = r.${quoted(subject.name)}`
        : ''
      return {
        from: [tableOf(relation), join],
        where: known,
        given: (term) => columnIn(term, 'row', 'r') ?? columnIn(term, 'subject', 's'),
      }
    },
    beside({ from, given }, relation, id) {
      const join: readonly Piece[] = [` LEFT JOIN ${tableOf(relation)} ON `, sql`${subject} = ${id}`]
      return {
        from: [...from, ...join, ...(known === undefined ? [] : [' AND ', known])],
        given: (term) => given(term) ?? columnIn(term, 'row', 'r'),
      }
    },
  }
}

function knownBy(knownAt: Instant): Term {
  const { recordedAt, supersededAt } = recordColumns
  const at = text(knownAt)
  return sql`(${recordedAt} IS NULL OR ${recordedAt} <= ${at}) AND (${supersededAt} IS NULL OR ${supersededAt} > ${at})`
}

/** The SQL of a column of a table under its name in a query. */
function columnIn(term: Term, of: Column['of'], table: string): string | undefined {
  return term.kind === 'column' && term.of === of ? `${table}.${quoted(term.name)}` : undefined
}
