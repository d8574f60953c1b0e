import type { Facts, FieldModel, SubjectModel } from '@tirazh/rules'
import type { Expression, Policy, PolicyVersion, Predicate, Scalar } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { type Question, refer } from './reference.js'

/*
 * What the reference says where people can work it out themselves. Everything else is held against it.
 */

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fields: Record<string, FieldModel> = {
  n: { title: text, type: 'number', decimals: 2, max: 100 },
  d: { title: text, type: 'date' },
  c: { title: text, type: 'code' },
}
const model: SubjectModel = {
  kind: 'thing',
  label: 'c',
  fields,
  relations: { rows: { kind: 'row', title: text, noun, fields } },
}

function ask(
  version: Omit<PolicyVersion, 'from'>,
  subject: object,
  more: Partial<Question> = {},
): ReturnType<typeof refer> {
  const policy: Policy = {
    ...{ schema: 'policy/1', id: 'p', title: text, subject: 'thing', params: {} },
    versions: [{ from: '2020-01-01', ...version }],
  }
  const facts: Facts = { id: 's', ...subject }
  const asked = {
    model,
    policies: { p: policy, ...more.policies },
    succession: [],
    policy: 'p',
    asOf: '2024-06-30',
  } as const
  return refer({
    ...asked,
    subject: facts,
    ...more,
    ...(more.policies ? { policies: { p: policy, ...more.policies } } : {}),
  })
}

const lit = (value: Scalar): Expression => ({ op: 'lit', value })
const n: Expression = { op: 'field', name: 'n', of: 'subject' }
const d: Expression = { op: 'field', name: 'd', of: 'subject' }
const cmp = (left: Expression, is: '=' | '>=' | '<' | '>', right: Expression): Predicate => ({
  op: 'cmp',
  left,
  is,
  right,
})
const agg = (fn: 'count' | 'countDistinct' | 'sum' | 'min' | 'max'): Expression => ({
  ...{ op: 'agg', fn, over: 'rows' },
  ...(fn === 'count' ? {} : { value: { op: 'field', name: 'n', of: 'row' } }),
  where: cmp({ op: 'field', name: 'd', of: 'row' }, '>=', lit('2024-01-01')),
})

describe('a value that cannot be used is not known', () => {
  test.each([
    [0.3, 'met'],
    [0.1 + 0.2, 'unknown'],
    [0.301, 'unknown'],
    [100.01, 'unknown'],
    ['0.3', 'unknown'],
    [Number.NaN, 'unknown'],
  ])('%s as a number of two decimals up to 100', (value, status) => {
    expect(ask({ rule: cmp(n, '=', lit(0.3)) }, { n: value }).status).toBe(status)
  })
  test.each([
    ['2024-02-29', 'met'],
    ['2024-02-30', 'unknown'],
    ['2023-02-29', 'unknown'],
    ['0999-12-31', 'unknown'],
    ['2024-2-1', 'unknown'],
  ])('%s as a date', (value, status) => {
    expect(ask({ rule: cmp(d, '<', lit('2024-03-01')) }, { d: value }).status).toBe(status)
  })
})

describe('arithmetic is exact', () => {
  const tenths: Expression = { op: 'calc', fn: 'add', of: [n, lit(0.1), lit(0.1)] }
  test('0.1 + 0.1 + 0.1 is 0.3', () => {
    expect(ask({ rule: cmp(tenths, '=', lit(0.3)) }, { n: 0.1 }).status).toBe('met')
  })
  test('a third three times over is 1', () => {
    const third: Expression = { op: 'ratio', numerator: n, denominator: lit(3) }
    expect(
      ask({ rule: cmp({ op: 'calc', fn: 'multiply', of: [third, lit(3)] }, '=', lit(1)) }, { n: 1 }).status,
    ).toBe('met')
  })
  test('from −4 to −3 is a quarter more', () => {
    const change: Expression = { op: 'change', from: n, to: lit(-3) }
    expect(ask({ rule: cmp(change, '=', lit(0.25)) }, { n: -4 }).status).toBe('met')
  })
  test('nothing can be divided by 0', () => {
    expect(
      ask({ rule: cmp({ op: 'ratio', numerator: lit(1), denominator: n }, '>=', lit(0)) }, { n: 0 }).status,
    ).toBe('unknown')
  })
})

describe('months', () => {
  const shifted = (by: number, rounding: 'down' | 'up'): Expression => ({
    op: 'shift',
    date: d,
    by: { op: 'lit', value: by },
    unit: 'month',
    rounding,
  })
  test.each([
    ['2024-01-31', 1, 'down', '2024-02-29'],
    ['2023-01-31', 1, 'up', '2023-03-01'],
    ['2024-03-31', -1, 'down', '2024-02-29'],
    ['2024-02-29', 12, 'up', '2025-03-01'],
    ['2024-12-15', 1, 'down', '2025-01-15'],
  ] as const)('%s and %i months, rounded %s, is %s', (from, by, rounding, to) => {
    expect(ask({ rule: cmp(shifted(by, rounding), '=', lit(to)) }, { d: from }).status).toBe('met')
  })
})

