import type { Predicate } from '@tirazh/spec'
import { type Forms, forms, isSame } from '../same.js'

/** What happened to one condition of a rule. */
export interface ConditionDifference {
  /** `named`: what is asked for is the same; the name, text or documents of the condition are other ones. */
  readonly change: 'added' | 'removed' | 'changed' | 'named'
  /** The condition as it was; absent where it was added. */
  readonly before?: Predicate
  /** The condition as it is; absent where it was removed. */
  readonly after?: Predicate
  /** Only what the condition asks for itself has changed; what stands inside it is told apart. */
  readonly isHead: boolean
  /** The conditions it stands in, outermost first. */
  readonly within: readonly Enclosing[]
}

/** A condition with others inside it, and the relation whose records those are about, if any. */
export interface Enclosing {
  readonly before: Predicate
  readonly after: Predicate
  readonly over?: string
}

/**
 * What differs between two rules, told as far inside as it can be. Conditions are matched by id, then by
 * what they ask for, then by what they are about. Their order does not matter. An absent rule has no
 * conditions.
 */
export function diffConditions(before?: Predicate, after?: Predicate): readonly ConditionDifference[] {
  return diffLists(conjuncts(before), conjuncts(after), { within: [], forms: forms() })
}

interface Place {
  readonly within: readonly Enclosing[]
  readonly forms: Forms
}

function diffLists(
  before: readonly Predicate[],
  after: readonly Predicate[],
  place: Place,
): ConditionDifference[] {
  const { within, forms } = place
  const { pairs, removed, added } = matched(before, after, forms)
  return [
    ...pairs.flatMap(([was, is]) => diffPair(was, is, place)),
    ...removed.map((was): ConditionDifference => ({ change: 'removed', before: was, isHead: false, within })),
    ...added.map((is): ConditionDifference => ({ change: 'added', after: is, isHead: false, within })),
  ]
}

function diffPair(before: Predicate, after: Predicate, { within, forms }: Place): ConditionDifference[] {
  if (forms.whole(before) === forms.whole(after)) return []
  const pair = { before, after, within }
  const isNamed = labels.some((label) => !isSame(before[label], after[label]))
  const named: ConditionDifference[] = isNamed ? [{ ...pair, change: 'named', isHead: true }] : []
  const [was, is] = [dividedOf(before), dividedOf(after)]
  if (was === undefined || is === undefined || was.kind !== is.kind) {
    const isAsked = forms.asked(before) === forms.asked(after)
    return isAsked ? named : [...named, { ...pair, change: 'changed', isHead: false }]
  }
  const head: ConditionDifference[] = isSame(was.head, is.head)
    ? []
    : [{ ...pair, change: 'changed', isHead: true }]
  const enclosing = { before, after, ...(was.over === undefined ? {} : { over: was.over }) }
  const inner = { within: [...within, enclosing], forms }
  const [only, other] = [was.parts[0], is.parts[0]]
  const parts =
    before.op === 'not' && only && other
      ? diffPair(only, other, inner)
      : diffLists(was.parts, is.parts, inner)
  return [...named, ...head, ...parts]
}

const labels = ['id', 'text', 'cites'] as const

/** A condition that has others inside: what it asks for itself, and those others. */
interface Divided {
  /** Only conditions of one kind are compared part by part. */
  readonly kind: string
  readonly head: unknown
  readonly parts: readonly Predicate[]
  readonly over?: string
}

function dividedOf(predicate: Predicate): Divided | undefined {
  switch (predicate.op) {
    case 'all':
    case 'any':
      return { kind: predicate.op, head: undefined, parts: predicate.of }
    case 'atLeast':
      return { kind: predicate.op, head: predicate.count, parts: predicate.of }
    case 'not':
      return { kind: predicate.op, head: undefined, parts: [predicate.of] }
    case 'cmp': {
      const { left, is, right } = predicate
      if (left.op !== 'agg') return undefined
      const { where, ...rest } = left
      return {
        kind: `count over ${left.over}`,
        head: { left: rest, is, right },
        parts: conjuncts(where),
        over: left.over,
      }
    }
    case 'in':
    case 'known':
    case 'use':
      return undefined
  }
}

/** A rule as the list of what must all be met. */
function conjuncts(predicate: Predicate | undefined): readonly Predicate[] {
  if (predicate === undefined) return []
  return predicate.op === 'all' && labels.every((label) => predicate[label] === undefined)
    ? predicate.of
    : [predicate]
}

interface Matching {
  readonly pairs: readonly (readonly [Predicate, Predicate])[]
  readonly removed: readonly Predicate[]
  readonly added: readonly Predicate[]
}

/** Each condition with the one that it became, by the surest sign there is. */
function matched(before: readonly Predicate[], after: readonly Predicate[], forms: Forms): Matching {
  let [removed, added] = [[...before], [...after]]
  const pairs: (readonly [Predicate, Predicate])[] = []
  for (const isSign of signs) {
    removed = removed.filter((was) => {
      const index = added.findIndex((is) => isSign(was, is, forms))
      const is = added[index]
      if (is === undefined) return true
      pairs.push([was, is])
      added = added.toSpliced(index, 1)
      return false
    })
  }
  return { pairs, removed, added }
}

type Sign = (was: Predicate, is: Predicate, forms: Forms) => boolean

const signs: readonly Sign[] = [
  (was, is) => was.id !== undefined && was.id === is.id,
  (was, is, forms) => forms.whole(was) === forms.whole(is),
  (was, is, forms) => forms.asked(was) === forms.asked(is),
  (was, is) => was.text !== undefined && isSame(was.text, is.text),
  isAlike,
]

/** Whether two conditions are about the same, whatever they ask of it. */
function isAlike(was: Predicate, is: Predicate, forms: Forms): boolean {
  if (was.op === 'not' && is.op === 'not') return isAlike(was.of, is.of, forms)
  const [about, other] = [aboutOf(was), aboutOf(is)]
  if (about !== undefined && other !== undefined) return isSame(about, other)
  const [a, b] = [dividedOf(was), dividedOf(is)]
  if (a === undefined || b === undefined || a.kind !== b.kind) return false
  const asked = new Set(a.parts.map(forms.asked))
  return b.parts.some((part) => asked.has(forms.asked(part)))
}

/** What an undivided condition is about. */
function aboutOf(predicate: Predicate): unknown {
  switch (predicate.op) {
    case 'cmp': {
      if (predicate.left.op !== 'agg') return predicate.left
      const { where: _, noun: __, ...counted } = predicate.left
      return counted
    }
    case 'in':
    case 'known':
      return predicate.value
    default:
      return undefined
  }
}
