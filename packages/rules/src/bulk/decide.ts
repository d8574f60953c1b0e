import type { PlainDate, Truth } from '@tirazh/spec'
import { type Dates, type Decider, dayNumberOf, truths } from '../decider.js'
import type { Program } from '../program.js'
import type { Columns } from './columns.js'
import { judge, type Kept, type PolicyCodes } from './judge.js'

/** What a rulebook says at least. */
export type Policies = Pick<Decider, 'model' | 'policies' | 'succession'>

/** The decisions about all subjects of some columns, with the codes of the conditions that they follow from. */
export interface Decisions extends PolicyCodes {
  readonly asOf: PlainDate
  readonly lawAt: PlainDate
  readonly book: Policies
  readonly columns: Columns
  /** Of the subjects, in their order. */
  readonly ids: readonly string[]
  readonly size: number
  /** All policies that took part, each after those it uses; this one is the last. */
  readonly parts: readonly PolicyCodes[]
  /** What a what-if need not work out again. */
  readonly kept: Kept
  /** How many subjects have the status, of those to which the policy applies. */
  count(status: Truth): number
}

/**
 * Decides about all subjects at once, with the same result as `decide` for each of them. The records are
 * those that the columns hold, so `knownAt` is theirs.
 * @throws POLICY_UNKNOWN
 * @throws TypeError where the columns are about another kind of subject
 */
export function decideAll(
  book: Decider,
  policy: string,
  columns: Columns,
  { asOf, lawAt = asOf }: Omit<Dates, 'knownAt'>,
): Decisions {
  if (book.model.kind !== columns.model.kind) {
    throw new TypeError(
      `The policies are about '${book.model.kind}', the columns about '${columns.model.kind}'.`,
    )
  }
  return decidedBy(book, book.program(policy, lawAt), columns, { asOf, lawAt })
}

export function decidedBy(
  book: Policies,
  program: Program,
  columns: Columns,
  { asOf, lawAt }: { readonly asOf: PlainDate; readonly lawAt: PlainDate },
  before?: Kept,
): Decisions {
  const { parts, kept } = judge(program, {
    columns,
    successions: book.succession,
    asOf: dayNumberOf(asOf, 'asOf'),
    ...(before === undefined ? {} : { before }),
  })
  const own = parts.at(-1)
  if (own === undefined) throw new RangeError('A program has at least one part.')
  return {
    ...own,
    asOf,
    lawAt,
    book,
    columns,
    ids: columns.ids,
    size: columns.size,
    parts,
    kept,
    count(status) {
      const code = truths.indexOf(status)
      let count = 0
      for (let subject = 0; subject < columns.size; subject += 1) {
        if (own.status[subject] === code && own.standing[subject] === 3) count += 1
      }
      return count
    },
  }
}
