import { type Policy, type Predicate, type Scalar, TirazhError, type Truth } from '@tirazh/spec'
import { withParams } from '../build.js'
import { type Decision, standings, truths } from '../decider.js'
import { programOf } from '../programs.js'
import { checkMeaning, checkShape } from '../validate.js'
import { type Decisions, decidedBy, type Policies } from './decide.js'
import type { LeafCodes, PolicyCodes } from './judge.js'

/** Other values of parameters, at all dates, or another text of a policy. */
export type Supposition =
  | {
      readonly params: Readonly<Record<string, Scalar>>
      /** Whose parameters; of the policy that was decided on if left out. */
      readonly of?: string
    }
  | { readonly policy: Policy }

/** What a change of the rules would change, on the same records and dates. */
export interface WhatIf {
  readonly before: Decisions
  readonly after: Decisions
  /** Every subject whose status or standing would be another, in the order of the subjects. */
  readonly changes: readonly VerdictChange[]
}

export interface VerdictChange {
  readonly subject: string
  /** Its place among the subjects. */
  readonly index: number
  readonly before: Decision
  readonly after: Decision
  /** Why: the conditions, of all policies that take part, whose status is another. */
  readonly because: readonly ConditionChange[]
}

export interface ConditionChange {
  readonly policy: string
  readonly predicate: Predicate
  /** `null` where the condition is not part of the rules. */
  readonly before: Truth | null
  readonly after: Truth | null
}

/**
 * What would be decided if a policy were another. Only what the change touches is worked out again: where
 * it is a threshold, the counts of the decisions are compared with the new one.
 * @throws POLICY_INVALID
 * @throws POLICY_UNKNOWN
 * @throws TypeError for a parameter that the policy does not have
 */
export function whatIf(before: Decisions, change: Supposition): WhatIf {
  const changed =
    'policy' in change
      ? change.policy
      : withParams(known(before.book, change.of ?? before.policy), change.params)
  const book: Policies = {
    ...before.book,
    policies: { ...before.book.policies, [changed.id]: changed },
  }
  checkShape(changed.id, changed)
  checkMeaning(changed.id, changed, book)
  const program = programOf(known(book, before.policy), { ...book, lawAt: before.lawAt })
  const after = decidedBy(book, program, before.columns, before, before.kept)
  return { before, after, changes: changesBetween(before, after) }
}

function known({ policies }: Policies, id: string): Policy {
  const policy = Object.hasOwn(policies, id) ? policies[id] : undefined
  if (policy !== undefined) return policy
  const names = Object.keys(policies)
  throw new TirazhError('POLICY_UNKNOWN', `There is no policy '${id}'; there are: ${names.join(', ')}.`, {
    policy: id,
    known: names,
  })
}

function changesBetween(before: Decisions, after: Decisions): VerdictChange[] {
  const reasons = reasonsOf(pairsOf(before.parts, after.parts))
  const changes: VerdictChange[] = []
  for (const index of changedSubjects(before, after)) {
    changes.push({
      subject: before.ids[index] ?? '',
      index,
      before: decisionAt(before, index),
      after: decisionAt(after, index),
      because: reasons(index),
    })
  }
  return changes
}

function changedSubjects(before: PolicyCodes, after: PolicyCodes): Uint32Array {
  const { status, standing } = before
  const { status: statusAfter, standing: standingAfter } = after
  const changed = new Uint32Array(status.length)
  let count = 0
  for (let index = 0; index < status.length; index += 1) {
    // Without a branch, which changes here and there would make the processor guess wrong.
    changed[count] = index
    const difference =
      ((status[index] ?? 0) ^ (statusAfter[index] ?? 0)) |
      ((standing[index] ?? 0) ^ (standingAfter[index] ?? 0))
    count += Number(difference !== 0)
  }
  return changed.subarray(0, count)
}

/** Many subjects share their decisions: each is one object. */
const decisions: readonly (readonly Decision[])[] = standings.map((standing) =>
  truths.map((status): Decision => ({ status, standing })),
)

function decisionAt({ status, standing }: PolicyCodes, index: number): Decision {
  const decision = decisions[standing[index] ?? 0]?.[status[index] ?? 1]
  if (decision === undefined) throw new RangeError(`There is no subject ${index}.`)
  return decision
}

/** A condition in both decisions, where its codes may differ. */
interface Pair {
  readonly policy: string
  readonly before?: LeafCodes
  readonly after?: LeafCodes
}

/** The reasons of subjects whose conditions have the same codes, told apart one condition after another. */
interface Reasons {
  readonly next: Reasons[]
  list?: readonly ConditionChange[]
}

/** Why the verdict on a subject changed. Many subjects share their reasons: each list is made once. */
function reasonsOf(pairs: readonly Pair[]): (index: number) => readonly ConditionChange[] {
  const root: Reasons = { next: [] }
  return (index) => {
    let reasons = root
    for (const { before, after } of pairs) {
      const codes = (before?.codes[index] ?? 3) * 4 + (after?.codes[index] ?? 3)
      reasons = reasons.next[codes] ??= { next: [] }
    }
    reasons.list ??= pairs.flatMap((pair) => changeOf(pair, index))
    return reasons.list
  }
}

function changeOf({ policy, before, after }: Pair, index: number): ConditionChange[] {
  const predicate = after?.predicate ?? before?.predicate
  const [from, to] = [before?.codes[index], after?.codes[index]]
  if (predicate === undefined || from === to) return []
  return [{ policy, predicate, before: truthOf(from), after: truthOf(to) }]
}

function truthOf(code: number | undefined): Truth | null {
  return code === undefined ? null : (truths[code] ?? null)
}

function pairsOf(before: readonly PolicyCodes[], after: readonly PolicyCodes[]): Pair[] {
  const pairs = new Map<string, { policy: string; before?: LeafCodes; after?: LeafCodes }>()
  const put = (parts: readonly PolicyCodes[], side: 'before' | 'after'): void => {
    for (const part of parts) {
      for (const [key, leaf] of namedLeaves(part)) {
        const pair = pairs.get(key) ?? { policy: part.policy }
        pair[side] = leaf
        pairs.set(key, pair)
      }
    }
  }
  put(before, 'before')
  put(after, 'after')
  return [...pairs.values()].filter((pair) => pair.before?.codes !== pair.after?.codes)
}

/** The conditions of a policy by what tells them apart: their id, else what they say. */
function namedLeaves({ policy, applies, leaves }: PolicyCodes): (readonly [string, LeafCodes])[] {
  const counts = new Map<string, number>()
  const named = leaves.map((leaf) => {
    const name = leaf.predicate.id ?? JSON.stringify(leaf.predicate)
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return [JSON.stringify([policy, name, count]), leaf] as const
  })
  return applies === undefined ? named : [[JSON.stringify([policy]), applies], ...named]
}
