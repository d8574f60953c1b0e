import type { Comparison, Expression, Policy, Predicate, Truth } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, dateOf, dayOf } from './days.js'
import { compare, exact, multiply, add as plus, subtract } from './exact.js'
import type { Facts, SubjectModel } from './model.js'
import { rulebook } from './rulebook.js'
import { successions } from './succession.js'

/*
 * The laws of numbers, dates and codes.
 */

const title = { ru: 'т', en: 't' }
const number = { title, type: 'number' as const, decimals: 3, max: 10_000 }
const model: SubjectModel = {
  kind: 'thing',
  label: 'id',
  fields: { a: number, b: number, d: { title, type: 'date' } },
  relations: {
    rows: {
      kind: 'row',
      title,
      noun: { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } },
      fields: { n: number, d: { title, type: 'date' } },
    },
  },
}

const decimals = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000)
const comparisons = fc.constantFrom<Comparison[]>('=', '!=', '<', '<=', '>', '>=')
const field = (name: string): Expression => ({ op: 'field', name, of: 'subject' })
const lit = (value: number | string): Expression => ({ op: 'lit', value })
const cmp = (left: Expression, is: Comparison, right: Expression): Predicate => ({
  op: 'cmp',
  left,
  is,
  right,
})

function decide(rule: Predicate, facts: object): Truth {
  const policy: Policy = {
    schema: 'policy/1',
    id: 'p',
    title,
    subject: 'thing',
    params: {},
    versions: [{ from: '2000-01-01', rule }],
  }
  const subject: Facts = { id: 's', ...facts }
  return rulebook({ model, policies: { p: policy } }).decide('p', subject, { asOf: '2025-06-30' }).status
}

function holds(sign: number, is: Comparison): Truth {
  const met = {
    '=': sign === 0,
    '!=': sign !== 0,
    '<': sign < 0,
    '<=': sign <= 0,
    '>': sign > 0,
    '>=': sign >= 0,
  }
  return met[is] ? 'met' : 'unmet'
}

test('arithmetic is that of the decimals people wrote: 0.1 + 0.2 is 0.3', () => {
  expect(
    decide(cmp({ op: 'calc', fn: 'add', of: [field('a'), field('b')] }, '=', lit(0.3)), { a: 0.1, b: 0.2 }),
  ).toBe('met')
  fc.assert(
    fc.property(decimals, decimals, decimals, comparisons, (a, b, wanted, is) => {
      const facts = { a, b }
      for (const [fn, of] of [
        ['add', plus],
        ['subtract', subtract],
        ['multiply', multiply],
      ] as const) {
        const sign = compare(of(exact(a), exact(b)), exact(wanted))
        const expression: Expression = { op: 'calc', fn, of: [field('a'), field('b')] }
        expect(decide(cmp(expression, is, lit(wanted)), facts)).toBe(holds(sign, is))
      }
    }),
  )
})

test('a ratio and a change are compared exactly, and are unknown where one divides by zero', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, comparisons, (from, to, wanted, is) => {
      const facts = { a: to, b: from }
      const ratio: Expression = { op: 'ratio', numerator: field('a'), denominator: field('b') }
      const change: Expression = { op: 'change', from: field('b'), to: field('a') }
      const size = exact(Math.abs(from))
      const sign = Math.sign(from)
      const times = multiply(exact(wanted), size)
      const quotient = compare(multiply(exact(to), exact(sign)), times)
      const growth = compare(subtract(exact(to), exact(from)), times)
      expect(decide(cmp(ratio, is, lit(wanted)), facts)).toBe(from === 0 ? 'unknown' : holds(quotient, is))
      expect(decide(cmp(change, is, lit(wanted)), facts)).toBe(from === 0 ? 'unknown' : holds(growth, is))
    }),
  )
})

test('a comparison of a sum, an extreme or a share is met or unmet only if it is so however the open records turn out', () => {
  const record = fc.record(
    { n: fc.integer({ min: -3, max: 3 }), d: fc.constantFrom('2025-01-01', '2026-01-01') },
    { requiredKeys: ['n'] },
  )
  const rows: Expression = { op: 'agg', fn: 'count', over: 'rows' }
  const inTime: Predicate = cmp({ op: 'field', name: 'd', of: 'row' }, '<=', { op: 'asOf' })
  const over = (fn: 'sum' | 'min' | 'max' | 'count'): Expression => ({
    op: 'agg',
    fn,
    over: 'rows',
    where: inTime,
    ...(fn === 'count' ? {} : { value: { op: 'field', name: 'n', of: 'row' } }),
  })
  const share: Expression = {
    op: 'ratio',
    numerator: over('sum'),
    denominator: { op: 'calc', fn: 'add', of: [rows, lit(1)] },
  }
  const growth: Expression = {
    op: 'change',
    from: { op: 'calc', fn: 'add', of: [over('count'), lit(1)] },
    to: over('sum'),
  }
  const expressions = [over('sum'), over('min'), over('max'), share, growth]
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 5 }),
      fc.constantFrom(...expressions),
      comparisons,
      fc.integer({ min: -4, max: 4 }),
      (records, expression, is, wanted) => {
        const rule = cmp(expression, is, lit(wanted))
        const status = decide(rule, { rows: records })
        const completions = records.reduce<object[][]>(
          (all, each) =>
            all.flatMap((before) =>
              each.d === undefined
                ? ['2025-01-01', '2026-01-01'].map((d) => [...before, { ...each, d }])
                : [[...before, each]],
            ),
          [[]],
        )
        const outcomes = new Set(completions.map((complete) => decide(rule, { rows: complete })))
        if (status !== 'unknown') expect([...outcomes]).toEqual([status])
      },
    ),
    { numRuns: 300 },
  )
})

