import type { DataIssue, Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { type PolicyLimits, policyLimits } from './limits.js'
import { samplePolicy } from './sample-policy.js'
import { shapeIssues } from './shape.js'

const asOf = { op: 'asOf' } as const
const always: Predicate = { op: 'all', of: [] }
const of = (rule: unknown): unknown => ({
  ...samplePolicy,
  params: {},
  versions: [{ from: '2020-01-01', rule }],
})

const told = (issues: readonly DataIssue[]): string[] =>
  issues.map((issue) => `${issue.code} ${issue.path.join('.')}`)
const toldWith = (value: unknown, limits: Partial<PolicyLimits>): string[] =>
  told(shapeIssues(value, { ...policyLimits, ...limits }))

/** Counts how often anything at all is asked of a value. */
function watched<Value extends object>(
  value: Value,
): { readonly value: Value; readonly asked: () => number } {
  let asked = 0
  const traps = Reflect.ownKeys(Reflect).flatMap((trap) => {
    const plain: unknown = Reflect.get(Reflect, trap)
    if (typeof plain !== 'function') return []
    const counted = (...given: unknown[]): unknown => {
      asked += 1
      return plain(...given)
    }
    return [[trap, counted] as const]
  })
  return { value: new Proxy(value, Object.fromEntries(traps)), asked: () => asked }
}

test('a policy within a limit passes, and one more of it does not', () => {
  const set = of({ op: 'in', value: asOf, set: ['a', 'b', 'c'] })
  expect(toldWith(set, { set: 3 })).toEqual([])
  expect(toldWith(set, { set: 2 })).toEqual(['POLICY_TOO_LARGE versions.0.rule.set'])

  const nested = of({ op: 'not', of: { op: 'not', of: always } })
  expect(toldWith(nested, { depth: 7 })).toEqual([])
  expect(toldWith(nested, { depth: 6 })).toEqual(['POLICY_TOO_DEEP versions.0.rule.of.of.of'])

  // The policy, its title, its list of versions with the one version in it, and the rule.
  expect(toldWith(of(always), { nodes: 4 })).toEqual([])
  expect(toldWith(of(always), { nodes: 3 })).toEqual(['POLICY_TOO_LARGE versions.0.rule'])

  expect(toldWith(samplePolicy, { versions: 2, values: 3, name: 10, text: 20 })).toEqual([])
  expect(toldWith(samplePolicy, { versions: 1 })).toEqual(['POLICY_TOO_LARGE versions'])
  expect(toldWith(samplePolicy, { values: 2 })).toEqual(['POLICY_TOO_LARGE params.level.values'])
  expect(toldWith(samplePolicy, { name: 9 })).toContain('POLICY_TOO_LARGE versions.0.rule.id')
  expect(toldWith(samplePolicy, { text: 4 })).toContain('POLICY_TOO_LARGE title.ru')
})

test('sets are bounded together, and so are lists', () => {
  const set = { op: 'in', value: asOf, set: Array(4000).fill('a') }
  expect(told(shapeIssues(of({ op: 'all', of: [set, set] })))).toEqual([])
  expect(told(shapeIssues(of({ op: 'all', of: [set, set, set] })))).toEqual([
    'POLICY_TOO_LARGE versions.0.rule.of.2.set',
  ])
  const cited = { ...always, cites: Array(6000).fill('Order 1') }
  expect(told(shapeIssues(of({ op: 'all', of: [cited, cited] })))).toEqual([
    'POLICY_TOO_LARGE versions.0.rule.of.1.cites',
  ])
})

test('objects that stand in many places count in each, so that no small value unfolds into a huge one', () => {
  let rule: unknown = always
  for (let level = 0; level < 25; level += 1) rule = { op: 'all', of: [rule, rule] }
  const issues = shapeIssues(of(rule))
  expect(issues.map((issue) => issue.code)).toEqual(['POLICY_TOO_LARGE'])
})

test('a set of a million members is refused without a look at one of them', () => {
  const set = watched(Array(1_000_000).fill('a'))
  const issues = shapeIssues(of({ op: 'in', value: asOf, set: set.value }))
  expect(told(issues)).toEqual(['POLICY_TOO_LARGE versions.0.rule.set'])
  expect(issues[0]?.message.en).toBe('Over the limit set (10000): 1000000. Shorten it.')
  expect(set.asked()).toBeLessThan(10)
})

test('a list of a million conditions is refused without a look at one of them', () => {
  const list = watched(Array(1_000_000).fill(always))
  expect(told(shapeIssues(of({ op: 'all', of: list.value })))).toEqual([
    'POLICY_TOO_LARGE versions.0.rule.of',
  ])
  expect(list.asked()).toBeLessThan(10)
})

test('a hundred thousand parameters, or unknown keys, are refused without a look at what they hold', () => {
  const held = watched({})
  const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, held.value]))
  expect(told(shapeIssues({ ...samplePolicy, params: keys }))).toEqual(['POLICY_TOO_LARGE params'])
  expect(told(shapeIssues(of({ op: 'all', ...keys })))).toEqual(['POLICY_TOO_LARGE versions.0.rule'])
  expect(held.asked()).toBe(0)
})

test('a value 100,000 levels deep is looked at down to the limit', () => {
  let rule: Predicate = always
  for (let level = 0; level < 100_000; level += 1) rule = { op: 'not', of: rule }
  expect(shapeIssues(of(rule)).map((issue) => [issue.code, issue.path.length])).toEqual([
    ['POLICY_TOO_DEEP', 64],
  ])
})

test('a value without an end is refused as too deep', () => {
  const endless = (): object =>
    new Proxy(
      { op: 'not', of: {} },
      {
        getOwnPropertyDescriptor(target, key) {
          const found = Reflect.getOwnPropertyDescriptor(target, key)
          return key === 'of' ? { ...found, value: endless() } : found
        },
      },
    )
  expect(told(shapeIssues(of(endless())))).toEqual([`POLICY_TOO_DEEP versions.0.rule${'.of'.repeat(61)}`])
})

test('a policy of ten megabytes is given up at the first limit it meets', () => {
  const texts = Array.from({ length: 10_000 }, () => ({
    op: 'not',
    text: { ru: 'а'.repeat(500), en: 'a' },
    of: always,
  }))
  const policy: Policy = { ...samplePolicy, versions: [{ from: '2020-01-01', rule: always }] }
  const list = watched(texts)
  expect(
    told(shapeIssues({ ...policy, versions: [{ from: '2020-01-01', rule: { op: 'any', of: list.value } }] })),
  ).toEqual(['POLICY_TOO_LARGE versions.0.rule.of'])
  expect(list.asked()).toBeLessThan(10)
})
