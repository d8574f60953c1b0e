import type { InForce, Locale, Param, PlainDate, Policy, PolicyVersion, Scalar, Text } from '@tirazh/spec'
import { type ConditionDifference, diffConditions } from './diff/conditions.js'
import { changeText } from './diff/sentences.js'
import { changesOf, inForceAt } from './in-force.js'
import type { PolicyContext } from './page/writer.js'
import { isSame } from './same.js'

/** One thing that differs between two policies, with a sentence about it. Plain data. */
export type PolicyChange = PolicyDifference & { readonly text: string }

export type PolicyDifference =
  | TitleDiffers
  | SubjectDiffers
  | ParamDiffers
  | WordingDiffers
  | ConditionDiffers

export interface TitleDiffers {
  readonly kind: 'title'
  readonly before: Text
  readonly after: Text
}

export interface SubjectDiffers {
  readonly kind: 'subject'
  readonly before: string
  readonly after: string
}

export type ParamDiffers = ParamExists | ParamNamed | ParamValued

export interface ParamExists {
  readonly kind: 'param'
  readonly change: 'added' | 'removed'
  readonly name: string
  readonly param: Param
}

/** Its title, origin or the way it is shown. */
export interface ParamNamed {
  readonly kind: 'param'
  readonly change: 'named'
  readonly name: string
  readonly before: Param
  readonly after: Param
}

/** The value in force over some days; `null` where none is. */
export interface ParamValued extends Days {
  readonly kind: 'param'
  readonly change: 'value'
  readonly name: string
  readonly param: Param
  readonly before: Scalar | null
  readonly after: Scalar | null
}

/** Over some days there is a wording only before or only after. */
export interface WordingDiffers extends Days {
  readonly kind: 'wording'
  readonly change: 'added' | 'removed'
}

export type ConditionDiffers = ConditionDifference &
  Days & {
    readonly kind: 'condition'
    /** Whether it is about whom the rule applies to, or about the rule itself. */
    readonly section: 'applies' | 'rule'
  }

/** The days of the law on which two policies differ. */
export interface Days {
  readonly from: PlainDate
  /** The first day on which they do not differ so any more. */
  readonly until?: PlainDate
  /** Whether they differ so from the very beginning. */
  readonly isFirst: boolean
}

/**
 * What a policy says otherwise than an earlier one, day by day of the law: an empty list where both mean
 * the same to people and to the engine. The ids of the policies and the order of conditions do not matter.
 */
export function diffPolicies(
  before: Policy,
  after: Policy,
  context: PolicyContext,
  locale: Locale,
): readonly PolicyChange[] {
  const about: PolicyDifference[] = [
    ...(isSame(before.title, after.title)
      ? []
      : [{ kind: 'title' as const, before: before.title, after: after.title }]),
    ...(before.subject === after.subject
      ? []
      : [{ kind: 'subject' as const, before: before.subject, after: after.subject }]),
  ]
  const differences = [...about, ...lawDifferences(before, after, everyDay)]
  return differences.map((each) => ({ ...each, text: changeText(each, { before, after, context, locale }) }))
}

/** What changed in the law of one policy from one day to another. */
export function diffDays(
  policy: Policy,
  days: { readonly before: PlainDate; readonly after: PlainDate },
  context: PolicyContext,
  locale: Locale,
): readonly PolicyChange[] {
  const words = { before: policy, after: policy, days, context, locale }
  return lawDifferences(policy, policy, between(days)).map((each) => ({
    ...each,
    text: changeText(each, words),
  }))
}

function lawDifferences(before: Policy, after: Policy, stretches: Stretches): PolicyDifference[] {
  return [...paramDifferences(before, after, stretches), ...wordingDifferences(before, after, stretches)]
}

function paramDifferences(before: Policy, after: Policy, stretches: Stretches): ParamDiffers[] {
  const names = [...new Set([...Object.keys(before.params), ...Object.keys(after.params)])]
  return names.flatMap((name): ParamDiffers[] => {
    const [was, is] = [own(before.params, name), own(after.params, name)]
    if (was === undefined || is === undefined) {
      const param = was ?? is
      return param ? [{ kind: 'param', change: was ? 'removed' : 'added', name, param }] : []
    }
    const isNamed = !isSame({ ...was, values: [] }, { ...is, values: [] })
    const values = stretches(was.values, is.values, (a, b) => a?.value === b?.value)
    return [
      ...(isNamed
        ? [{ kind: 'param' as const, change: 'named' as const, name, before: was, after: is }]
        : []),
      ...values.map(({ before: a, after: b, ...days }): ParamValued => {
        const ends = { before: a?.value ?? null, after: b?.value ?? null }
        return { kind: 'param', change: 'value', name, param: is, ...days, ...ends }
      }),
    ]
  })
}

function wordingDifferences(
  before: Policy,
  after: Policy,
  stretches: Stretches,
): (WordingDiffers | ConditionDiffers)[] {
  const isEqual = (a?: PolicyVersion, b?: PolicyVersion): boolean =>
    isSame([a?.applies, a?.rule], [b?.applies, b?.rule])
  return stretches(before.versions, after.versions, isEqual).flatMap(({ before: was, after: is, ...days }) =>
    was && is
      ? conditionDifferences(was, is, days)
      : [{ kind: 'wording', change: was ? 'removed' : 'added', ...days } satisfies WordingDiffers],
  )
}

function conditionDifferences(
  before: PolicyVersion,
  after: PolicyVersion,
  days: Days,
): (WordingDiffers | ConditionDiffers)[] {
  return (['applies', 'rule'] as const).flatMap((section) =>
    diffConditions(before[section], after[section]).map(
      (each): ConditionDiffers => ({ kind: 'condition', section, ...days, ...each }),
    ),
  )
}

interface Stretch<Entry> extends Days {
  readonly before: Entry | undefined
  readonly after: Entry | undefined
}

/** The days on which what is in force differs. */
type Stretches = <Entry extends InForce>(
  before: readonly Entry[],
  after: readonly Entry[],
  isEqual: (a: Entry | undefined, b: Entry | undefined) => boolean,
) => Stretch<Entry>[]

/** All days, in stretches as long as they can be. */
const everyDay: Stretches = (before, after, isEqual) => {
  const isFirst = (day: PlainDate): boolean => before[0]?.from === day && after[0]?.from === day
  const days = [...new Set([...changesOf(before), ...changesOf(after)])].sort()
  const stretches: Stretch<(typeof before)[number]>[] = []
  for (const from of days) {
    const [was, is] = [inForceAt(before, from), inForceAt(after, from)]
    const last = stretches.at(-1)
    if (last && last.until === undefined) {
      if (isEqual(last.before, was) && isEqual(last.after, is)) continue
      stretches[stretches.length - 1] = { ...last, until: from }
    }
    if (!isEqual(was, is)) stretches.push({ from, isFirst: isFirst(from), before: was, after: is })
  }
  return stretches
}

/** One day beside another. */
function between(days: { readonly before: PlainDate; readonly after: PlainDate }): Stretches {
  return (before, after, isEqual) => {
    const [was, is] = [inForceAt(before, days.before), inForceAt(after, days.after)]
    if (isEqual(was, is)) return []
    const repealed = after.findLast((entry) => entry.from <= days.after)?.until
    return [{ from: is?.from ?? repealed ?? days.after, isFirst: false, before: was, after: is }]
  }
}

function own<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
