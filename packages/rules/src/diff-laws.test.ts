import type { Expression, Policy, Predicate } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describePolicy, type Statements } from './describe-policy.js'
import { diffPolicies } from './diff.js'
import type { SubjectModel } from './model.js'

/*
 * The laws of comparing rules and writing them out, on random rules with every kind of node.
 */

const text = (ru: string, en: string): { ru: string; en: string } => ({ ru, en })
const model: SubjectModel = {
  kind: 'practice',
  label: 'size',
  fields: {
    size: { type: 'number', title: text('Размер', 'Size') },
    madeOn: { type: 'date', title: text('Сделано', 'Made') },
  },
  relations: {
    checks: {
      kind: 'check',
      title: text('Проверки', 'Checks'),
      noun: {
        ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
        en: { one: 'check', other: 'checks' },
      },
      fields: {
        score: { type: 'number', title: text('балл', 'score') },
        heldOn: { type: 'date', title: text('дата проверки', 'date of the check') },
      },
    },
  },
}
const context = { model }

const field = (name: string, of: 'subject' | 'row' = 'subject'): Expression => ({ op: 'field', name, of })
const made: Predicate = { op: 'known', value: field('madeOn') }
const held: Predicate = { op: 'known', value: field('heldOn', 'row') }
const score = (value: number): Predicate => ({
  op: 'cmp',
  left: field('score', 'row'),
  is: '>=',
  right: { op: 'lit', value },
})
const all = (...of: Predicate[]): Predicate => ({ op: 'all', of })

function ruled(rule: Predicate): Policy {
  const versions = [{ from: '2020-01-01', rule }] as const
  return {
    schema: 'policy/1',
    id: 'p',
    title: text('Правило', 'Rule'),
    subject: 'practice',
    params: {},
    versions,
  }
}

const rowLeaf = fc.oneof(fc.integer({ min: 0, max: 2 }).map(score), fc.constant(held))
const expression: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    fc.constant(field('size')),
    fc.integer({ min: 0, max: 3 }).map((value): Expression => ({ op: 'lit', value })),
    fc.constant<Expression>({ op: 'param', name: 'least' }),
    fc
      .tuple(fc.constantFrom('add', 'subtract', 'multiply'), tie('node'), tie('node'))
      .map(([fn, a, b]): Expression => ({ op: 'calc', fn, of: [a, b] })),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([numerator, denominator]): Expression => ({ op: 'ratio', numerator, denominator })),
    fc.tuple(tie('node'), tie('node')).map(([from, to]): Expression => ({ op: 'change', from, to })),
    fc
      .tuple(
        fc.constantFrom('count', 'countDistinct', 'sum', 'min', 'max'),
        fc.option(rowTree(), { nil: undefined }),
      )
      .map(([fn, where]): Expression => {
        const value = fn === 'count' ? {} : { value: field('score', 'row') }
        return { op: 'agg', fn, over: 'checks', ...value, ...(where ? { where } : {}) }
      }),
  ),
})).node
const date = fc.oneof(
  fc.constant<Expression>({ op: 'asOf' }),
  fc.constant(field('madeOn')),
  fc.integer({ min: -3, max: 3 }).map(
    (value): Expression => ({
      op: 'shift',
      date: field('madeOn'),
      by: { op: 'lit', value },
      unit: 'month',
      rounding: 'up',
    }),
  ),
)
const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc
    .tuple(expression, comparison, expression)
    .map(([left, is, right]): Predicate => ({ op: 'cmp', left, is, right })),
  fc.tuple(date, comparison, date).map(([left, is, right]): Predicate => ({ op: 'cmp', left, is, right })),
  fc.constant(made),
  fc.constant<Predicate>({ op: 'use', policy: 'q' }),
  fc.subarray([1, 2, 3], { minLength: 1 }).map((set): Predicate => ({ op: 'in', value: field('size'), set })),
)

function rowTree(): fc.Arbitrary<Predicate> {
  return fc.oneof(
    rowLeaf,
    fc.array(rowLeaf, { maxLength: 3 }).map((of): Predicate => ({ op: 'any', of })),
  )
}

