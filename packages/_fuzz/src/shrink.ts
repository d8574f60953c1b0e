import { type Disagreement, disagreementAbout } from './compare.js'
import type { FuzzEvaluator } from './evaluators/evaluator.js'
import type { FuzzCase } from './random/case.js'

/**
 * A smaller case with the same kind of disagreement: subjects, dates, rules, records, fields and branches
 * are left out, one after another, for as long as it stays.
 */
export async function shrink(
  fuzz: FuzzCase,
  found: Disagreement,
  evaluator: FuzzEvaluator,
): Promise<FuzzCase> {
  // By time and not by tries: a case with many subjects takes seconds a try.
  const until = performance.now() + 20_000
  async function stays(candidate: FuzzCase): Promise<boolean> {
    try {
      const again = await disagreementAbout(candidate, evaluator)
      return again !== undefined && firstLine(again.error) === firstLine(found.error)
    } catch {
      return false
    }
  }
  let least = fuzz
  for (const smaller of aloneIn(fuzz, found)) {
    const candidate = { ...least, ...smaller }
    if (await stays(candidate)) least = candidate
  }
  for (let isSmaller = true; isSmaller && performance.now() < until; ) {
    isSmaller = false
    for (const smaller of smallerCases(least)) {
      if (performance.now() > until) break
      if (!(await stays(smaller))) continue
      least = smaller
      isSmaller = true
      break
    }
  }
  return least
}

/** Only what was asked about, part by part: an evaluator may go wrong by what it did before. */
function aloneIn(
  { policies, subjects, dates }: FuzzCase,
  { question }: Disagreement,
): readonly Partial<FuzzCase>[] {
  if (question === undefined) return []
  const text = JSON.stringify(policies[question.policy])
  const used = Object.entries(policies).filter(([id]) => id === question.policy || text.includes(`"${id}"`))
  const half = subjects.slice(0, Math.ceil(subjects.length / 2))
  return [
    { policies: Object.fromEntries(used) },
    { subjects: half },
    { subjects: [question.subject] },
    {
      dates: dates.filter(
        ({ lawAt, knownAt }) => lawAt === question.dates.lawAt && knownAt === question.dates.knownAt,
      ),
    },
    { dates: [question.dates] },
  ]
}

/** The case with one thing less, large things first. */
function* smallerCases(fuzz: FuzzCase): Iterable<FuzzCase> {
  for (const policies of smallerValues(fuzz.policies, 1)) yield { ...fuzz, policies }
  for (const subjects of smallerValues(fuzz.subjects, 1)) yield { ...fuzz, subjects }
  for (const dates of smallerValues(fuzz.dates, 2)) yield { ...fuzz, dates }
  for (const succession of smallerValues(fuzz.succession, 1)) yield { ...fuzz, succession }
  for (const policies of smallerValues(fuzz.policies, 30)) yield { ...fuzz, policies }
  for (const subjects of smallerValues(fuzz.subjects, 4)) yield { ...fuzz, subjects }
}

/**
 * The value with one member less somewhere, or with a node replaced by one inside it. A rule that comes
 * out may be of another type: it is refused then, and so does not disagree.
 */
function* smallerValues<Value>(value: Value, depth: number): Iterable<Value> {
  if (typeof value !== 'object' || value === null || depth === 0) return
  for (const inner of nodesIn(value)) yield inner as Value
  for (const key of Object.keys(value)) if (!needed.includes(key)) yield without(value, key)
  for (const [key, member] of Object.entries(value)) {
    for (const smaller of smallerValues(member, depth - 1)) yield withMember(value, key, smaller)
  }
}

/** Keys of the language and of dates without which a case cannot be read. */
const needed: readonly string[] = [
  ...['asOf', 'schema', 'title', 'subject', 'params', 'versions', 'origin', 'values', 'from', 'rule', 'op'],
  ...[
    'of',
    'count',
    'left',
    'is',
    'right',
    'value',
    'set',
    'policy',
    'name',
    'fn',
    'numerator',
    'denominator',
  ],
  ...['to', 'date', 'by', 'unit', 'rounding', 'code', 'at', 'over', 'ru', 'en', 'id'],
]

/** The nodes of a rule that could stand in place of the node they are part of. */
function nodesIn(value: object): readonly object[] {
  if (!('op' in value)) return []
  return Object.values(value).flatMap((member): readonly object[] =>
    Array.isArray(member) ? member.filter(isNode) : isNode(member) ? [member] : [],
  )
}

function isNode(member: unknown): member is object {
  return typeof member === 'object' && member !== null && 'op' in member
}

function without<Value extends object>(value: Value, key: string): Value {
  const left = Object.entries(value).filter(([each]) => each !== key)
  return (Array.isArray(value) ? left.map(([, member]) => member) : Object.fromEntries(left)) as Value
}

function withMember<Value extends object>(value: Value, key: string, member: unknown): Value {
  const entries = Object.entries(value).map(([each, old]) => [each, each === key ? member : old] as const)
  return (Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)) as Value
}

function firstLine(error: string | undefined): string | undefined {
  return error?.split('\n')[0]
}
