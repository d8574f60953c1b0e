import type {
  Aggregate,
  Comparison,
  Expression,
  Policy,
  Predicate,
  Scalar,
  SuccessionStep,
  Truth,
} from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts, SubjectModel } from './model.js'
import { rulebook } from './rulebook.js'

/*
 * The laws of the language, on random rules and random records.
 */

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fields = {
  n: { title: text, type: 'number' as const, decimals: 1, max: 1000 },
  d: { title: text, type: 'date' as const },
  c: { title: text, type: 'code' as const },
}
const model: SubjectModel = {
  kind: 'thing',
  label: 'c',
  fields,
  relations: { rows: { kind: 'row', title: text, noun, fields } },
}

const days = ['2024-01-01', '2024-06-30', '2025-01-01'] as const
const values: Record<string, fc.Arbitrary<Scalar>> = {
  n: fc.integer({ min: -2, max: 3 }),
  d: fc.constantFrom(...days),
  c: fc.constantFrom('a', 'b', 'z'),
}

function expression(type: string, of: 'subject' | 'row'): fc.Arbitrary<Expression> {
  const literal = (values[type] ?? fc.constant(0)).map((value): Expression => ({ op: 'lit', value }))
  const field = fc.constant<Expression>({ op: 'field', name: type, of })
  const derived: fc.Arbitrary<Expression>[] =
    type === 'n'
      ? [
          fc
            .tuple(fc.constantFrom('add', 'subtract', 'multiply'), field, literal)
            .map(([fn, a, b]): Expression => ({ op: 'calc', fn, of: [a, b] })),
          fc.tuple(field, literal).map(([from, to]): Expression => ({ op: 'change', from, to })),
        ]
      : type === 'c'
        ? [field.map((code): Expression => ({ op: 'successor', code, at: { op: 'asOf' } }))]
        : [fc.constant<Expression>({ op: 'asOf' })]
  return fc.oneof(literal, field, ...derived)
}

function leaf(of: 'subject' | 'row'): fc.Arbitrary<Predicate> {
  const is = (type: string): fc.Arbitrary<Comparison> =>
    type === 'c' ? fc.constantFrom('=', '!=') : fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
  const compared = fc
    .constantFrom('n', 'd', 'c')
    .chain((type) =>
      fc
        .tuple(expression(type, of), is(type), expression(type, of))
        .map(([left, comparison, right]): Predicate => ({ op: 'cmp', left, is: comparison, right })),
    )
    // The date of the facts may stand on one side only.
    .filter((each) => each.op === 'cmp' && (each.left.op !== 'asOf' || each.right.op !== 'asOf'))
  const oneOf = fc
    .tuple(expression('c', of), fc.subarray(['a', 'b', 'z'], { minLength: 1 }))
    .map(([value, set]): Predicate => ({ op: 'in', value, set }))
  return fc.oneof(compared, oneOf)
}

function tree(leaves: fc.Arbitrary<Predicate>): fc.Arbitrary<Predicate> {
  return fc.letrec<{ node: Predicate }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaves,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): Predicate => ({ op: 'all', of })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): Predicate => ({ op: 'any', of })),
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
        .map(([count, of]): Predicate => ({ op: 'atLeast', count: { op: 'lit', value: count }, of })),
      tie('node').map((of): Predicate => ({ op: 'not', of })),
    ),
  })).node
}

const counting: fc.Arbitrary<Predicate> = fc
  .tuple(
    fc.constantFrom('count', 'countDistinct'),
    tree(leaf('row')),
    fc
      .constantFrom('n', 'c')
      .chain((type) => expression(type, 'row'))
      .filter((each) => each.op !== 'change'),
    fc.constantFrom('>=', '<', '=', '!='),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([fn, where, value, is, wanted]): Predicate => {
    const aggregate: Aggregate = {
      op: 'agg',
      fn,
      over: 'rows',
      where,
      noun,
      ...(fn === 'count' ? {} : { value }),
    }
    return { op: 'cmp', left: aggregate, is, right: { op: 'lit', value: wanted } }
  })

const rule = tree(fc.oneof(leaf('subject'), counting))

const row = fc.record(
  { id: fc.constant('r'), n: values.n ?? fc.nat(), d: values.d ?? fc.nat(), c: values.c ?? fc.nat() },
  { requiredKeys: ['id'] },
)
const subject: fc.Arbitrary<Facts> = fc
  .tuple(row, fc.option(fc.array(row, { maxLength: 4 }), { nil: undefined }))
  .map(([own, rows]) => ({ ...own, id: 's', ...(rows === undefined ? {} : { rows }) }))

const succession: readonly SuccessionStep[] = [
  { from: 'a', fromName: 'A', to: 'b', toName: 'B', on: '2024-01-01' },
]

function policyOf(predicate: Predicate): Policy {
  return {
    schema: 'policy/1',
    id: 'p',
    title: text,
    subject: 'thing',
    params: {},
    versions: [{ from: '2000-01-01', rule: predicate }],
  }
}

function decide(predicate: Predicate, facts: Facts): Truth {
  const book = rulebook({ model, policies: { p: policyOf(predicate) }, succession })
  return book.decide('p', facts, { asOf: '2024-06-30' }).status
}

/** The same facts with everything that was missing filled in. */
function filledIn(facts: Facts, random: (values: fc.Arbitrary<Scalar>) => Scalar): Facts {
  const fill = (each: Facts): Facts =>
    Object.assign(
      { ...each },
      ...Object.keys(fields)
        .filter((name) => !(name in each))
        .map((name) => ({ [name]: random(values[name] ?? fc.constant(0)) })),
    )
  const rows: unknown = Reflect.get(facts, 'rows')
  const complete = Array.isArray(rows) ? rows.map(fill) : [fill({ id: 'r' }), fill({ id: 'r' })]
  return { ...fill(facts), rows: complete } as Facts
}

