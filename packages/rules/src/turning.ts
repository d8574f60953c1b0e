import type {
  Aggregate,
  Comparison,
  Finding,
  Measured,
  Missing,
  Noun,
  RecordRef,
  Required,
  Text,
  Verdict,
} from '@tirazh/spec'
import { opposite } from './comparisons.js'
import { waysOfCount } from './turning/counts.js'
import { fill, nothingNeeded, type Option, ofParts, single, smallest, together } from './turning/options.js'

/** Changes of the records that together would turn a verdict. Plain data. */
export interface TurningSet {
  /** What the verdict would become. */
  readonly goal: 'met' | 'unmet'
  /** The number of changes; three records more are three changes. */
  readonly size: number
  readonly changes: readonly RecordChange[]
}

export type RecordChange = CountChange | FillIn | FillSome | ReachValue | RecordValue | BecomeSubject

/** So many more or fewer, such as municipalities: by new records, or by others that come to count or cease to. */
export interface CountChange {
  readonly kind: 'more' | 'fewer'
  readonly count: number
  readonly over: string
  readonly fn: Aggregate['fn']
  /** The relation in words. */
  readonly title: Text
  readonly noun?: Noun
  readonly condition?: ConditionName
}

/** A value that is missing, or cannot be used, is filled in as it has to be. */
export interface FillIn {
  readonly kind: 'fill'
  readonly missing: Missing
}

/** Any so many of these values are filled in. */
export interface FillSome {
  readonly kind: 'fill-some'
  readonly count: number
  readonly of: readonly Missing[]
}

/** A value comes to be as required. Of a list, `=` is one of the values and `!=` none of them. */
export interface ReachValue {
  readonly kind: 'value'
  /** The related record; absent for the subject itself. */
  readonly record?: RecordName
  readonly actual: Measured
  readonly comparison: Comparison
  readonly required: Required
  readonly condition?: ConditionName
}

/** A value comes to be recorded, or is no longer. */
export interface RecordValue {
  readonly kind: 'recorded'
  readonly isRecorded: boolean
  /** The related record; absent for the subject itself. */
  readonly record?: RecordName
  readonly title: Text
  readonly condition?: ConditionName
}

/** Another policy comes to apply to the subject. */
export interface BecomeSubject {
  readonly kind: 'applies'
  readonly policy: string
  readonly title: Text
}

export interface ConditionName {
  readonly id?: string
  readonly text?: Text
}

export interface RecordName {
  readonly record: RecordRef
  readonly label?: string | Text
}

export interface TurningOptions {
  /** What the verdict should become; by default the other one: `unmet` for a verdict that is met, else `met`. */
  readonly goal?: 'met' | 'unmet'
  /** At most so many sets, 5 by default. */
  readonly limit?: number
}

/**
 * The smallest sets of changes that would turn a verdict, smallest first, told from its reasons alone.
 * Every set is enough by itself and contains no other. No smaller set would do, and no part of a set,
 * where conditions look at different records and a related record lacks one value at most.
 *
 * Conditions are taken one by one: where two of them look at the same records, a set may ask for more
 * than is needed, and where they contradict each other, for what cannot be. A sum, an extreme or a ratio
 * changes as a whole. Whether the policy applies at all is not asked. The work grows with the number of
 * conditions and open records, never with the number of ways.
 */
export function turningPoints(verdict: Verdict, options: TurningOptions = {}): readonly TurningSet[] {
  const { finding, policy, status } = verdict
  const { goal = status === 'met' ? 'unmet' : 'met', limit = 5 } = options
  if (finding === null || status === goal) return []
  const found = waysTo(goal, finding, { path: policy })
  return smallest(found, limit).map(({ size, changes }) => ({ goal, size, changes: [...changes.values()] }))
}

export type Goal = TurningSet['goal']

/** Where a finding stands: what tells it from all others, and the related record it is about. */
export interface FindingPlace {
  readonly path: string
  readonly record?: RecordName
}

/** What would turn a finding. */
export function waysTo(goal: Goal, finding: Finding, place: FindingPlace): readonly Option[] {
  if (finding.status === goal) return [nothingNeeded]
  const { findings = [] } = finding
  const partWays = (wanted: Goal): (readonly Option[])[] =>
    findings.flatMap((part, index) =>
      part.status === wanted ? [] : [waysTo(wanted, part, { ...place, path: `${place.path}/${index}` })],
    )
  switch (finding.op) {
    case 'all':
    case 'any': {
      const parts = partWays(goal)
      return ofParts((finding.op === 'all') === (goal === 'met') ? parts.length : 1, parts)
    }
    case 'atLeast': {
      const count = Number(finding.required?.value ?? findings.length)
      const parts = partWays(goal)
      const enough = goal === 'met' ? count : findings.length - count + 1
      return ofParts(enough - (findings.length - parts.length), parts)
    }
    case 'not':
      return ofParts(1, partWays(goal === 'met' ? 'unmet' : 'met'))
    case 'use':
      return waysOfPolicy(goal, finding.verdict)
    case 'known':
      return waysToRecord(goal, finding, place)
    case 'cmp':
    case 'in':
      return waysOfCount(goal, finding, place) ?? waysOfValue(goal, finding, place)
  }
}

function waysOfPolicy(goal: Goal, used: Verdict | undefined): readonly Option[] {
  const { finding, standing, policy, title } = used ?? { finding: null }
  if (!finding || standing === 'not-in-force' || policy === undefined || title === undefined) return []
  const ways = waysTo(goal, finding, { path: policy })
  const applies = single(`${policy} applies`, { kind: 'applies', policy, title })
  return standing === 'applies' ? ways : ways.map((way) => together([way, applies]))
}

function waysToRecord(goal: Goal, finding: Finding, { path, ...place }: FindingPlace): readonly Option[] {
  const { actual } = finding
  if (actual === undefined) return []
  const isRecorded = goal === 'met'
  return [single(path, { kind: 'recorded', isRecorded, ...place, title: actual.title, ...nameOf(finding) })]
}

/** What is missing is filled in; a value that is there has to change. */
function waysOfValue(goal: Goal, finding: Finding, { path, ...place }: FindingPlace): readonly Option[] {
  const { status, missing, actual, required, comparison = '=' } = finding
  if (status === 'unknown' && missing.length > 0) return [together(missing.map(fill))]
  if (actual === undefined || required === undefined) return []
  // Of records that are not recorded at all there can be no fewer than none.
  if ((actual.low === null) !== (actual.high === null) && finding.evidence === undefined) return []
  const is = goal === 'met' ? comparison : opposite[comparison]
  return [single(path, { kind: 'value', ...place, actual, comparison: is, required, ...nameOf(finding) })]
}

export function nameOf({ id, text }: Finding): { readonly condition?: ConditionName } {
  if (id === undefined && text === undefined) return {}
  return { condition: { ...(id === undefined ? {} : { id }), ...(text === undefined ? {} : { text }) } }
}