describe('records that may count widen the answer', () => {
  // One counts, one may, one does not.
  const rows = [{ n: 5, d: '2024-05-01' }, { n: -3 }, { n: 50, d: '2023-01-01' }]
  const nameless = [{ d: '2024-05-01' }, { n: 2, d: '2024-05-02' }]
  test.each([
    ['count', rows, 1, 2],
    ['countDistinct', rows, 1, 2],
    ['sum', rows, 2, 5],
    ['min', rows, -3, 5],
    ['max', rows, 5, 5],
    ['count', [], 0, 0],
    ['sum', [], 0, 0],
    ['countDistinct', nameless, 1, 2],
  ] as const)('%s of %j is from %i to %i', (fn, rows, low, high) => {
    const status = (is: '>=' | '>', value: number): string =>
      ask({ rule: cmp(agg(fn), is, lit(value)) }, { rows }).status
    expect([status('>=', low), status('>', high)]).toEqual(['met', 'unmet'])
    if (low < high) expect([status('>', low), status('>=', high)]).toEqual(['unknown', 'unknown'])
  })
  test('the sum and the greatest are not known where a record that counts has no value', () => {
    expect(ask({ rule: cmp(agg('sum'), '>=', lit(-1000)) }, { rows: nameless }).status).toBe('unknown')
    expect(ask({ rule: cmp(agg('max'), '>=', lit(2)) }, { rows: nameless }).status).toBe('met')
    expect(ask({ rule: cmp(agg('max'), '<', lit(3)) }, { rows: nameless }).status).toBe('unknown')
  })
  test.each(['count', 'sum', 'min'] as const)('a relation that is not recorded has no known %s', (fn) => {
    expect(ask({ rule: cmp(agg(fn), '>=', lit(1)) }, {}).status).toBe('unknown')
  })
  test('only records that were known at the moment are seen', () => {
    const recordedAt = '2024-06-01T00:00:00.000Z'
    const supersededAt = '2024-07-01T00:00:00.000Z'
    const rows = [{ n: 1, d: '2024-05-01', recordedAt, supersededAt }]
    const known = (knownAt: Question['knownAt']): string =>
      ask({ rule: cmp(agg('count'), '>=', lit(1)) }, { rows }, { knownAt }).status
    expect(known('2024-05-31T23:59:59.999Z')).toBe('unmet')
    expect([known(recordedAt), known(undefined)]).toEqual(['met', 'met'])
    expect(known(supersededAt)).toBe('unmet')
  })
})

describe('standing', () => {
  const rule: Predicate = {
    op: 'all',
    of: [cmp(n, '>', lit(0)), { op: 'not', of: { op: 'known', value: d } }],
  }
  test.each([
    ['2024-01-01', 'applies'],
    ['2024-12-31', 'not-applicable'],
    [undefined, 'unclear'],
  ])('a rule about what is before July, and the date %s', (date, standing) => {
    expect(ask({ applies: cmp(d, '<', lit('2024-07-01')), rule }, { n: 1, d: date }).standing).toBe(standing)
  })
  test('before the first wording and after it is repealed nothing is in force', () => {
    const until = '2025-01-01'
    const standings = (['2019-12-31', '2020-01-01', '2024-12-31', until] as const).map(
      (lawAt) => ask({ until, rule }, {}, { lawAt }).standing,
    )
    expect(standings).toEqual(['not-in-force', 'applies', 'applies', 'not-in-force'])
  })
  test('the leaves are the undivided conditions, each by itself, as they are written', () => {
    expect(ask({ rule }, { d: '2024-01-01' }).leaves).toEqual([1, 2])
  })
  test('another policy counts only where it applies', () => {
    const q: Policy = {
      ...{ schema: 'policy/1', id: 'q', title: text, subject: 'thing', params: {} },
      versions: [{ from: '2020-01-01', applies: { op: 'known', value: d }, rule: cmp(n, '>', lit(0)) }],
    }
    const use: Predicate = { op: 'use', policy: 'q' }
    const status = (facts: object): string => ask({ rule: use }, facts, { policies: { q } }).status
    expect([status({ n: 1, d: '2024-01-01' }), status({ n: 1 })]).toEqual(['met', 'unknown'])
  })
})

test('a code stands for its last successor on the day, around a circle at most once', () => {
  const step = (from: string, to: string, on: `${number}-${number}-${number}`) => ({
    from,
    fromName: from,
    to,
    toName: to,
    on,
  })
  const succession = [
    step('a', 'b', '2021-01-01'),
    step('b', 'c', '2022-01-01'),
    step('x', 'y', '2021-01-01'),
    step('y', 'x', '2021-01-01'),
  ]
  const code: Expression = { op: 'field', name: 'c', of: 'subject' }
  const means = (c: string, to: string, asOf: `${number}-${number}-${number}`): string =>
    ask(
      { rule: cmp({ op: 'successor', code, at: { op: 'asOf' } }, '=', lit(to)) },
      { c },
      { succession, asOf, lawAt: '2024-01-01' },
    ).status
  expect(means('a', 'a', '2020-12-31')).toBe('met')
  expect(means('a', 'b', '2021-12-31')).toBe('met')
  expect(means('a', 'c', '2022-01-01')).toBe('met')
  expect(means('x', 'y', '2023-01-01')).toBe('met')
})
