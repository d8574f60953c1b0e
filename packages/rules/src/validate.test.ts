import { isTirazhError, type Policy, type Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import type { SubjectModel } from './model.js'
import { rulebook } from './rulebook.js'

const title = { ru: 'т', en: 't' }
const noun = { ru: { one: 'к', few: 'к', many: 'к' }, en: { one: 'c', other: 'c' } }
const model: SubjectModel = {
  kind: 'thing',
  label: 'n',
  fields: { n: { title, type: 'number' } },
  relations: { rows: { kind: 'row', title, noun, fields: { m: { title, type: 'number' } } } },
}

function written(rule: Predicate, rest: Partial<Policy> = {}): Policy {
  return {
    schema: 'policy/1',
    id: 'p',
    title,
    subject: 'thing',
    params: {},
    versions: [{ from: '2020-01-01', rule }],
    ...rest,
  }
}

function issuesOf(...policies: Policy[]): (readonly [string, string])[] {
  try {
    rulebook({ model, policies: Object.fromEntries(policies.map((policy) => [policy.id, policy])) })
  } catch (error) {
    if (isTirazhError(error, 'POLICY_INVALID')) {
      return error.details.issues.map((issue) => [issue.code, issue.path.join('.')] as const)
    }
    throw error
  }
  return []
}

const fieldOf = (
  name: string,
  of: 'subject' | 'row',
): { op: 'field'; name: string; of: 'subject' | 'row' } => ({
  op: 'field',
  name,
  of,
})

test('a rule that names what does not exist is refused, all of it at once and with its place', () => {
  const rule: Predicate = {
    op: 'all',
    of: [
      { op: 'cmp', left: fieldOf('x', 'subject'), is: '>=', right: { op: 'param', name: 'k' } },
      { op: 'not', of: { op: 'use', policy: 'other' } },
      {
        op: 'cmp',
        left: { op: 'agg', fn: 'count', over: 'lines', noun },
        is: '=',
        right: { op: 'lit', value: 1 },
      },
    ],
  }
  expect(issuesOf(written(rule))).toEqual([
    ['POLICY_UNKNOWN_FIELD', 'versions.0.rule.of.0.left'],
    ['POLICY_UNKNOWN_PARAMETER', 'versions.0.rule.of.0.right'],
    ['POLICY_UNKNOWN_POLICY', 'versions.0.rule.of.1.of.policy'],
    ['POLICY_UNKNOWN_RELATION', 'versions.0.rule.of.2.left'],
  ])
})

test('an aggregate inside an aggregate is refused', () => {
  const inner: Predicate = {
    op: 'cmp',
    left: { op: 'agg', fn: 'count', over: 'rows', noun },
    is: '=',
    right: { op: 'lit', value: 1 },
  }
  const rule: Predicate = {
    op: 'cmp',
    left: { op: 'agg', fn: 'count', over: 'rows', noun, where: inner },
    is: '>=',
    right: { op: 'lit', value: 1 },
  }
  expect(issuesOf(written(rule))).toEqual([['POLICY_AGGREGATE_NESTED', 'versions.0.rule.left.where.left']])
})

test('policies that use each other in a circle are refused', () => {
  const use = (policy: string): Predicate => ({ op: 'use', policy })
  expect(issuesOf(written(use('q'), { id: 'p' }), written(use('p'), { id: 'q' }))).toEqual([
    ['POLICY_CIRCLE', 'versions'],
  ])
})

test('versions and parameters must ascend in time and exist', () => {
  const rule: Predicate = { op: 'known', value: fieldOf('n', 'subject') }
  expect(
    issuesOf(
      written(rule, {
        versions: [
          { from: '2021-01-01', rule },
          { from: '2020-01-01', rule },
        ],
        params: { k: { title, origin: title, values: [] } },
      }),
    ),
  ).toEqual([
    ['POLICY_EMPTY', 'params.k.values'],
    ['POLICY_DATES_ORDER', 'versions.1.from'],
  ])
})

test('a policy about something else than the model is refused', () => {
  const rule: Predicate = { op: 'known', value: fieldOf('n', 'subject') }
  expect(issuesOf(written(rule, { subject: 'person' }))).toEqual([['POLICY_SUBJECT', 'subject']])
})