test('P1: the same records and dates give the same verdict, and nothing is changed by asking', () => {
  fc.assert(
    fc.property(rule, subject, (predicate, facts) => {
      const before = JSON.stringify([predicate, facts])
      const book = rulebook({ model, policies: { p: policyOf(predicate) }, succession })
      const first = book.assess('p', facts, { asOf: '2024-06-30' })
      expect(book.assess('p', facts, { asOf: '2024-06-30' })).toEqual(first)
      expect(JSON.stringify([predicate, facts])).toBe(before)
    }),
  )
})

test('P2: without `known`, filling in what is missing only moves `unknown` to `met` or `unmet`', () => {
  fc.assert(
    fc.property(rule, subject, fc.gen(), (predicate, facts, gen) => {
      const before = decide(predicate, facts)
      const after = decide(
        predicate,
        filledIn(facts, (arbitrary) => gen(() => arbitrary)),
      )
      if (before !== 'unknown') expect(after).toBe(before)
    }),
    { numRuns: 2000 },
  )
})

test('the explanation and the bare decision agree', () => {
  fc.assert(
    fc.property(rule, subject, (predicate, facts) => {
      const book = rulebook({ model, policies: { p: policyOf(predicate) }, succession })
      const dates = { asOf: '2024-06-30' } as const
      expect(book.assess('p', facts, dates).status).toBe(book.decide('p', facts, dates).status)
    }),
    { numRuns: 1000 },
  )
})

test('De Morgan: not all of them is any of them not', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), subject, (of, facts) => {
      const negated = of.map((each): Predicate => ({ op: 'not', of: each }))
      expect(decide({ op: 'not', of: { op: 'all', of } }, facts)).toBe(
        decide({ op: 'any', of: negated }, facts),
      )
    }),
  )
})

test('at least 1 is any, at least all of them is all', () => {
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), subject, (of, facts) => {
      expect(decide({ op: 'atLeast', count: { op: 'lit', value: 1 }, of }, facts)).toBe(
        decide({ op: 'any', of }, facts),
      )
      expect(decide({ op: 'atLeast', count: { op: 'lit', value: of.length }, of }, facts)).toBe(
        decide({ op: 'all', of }, facts),
      )
    }),
  )
})

test('a policy is plain JSON: written out and read again it decides the same', () => {
  fc.assert(
    fc.property(rule, subject, (predicate, facts) => {
      expect(decide(JSON.parse(JSON.stringify(predicate)), facts)).toBe(decide(predicate, facts))
    }),
  )
})

test('every record an aggregate looked at is counted, pending or rejected, and no record twice', () => {
  fc.assert(
    fc.property(counting, subject, (predicate, facts) => {
      const book = rulebook({ model, policies: { p: policyOf(predicate) }, succession })
      const evidence = book.assess('p', facts, { asOf: '2024-06-30' }).finding?.evidence?.[0]
      const rows: unknown = Reflect.get(facts, 'rows')
      const seen = evidence
        ? evidence.counted.length + evidence.pending.length + evidence.rejected.length
        : undefined
      expect(seen).toBe(Array.isArray(rows) ? rows.length : undefined)
    }),
  )
})

test('bad data makes a condition unknown, never an exception', () => {
  const size: Expression = { op: 'field', name: 'n', of: 'subject' }
  const five: Expression = { op: 'lit', value: 5 }
  for (const n of [Number.NaN, Number.POSITIVE_INFINITY, '5', null, {}, [], undefined, Symbol('s'), 5n]) {
    for (const is of ['=', '!=', '<', '<=', '>', '>='] as const) {
      const facts: Facts = Object.assign({ id: 's' }, { n, rows: 'none' })
      expect(decide({ op: 'cmp', left: size, is, right: five }, facts)).toBe('unknown')
      const none: Expression = { op: 'agg', fn: 'count', over: 'rows', noun }
      expect(decide({ op: 'cmp', left: none, is: '>=', right: five }, facts)).toBe('unknown')
    }
  }
})

test('a policy used inside a count takes part in circles, and names of the language itself are no policies', () => {
  const where: Predicate = { op: 'use', policy: 'p' }
  const counted: Expression = { op: 'agg', fn: 'count', over: 'rows', noun, where }
  const circular = policyOf({ op: 'cmp', left: counted, is: '>=', right: { op: 'lit', value: 1 } })
  expect(() => rulebook({ model, policies: { p: circular } })).toThrow(/circle/)
  const book = rulebook({ model, policies: { p: policyOf({ op: 'all', of: [] }) } })
  expect(() => book.decide('toString', { id: 's' }, { asOf: '2024-01-01' })).toThrow(/no policy 'toString'/)
})

test('a record that counts but does not say as what is named as missing', () => {
  const counted: Expression = {
    op: 'agg',
    fn: 'countDistinct',
    over: 'rows',
    value: { op: 'field', name: 'c', of: 'row' },
    noun,
  }
  const two = policyOf({ op: 'cmp', left: counted, is: '>=', right: { op: 'lit', value: 2 } })
  const facts = Object.assign({ id: 's' }, { rows: [{ id: 'r1', c: 'a' }, { id: 'r2' }] })
  const { status, finding } = rulebook({ model, policies: { p: two } }).assess('p', facts, {
    asOf: '2024-01-01',
  })
  expect(status).toBe('unknown')
  expect(finding?.missing.map((each) => [each.record.id, each.field])).toEqual([['r2', 'c']])
})