const rule: fc.Arbitrary<Predicate> = fc.letrec<{ node: Predicate }>((tie) => {
  const parts = fc.array(tie('node'), { maxLength: 3 })
  return {
    node: fc
      .tuple(
        fc.oneof(
          { maxDepth: 3, depthSize: 'small' },
          leaf,
          parts.map((of): Predicate => ({ op: 'all', of })),
          parts.map((of): Predicate => ({ op: 'any', of })),
          parts.map((of): Predicate => ({ op: 'atLeast', count: { op: 'lit', value: 2 }, of })),
          tie('node').map((of): Predicate => ({ op: 'not', of })),
        ),
        fc.option(fc.constantFrom(text('так', 'so'), text('иначе', 'otherwise')), { nil: undefined }),
      )
      .map(([predicate, label]): Predicate => (label ? { ...predicate, text: label } : predicate)),
  }
}).node

/** The same JSON with its keys the other way round. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

/** The same rule with the conditions of every group the other way round. */
function turned(predicate: Predicate): Predicate {
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...predicate, of: predicate.of.map(turned).toReversed() }
    case 'not':
      return { ...predicate, of: turned(predicate.of) }
    default:
      return predicate
  }
}

/** A rule as a list of texts that are equal where rules are, however their keys and conditions are ordered. */
function inOrder(predicate: Predicate): string {
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(sorted)
    const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
    const isGroup = 'op' in value && ['all', 'any', 'atLeast'].includes(String(value.op))
    return entries
      .map(([key, inner]) => {
        const isUnordered = isGroup && key === 'of' && Array.isArray(inner)
        return JSON.stringify([
          key,
          isUnordered ? inner.map((each) => JSON.stringify(each)).toSorted() : inner,
        ])
      })
      .toSorted()
  }
  const isList = predicate.op === 'all' && predicate.text === undefined
  return JSON.stringify(
    (isList ? predicate.of : [predicate]).map((each) => JSON.stringify(sorted(each))).toSorted(),
  )
}

test('a policy does not differ from itself, in whatever order it is written', () => {
  fc.assert(
    fc.property(rule, (each) => {
      const copy = reversed(ruled(each)) as Policy
      expect(diffPolicies(ruled(each), copy, context, 'ru')).toEqual([])
      expect(diffPolicies(ruled(each), ruled(turned(each)), context, 'ru')).toEqual([])
    }),
  )
})

test('two rules that are not the same differ in something, both ways, and it is plain data in two languages', () => {
  fc.assert(
    fc.property(rule, rule, (a, b) => {
      fc.pre(inOrder(a) !== inOrder(b))
      const there = diffPolicies(ruled(a), ruled(b), context, 'ru')
      const back = diffPolicies(ruled(b), ruled(a), context, 'en')
      expect(there).not.toEqual([])
      expect(back).not.toEqual([])
      expect(JSON.parse(JSON.stringify(there))).toEqual(there)
      for (const { text: sentence } of [...there, ...back])
        expect(sentence).not.toMatch(/undefined|\[object|NaN/)
    }),
  )
})

test('one condition more in a group is told as that and nothing else', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 4 }), leaf, fc.nat(4), (of, extra, at) => {
      const changes = diffPolicies(
        ruled(all(...of)),
        ruled(all(...of.toSpliced(at, 0, extra))),
        context,
        'ru',
      )
      expect(changes).toMatchObject([{ kind: 'condition', change: 'added', after: extra }])
    }),
  )
})

test('every rule can be written out, with the same places in both languages', () => {
  const places = (statements: Statements): string[] =>
    statements.of.flatMap((each) => [each.number, ...places(each)])
  const texts = (statements: Statements): string[] =>
    statements.of.flatMap((each) => [each.text, ...texts(each)])
  fc.assert(
    fc.property(rule, (each) => {
      const [russian, english] = (['ru', 'en'] as const).map(
        (locale) => describePolicy(ruled(each), context, locale).rule,
      )
      expect(russian && places(russian)).toEqual(english && places(english))
      for (const sentence of [russian, english].flatMap((section) => (section ? texts(section) : []))) {
        expect(sentence).toMatch(/^\S.*\S$/u)
        expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}/)
      }
    }),
  )
})