test('an open count is unknown only where both answers are still possible', () => {
  const record = fc.record({ d: fc.constantFrom('2025-01-01', '2026-01-01') }, { requiredKeys: [] })
  const inTime: Predicate = cmp({ op: 'field', name: 'd', of: 'row' }, '<=', { op: 'asOf' })
  const counted: Expression = { op: 'agg', fn: 'count', over: 'rows', where: inTime }
  fc.assert(
    fc.property(fc.array(record, { maxLength: 5 }), fc.integer({ min: 0, max: 6 }), (records, wanted) => {
      const rule = cmp(counted, '>=', lit(wanted))
      if (decide(rule, { rows: records }) !== 'unknown') return
      const filled = (d: string): object => ({ rows: records.map((each) => ({ d, ...each })) })
      expect(decide(rule, filled('2025-01-01'))).toBe('met')
      expect(decide(rule, filled('2026-01-01'))).toBe('unmet')
    }),
  )
})

test('a value that the model does not allow is unknown: 30 February, too many decimals, too large', () => {
  expect(decide(cmp(field('d'), '<=', { op: 'asOf' }), { d: '2025-02-30' })).toBe('unknown')
  expect(decide(cmp(field('d'), '<=', { op: 'asOf' }), { d: '2024-02-29' })).toBe('met')
  for (const a of [0.0001, 10_001, Number.NaN, '5', true]) {
    expect(decide(cmp(field('a'), '>=', lit(-20_000)), { a })).toBe('unknown')
  }
})

const days = fc.integer({ min: -100_000, max: 100_000 })

test('a day and its number stand for each other, and numbers order as days do', () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = dateOf(day)
      expect(dayOf(date)).toBe(day)
      expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
    }),
  )
})

test('months later is the same day of that month; where it has none, its last day or the first of the next', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
      const start = new Date(day * 86_400_000)
      const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1))
      const after = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1))
      const same = first.getTime() / 86_400_000 + start.getUTCDate() - 1
      const next = after.getTime() / 86_400_000
      expect(addMonths(day, months, 'down')).toBe(Math.min(same, next - 1))
      expect(addMonths(day, months, 'up')).toBe(Math.min(same, next))
      expect(addMonths(day, months, 'down')).toBeLessThanOrEqual(addMonths(day + 1, months, 'down'))
      expect(addMonths(day, months, 'up')).toBeLessThanOrEqual(addMonths(day + 1, months, 'up'))
    }),
  )
})

test('31 January plus a month is 28 February or 1 March, as the rule says', () => {
  const later = (rounding: 'down' | 'up'): Expression => ({
    op: 'shift',
    date: field('d'),
    by: { op: 'lit', value: 1 },
    unit: 'month',
    rounding,
  })
  expect(decide(cmp(later('down'), '=', lit('2025-02-28')), { d: '2025-01-31' })).toBe('met')
  expect(decide(cmp(later('up'), '=', lit('2025-03-01')), { d: '2025-01-31' })).toBe('met')
})

test('what a code stands for stands for itself, and from the day of the merger on', () => {
  const step = fc.record({
    from: fc.constantFrom('a', 'b', 'c'),
    to: fc.constantFrom('b', 'c', 'd'),
    day: fc.integer({ min: 0, max: 9 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(step, { selector: ({ from }) => from }),
      fc.integer({ min: -1, max: 10 }),
      (steps, day) => {
        const forward = steps.filter(({ from, to }) => from < to)
        const codes = successions(
          forward.map(({ from, to, day: on }) => ({ from, fromName: from, to, toName: to, on: dateOf(on) })),
        )
        for (const code of ['a', 'b', 'c', 'd']) {
          const stands = codes.at(code, day)
          expect(codes.at(stands, day)).toBe(stands)
          expect(codes.chain(code, dateOf(day)).to).toBe(stands)
          const own = forward.find(({ from }) => from === code)
          expect(stands === code).toBe(own === undefined || own.day > day)
        }
      },
    ),
  )
})

test('a ratio by a number with digits is compared exactly with another', () => {
  const share = (by: number): Expression => ({ op: 'ratio', numerator: field('a'), denominator: lit(by) })
  expect(decide(cmp(share(1.01), '=', lit(100)), { a: 101 })).toBe('met')
  expect(
    decide(cmp({ op: 'calc', fn: 'add', of: [share(1.01), share(1.1)] }, '=', lit(2)), { a: 1.111 }),
  ).toBe('unmet')
  expect(decide(cmp({ op: 'calc', fn: 'add', of: [share(0.5), share(0.25)] }, '=', lit(6)), { a: 1 })).toBe(
    'met',
  )
})

test('a long sum and a product with many factors are policies like others', () => {
  const terms = Array.from({ length: 4900 }, () => field('a'))
  expect(decide(cmp({ op: 'calc', fn: 'add', of: terms }, '=', lit(490)), { a: 0.1 })).toBe('met')
  const rows: Expression = { op: 'agg', fn: 'count', over: 'rows' }
  const product: Expression = {
    op: 'calc',
    fn: 'multiply',
    of: [rows, ...Array.from({ length: 40 }, () => lit(1)), field('a')],
  }
  expect(decide(cmp(product, '=', lit(1)), { rows: [{}, {}], a: 0.5 })).toBe('met')
})

test('an arithmetic that could exceed what databases carry is refused even where it is multiplied by 0', () => {
  const huge: Expression = { op: 'calc', fn: 'multiply', of: Array.from({ length: 6 }, () => field('a')) }
  const rule = cmp({ op: 'calc', fn: 'multiply', of: [huge, lit(0)] }, '=', lit(0))
  expect(() => decide(rule, { a: 1 })).toThrow(/POLICY_INVALID|digits/)
})
