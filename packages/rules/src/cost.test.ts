import type { Expression, Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { policyCost } from './cost.js'
import { policyLimits } from './limits.js'
import { samplePolicy } from './sample-policy.js'
import { shapeIssues } from './shape.js'

const big = (of: 'subject' | 'row'): Predicate => ({
  op: 'cmp',
  left: { op: 'field', name: 'n', of },
  is: '>=',
  right: { op: 'lit', value: 1 },
})
const counting = (over: string, where: Predicate): Expression => ({ op: 'agg', fn: 'count', over, where })
const policy = (...rules: readonly Predicate[]): Policy => ({
  ...samplePolicy,
  params: {},
  versions: rules.map((rule, index) => ({ from: `${2020 + index}-01-01`, rule })),
})

test('what is inside a count is evaluated for every record, the rest once for the subject', () => {
  const rule: Predicate = {
    op: 'all',
    of: [
      big('subject'),
      { op: 'cmp', left: counting('rows', big('row')), is: '>=', right: counting('toString', big('row')) },
    ],
  }
  expect(policyCost(policy(rule))).toEqual({
    subject: 1 + 3 + 3,
    records: { rows: 3, toString: 3 },
    total: 7 + 600,
  })
})

test('the condition of whom the rule is about is evaluated too', () => {
  const [version] = policy(big('subject')).versions
  const both = { ...samplePolicy, versions: version ? [{ ...version, applies: big('subject') }] : [] }
  expect(policyCost(both).subject).toBe(6)
})

test('of several wordings, one is in force: the costliest counts', () => {
  const costly: Predicate = { op: 'not', of: big('subject') }
  expect(policyCost(policy(big('subject'), costly, big('subject')))).toEqual({
    subject: 4,
    records: {},
    total: 4,
  })
})

test('a wording over the limit is refused, at its place', () => {
  const counted: Predicate = { op: 'known', value: counting('rows', big('row')) }
  const limits = { ...policyLimits, cost: 301 }
  expect(shapeIssues(policy(big('subject'), counted), { ...limits, cost: 302 })).toEqual([])
  expect(shapeIssues(policy(big('subject'), counted), limits)).toEqual([
    {
      code: 'POLICY_TOO_COSTLY',
      path: ['versions', 1],
      message: {
        ru: 'Больше предела cost (301): 302. Сократите.',
        en: 'Over the limit cost (301): 302. Shorten it.',
      },
    },
  ])
})
