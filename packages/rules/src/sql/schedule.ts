import { placedTerms } from './placed.js'
import { postOrder } from './post-order.js'
import { isGathered, isJoined, type Placed, partsOf, type Term } from './term.js'

/** What one of several queries works out; each of them reads the one before. */
export interface Step {
  /** The relation whose records are joined to the subjects and counted; such a step does nothing else. */
  readonly gathers: string | undefined
  readonly terms: Placed[]
}

export interface Schedule {
  /** The roots are read by the last step. */
  readonly steps: readonly Step[]
  /** What a step hands on to the next: the terms there by then that a later step reads. */
  handedOn(step: number): readonly Term[]
}

/**
 * Terms that are read in several places become columns of a query before those places, so that the text
 * grows with the number of terms and not with the number of ways to them. Steps follow the order in which
 * a rule is written: no more than some hundreds of columns wait at a time, whatever the size of the rule.
 * @param trailing terms read from all over the roots, of which each is worked out as soon as it can be
 * @param given whether a term is there to begin with
 */
export function schedule(
  roots: readonly Term[],
  trailing: readonly Term[],
  given: (term: Term) => boolean,
): Schedule {
  const below = (term: Term): readonly Term[] => (given(term) ? [] : partsOf(term))
  const order = orderOf(roots, trailing, below)
  const ends = [...roots, ...trailing]
  const placed = placedTerms(
    order.filter((term) => !given(term)),
    ends,
    below,
  )
  const columns = new Set<Term>(placed.keys())
  const isColumn = (term: Term): boolean => term.kind === 'column' || columns.has(term) || given(term)
  const reads = readsOf(order, below, isColumn)

  const steps: Step[] = []
  const places = new Map<Term, number>()
  const lastReads = new Map<Term, number>()

  /** The first step whose text may hold the term. */
  function readable(term: Term): number {
    const place = places.get(term)
    return place === undefined ? 0 : isJoined(term) ? place : place + 1
  }

  function readAt(place: number, read: readonly Term[]): void {
    for (const term of read) lastReads.set(term, Math.max(place, lastReads.get(term) ?? 0))
  }

  let [floor, width, length] = [0, 0, 0]
  for (const [term, size] of placed) {
    width += 1
    length += size
    if (width > widest || length > longest) {
      floor = Math.max(steps.length - 1, 0)
      ;[width, length] = [1, size]
    }
    const gathers = isGathered(term) ? term.over : undefined
    const read = reads.get(term) ?? []
    let place = Math.max(floor, ...read.map(readable))
    for (let step = steps[place]; step && !accepts(step, term, gathers); step = steps[place]) place += 1
    steps[place] ??= { gathers, terms: [] }
    steps[place]?.terms.push(term)
    places.set(term, place)
    readAt(place, read)
  }
  const lastRead = ends.flatMap((term) => (isColumn(term) ? [term] : (reads.get(term) ?? [])))
  const last = Math.max(0, steps.length - 1, ...lastRead.map(readable))
  steps[last] ??= { gathers: undefined, terms: [] }
  readAt(last, lastRead)

  function handedOn(step: number): readonly Term[] {
    return [...lastReads]
      .filter(([term, read]) => read > step && (places.get(term) ?? 0) <= step)
      .map(([term]) => term)
  }

  return { steps, handedOn }
}

/** How many terms are placed before the steps so far are closed: databases hold some 1,600 columns in a query. */
const widest = 300

/** How many terms may stand in the text of those: DuckDB compares each with all others in a query. */
const longest = 2000

/** Engines take ever longer to plan the more tables a query joins, and SQLite joins 64 at most. */
const mostJoins = 8

function accepts({ gathers, terms }: Step, term: Placed, wanted: string | undefined): boolean {
  if (gathers !== wanted) return false
  return !isJoined(term) || new Set([...terms, term].flatMap(joinOf)).size <= mostJoins
}

/** Totals over the same records share a join. */
function joinOf(term: Placed): readonly (string | Placed)[] {
  return isJoined(term) ? [term.kind === 'total' ? term.over : term] : []
}

/** Each term after those it is made of. */
function orderOf(
  roots: readonly Term[],
  trailing: readonly Term[],
  below: (term: Term) => readonly Term[],
): readonly Term[] {
  const order = postOrder(roots, below)
  const ready = new Map(order.map((term, index) => [term, index]))
  for (const term of postOrder(trailing, below)) {
    if (!ready.has(term)) ready.set(term, Math.max(0, ...below(term).map((part) => ready.get(part) ?? 0)))
  }
  return [...ready].sort(([, a], [, b]) => a - b).map(([term]) => term)
}

/** The columns and placed terms that the text of each term reads. */
function readsOf(
  order: readonly Term[],
  below: (term: Term) => readonly Term[],
  isColumn: (term: Term) => boolean,
): ReadonlyMap<Term, readonly Term[]> {
  const reads = new Map<Term, readonly Term[]>()
  for (const term of order) {
    const found = below(term).flatMap((part) => (isColumn(part) ? [part] : (reads.get(part) ?? [])))
    reads.set(term, [...new Set(found)])
  }
  return reads
}
