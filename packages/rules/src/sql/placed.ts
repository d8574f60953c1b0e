import type { Placed, Term } from './term.js'

/**
 * The terms that become columns, in the given order, and how many terms stand in the text of each. They
 * are those that come from other tables, those that are read in several places and are more than a few
 * words, and parts of what would be too long a formula.
 */
export function placedTerms(
  order: readonly Term[],
  roots: readonly Term[],
  below: (term: Term) => readonly Term[],
): ReadonlyMap<Placed, number> {
  const readers = new Map<Term, number>()
  for (const term of [...roots, ...order.flatMap(below)]) readers.set(term, (readers.get(term) ?? 0) + 1)
  const placed = new Set<Term>()
  const sizes = new Map<Term, number>()
  const sizeOf = (term: Term): number => (placed.has(term) ? 1 : (sizes.get(term) ?? 1))

  for (const term of order) {
    const parts = below(term)
    const size = (): number => parts.reduce((sum, part) => sum + sizeOf(part), 1)
    if (size() > longest) for (const part of parts) if (sizeOf(part) > short) placed.add(part)
    sizes.set(term, size())
    const isShared = size() > short && (readers.get(term) ?? 0) > 1
    if (isShared || term.kind === 'lookup' || term.kind === 'total') placed.add(term)
    if (term.kind === 'total') for (const need of parts) placed.add(need)
  }
  return new Map(
    order.flatMap((term) => (isPlaceable(term) && placed.has(term) ? [[term, sizes.get(term) ?? 1]] : [])),
  )
}

function isPlaceable(term: Term): term is Placed {
  return term.kind !== 'column' && term.kind !== 'parameter'
}

/** A formula of so many terms is written again rather than kept in a column. */
const short = 2

/** SQLite and DuckDB read expressions 1,000 deep, PostgreSQL some thousands. */
const longest = 200
