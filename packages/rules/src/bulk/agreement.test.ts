import type { Expression, Policy, Predicate, Scalar } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../days.js'
import { type Dates, type Decision, standings, truths } from '../decider.js'
import { evaluator } from '../evaluate.js'
import { asKnown, type Facts, type SubjectModel } from '../model.js'
import { type Rulebook, rulebook } from '../rulebook.js'
import { columns } from './columns.js'
import { type Decisions, decideAll } from './decide.js'
import { whatIf } from './what-if.js'

/*
 * Columns say the same as records one by one, on random rules and random records.
 */

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fields = {
  n: { title: text, type: 'number' as const },
  // Products of these need more than 53 bits.
  big: { title: text, type: 'number' as const, decimals: 3, max: 1_000_000 },
  d: { title: text, type: 'date' as const },
  e: { title: text, type: 'date' as const },
  c: { title: text, type: 'code' as const },
  w: { title: text, type: 'text' as const },
  b: { title: text, type: 'boolean' as const },
}
const relation = { kind: 'row', title: text, noun, fields }
const model: SubjectModel = {
  kind: 'thing',
  label: 'c',
  fields,
  relations: { rows: relation, others: relation },
}
const succession = [
  { from: 'a', fromName: 'a', to: 'b', toName: 'b', on: '2024-03-01' },
  { from: 'b', fromName: 'b', to: 'c', toName: 'c', on: '2024-09-01' },
] as const

type Type = 'n' | 'd' | 'c' | 'b'
type Of = 'subject' | 'row'
const asOf: Expression = { op: 'asOf' }
const lit = (value: Scalar): Expression => ({ op: 'lit', value })
const days = ['2024-01-31', '2024-02-29', '2024-06-30', '2025-01-01'] as const
const numbers = [-3, -0.5, 0, 0.25, 1, 2, 7] as const
const names = { n: ['n', 'n', 'big'], d: ['d', 'e'], c: ['c', 'w', 'c'], b: ['b'] }
const relations = fc.constantFrom('rows', 'others')

/** The same arbitrary for the same arguments: they are made of one another. */
function once<Parts extends readonly (string | number)[], Made>(
  make: (...parts: Parts) => fc.Arbitrary<Made>,
): (...parts: Parts) => fc.Arbitrary<Made> {
  const known = new Map<string, fc.Arbitrary<Made>>()
  return (...parts) => {
    const made = known.get(parts.join()) ?? make(...parts)
    known.set(parts.join(), made)
    return made
  }
}

const later = <Made>(make: () => fc.Arbitrary<Made>): fc.Arbitrary<Made> => fc.constant(0).chain(make)

const field = once((type: Type, of: Of) => {
  const whose = of === 'row' ? fc.constantFrom<Of[]>('row', 'row', 'row', 'subject') : fc.constant(of)
  return fc
    .tuple(fc.constantFrom(...names[type]), whose)
    .map(([name, each]): Expression => ({ op: 'field', name, of: each }))
})

const measured = once((fn: 'sum' | 'min' | 'max', type: Type) =>
  fc
    .tuple(
      relations,
      later(() => value(type, 'row', 1)),
      later(() => condition('row', 1)),
    )
    .map(([over, each, where]): Expression => ({ op: 'agg', fn, over, value: each, where })),
)

const counted: fc.Arbitrary<Expression> = later(() =>
  fc.oneof(
    relations.map((over): Expression => ({ op: 'agg', fn: 'count', over, noun })),
    fc
      .tuple(relations, condition('row', 2))
      .map(([over, where]): Expression => ({ op: 'agg', fn: 'count', over, noun, where })),
    fc
      .tuple(
        relations,
        fc.constantFrom<Type[]>('c', 'c', 'n', 'd', 'b').chain((type) => value(type, 'row', 1)),
        condition('row', 2),
      )
      .map(
        ([over, each, where]): Expression => ({
          op: 'agg',
          fn: 'countDistinct',
          over,
          value: each,
          where,
          noun,
        }),
      ),
  ),
)

const value = once((type: Type, of: Of, depth: number): fc.Arbitrary<Expression> => {
  const own = field(type, of)
  if (depth === 0) return own
  const next = (wanted: Type): fc.Arbitrary<Expression> => value(wanted, of, depth - 1)
  const ofSubject = (...made: fc.Arbitrary<Expression>[]): fc.Arbitrary<Expression>[] =>
    of === 'subject' ? made : []
  const unit = fc.constantFrom<('day' | 'up' | 'down')[]>('day', 'up', 'down')
  const made = {
    n: [
      fc.constantFrom(...numbers).map(lit),
      fc
        .tuple(
          fc.constantFrom('add', 'subtract', 'multiply'),
          fc.array(next('n'), { minLength: 2, maxLength: 3 }),
        )
        .map(([fn, parts]): Expression => ({ op: 'calc', fn, of: parts })),
      fc.tuple(own, own).map(([from, to]): Expression => ({ op: 'change', from, to })),
      fc
        .tuple(own, own)
        .map(([numerator, denominator]): Expression => ({ op: 'ratio', numerator, denominator })),
      ...ofSubject(counted, measured('sum', 'n'), measured('min', 'n'), measured('max', 'n')),
    ],
    d: [
      fc.constantFrom(...days).map(lit),
      fc.constant(asOf),
      fc.tuple(next('d'), fc.integer({ min: -14, max: 14 }), unit).map(
        ([date, by, how]): Expression => ({
          op: 'shift',
          date,
          by: { op: 'lit', value: by },
          ...(how === 'day' ? { unit: how } : { unit: 'month', rounding: how }),
        }),
      ),
      ...ofSubject(measured('min', 'd'), measured('max', 'd')),
    ],
    c: [
      fc.constantFrom('a', 'b', 'c', 'z').map(lit),
      fc
        .tuple(own, fc.oneof(fc.constant(asOf), field('d', of), fc.constantFrom(...days).map(lit)))
        .map(([code, at]): Expression => ({ op: 'successor', code, at })),
    ],
    b: [fc.boolean().map(lit)],
  }
  return fc.oneof({ arbitrary: own, weight: 2 }, ...made[type])
})

const leaf = once((of: Of): fc.Arbitrary<Predicate> => {
  const compared = (type: Type, ...is: ('=' | '!=' | '<' | '<=' | '>' | '>=')[]): fc.Arbitrary<Predicate> =>
    fc
      .tuple(value(type, of, 2), fc.constantFrom(...is), value(type, of, 2))
      .map(([left, each, right]): Predicate => ({ op: 'cmp', left, is: each, right }))
  const oneOf = (type: Type, ...set: Scalar[]): fc.Arbitrary<Predicate> =>
    fc
      .tuple(value(type, of, 1), fc.subarray(set, { minLength: 1 }))
      .map(([each, members]): Predicate => ({ op: 'in', value: each, set: members }))
  return fc
    .oneof(
      compared('n', '=', '!=', '<', '<=', '>', '>='),
      compared('n', '<', '>='),
      compared('d', '=', '!=', '<', '<=', '>', '>='),
      compared('c', '=', '!='),
      compared('b', '=', '!='),
      oneOf('c', 'a', 'b', 'z'),
      oneOf('n', ...numbers),
      fc
        .constantFrom<Type[]>('n', 'd', 'c', 'b')
        .chain((type) => value(type, of, 1))
        .map((each): Predicate => ({ op: 'known', value: each })),
      fc.constant<Predicate>({ op: 'use', policy: 'used' }),
    )
    .filter((each) => isAccepted(of === 'subject' ? each : atLeastOne(each)))
})

const condition = once((of: Of, depth: number): fc.Arbitrary<Predicate> => {
  const undivided = later(() => leaf(of))
  if (depth === 0) return undivided
  const parts = fc.array(condition(of, depth - 1), { maxLength: 5 })
  return fc.oneof(
    { arbitrary: undivided, weight: 2 },
    parts.map((each): Predicate => ({ op: 'all', of: each })),
    parts.map((each): Predicate => ({ op: 'any', of: each })),
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), parts)
      .map(([least, each]): Predicate => ({ op: 'atLeast', count: { op: 'lit', value: least }, of: each })),
    condition(of, depth - 1).map((each): Predicate => ({ op: 'not', of: each })),
  )
})

const atLeastOne = (where: Predicate): Predicate => ({
  op: 'cmp',
  left: { op: 'agg', fn: 'count', over: 'rows', where, noun },
  is: '>=',
  right: lit(1),
})

function isAccepted(rule: Predicate): boolean {
  try {
    return bookOf(rule, { op: 'all', of: [] }) !== undefined
  } catch {
    return false
  }
}

const always: Predicate = { op: 'all', of: [] }

function policy(id: string, rule: Predicate, applies: Predicate = always): Policy {
  return {
    schema: 'policy/1',
    id,
    title: text,
    subject: 'thing',
    params: { least: { title: text, origin: text, values: [{ from: '2000-01-01', value: 1 }] } },
    versions: [{ from: '2000-01-01', until: '2025-06-01', applies, rule }],
  }
}

/** Policies do not use each other in a circle. */
function withoutUse(rule: Predicate): Predicate {
  return JSON.parse(JSON.stringify(rule), (_, each) => (each?.op === 'use' ? always : each))
}

function bookOf(rule: Predicate, used: Predicate, applies?: Predicate): Rulebook {
  return rulebook({
    model,
    policies: {
      p: policy('p', rule, applies),
      used: policy('used', withoutUse(used), applies && withoutUse(applies)),
    },
    succession,
  })
}

const books = fc
  .tuple(
    condition('subject', 2),
    condition('subject', 1),
    fc.option(condition('subject', 1), { nil: undefined }),
  )
  .map(([rule, used, applies]) => bookOf(rule, used, applies))

const unusable = fc.constantFrom<unknown[]>(null, 'x', 0.001, Number.NaN, '2024-02-30', {}, [], 2e9, true)
const often = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: values, weight: 12 }, unusable)
const record = {
  id: fc.constantFrom('r', 's'),
  n: often(fc.constantFrom(...numbers)),
  big: often(fc.constantFrom(999_999.999, -1_000_000, 0.001, 123_456.789)),
  d: often(fc.constantFrom(...days)),
  e: often(fc.constantFrom(...days)),
  c: often(fc.constantFrom('a', 'b', 'c', 'z')),
  w: often(fc.constantFrom('a', 'z')),
  b: often(fc.boolean()),
  recordedAt: fc.constantFrom('2024-01-01T00:00:00.000Z', '2024-08-01T00:00:00.000Z'),
}
const row = fc.oneof(
  { arbitrary: fc.record(record, { requiredKeys: ['id'] }), weight: 15 },
  fc.constant(null),
)
const rows = fc.option(fc.array(row, { maxLength: 6 }), { nil: undefined })
const subject = fc
  .tuple(fc.record({ ...record, rows, others: rows }, { requiredKeys: ['id', 'rows'] }))
  .map(([each]): Facts => Object.assign({ id: 's' }, each, { recordedAt: undefined }))
const dates = fc.record(
  {
    asOf: fc.constantFrom('2024-01-30', '2024-02-29', '2024-07-01', '2025-01-01', '2025-12-31'),
    lawAt: fc.constantFrom('1999-01-01', '2024-01-01'),
    knownAt: fc.constant('2024-05-01T00:00:00.000Z'),
  },
  { requiredKeys: ['asOf'] },
) as fc.Arbitrary<Dates>

interface Codes {
  readonly decision: Decision
  readonly leaves: readonly number[]
}

function oneByOne(book: Rulebook, facts: Facts, { asOf: day, lawAt = day, knownAt }: Dates): Codes {
  const program = book.program('p', lawAt)
  const judge = evaluator(program, book.succession)
  const last = program.parts.length - 1
  judge.begin(knownAt === undefined ? facts : asKnown(facts, model, knownAt), dayOf(day))
  return {
    decision: { status: truths[judge.status(last)], standing: standings[judge.standing(last)] },
    leaves: program.parts.flatMap(({ leaves }) => leaves.map((each) => judge.condition(each.condition)())),
  }
}

function inColumns(decisions: Decisions, index: number): Codes {
  const status = truths[decisions.status[index] ?? -1]
  const standing = standings[decisions.standing[index] ?? -1]
  if (status === undefined || standing === undefined) throw new RangeError(`no decision ${index}`)
  return {
    decision: { status, standing },
    leaves: decisions.parts.flatMap(({ leaves }) => leaves.map(({ codes }) => codes[index] ?? -1)),
  }
}

function all(book: Rulebook, subjects: readonly Facts[], { knownAt, ...others }: Dates): Decisions {
  return decideAll(book, 'p', columns(model, subjects, knownAt === undefined ? {} : { knownAt }), others)
}

test('columns give the status, standing and leaf codes that records give one by one', () => {
  fc.assert(
    fc.property(books, fc.array(subject, { minLength: 1, maxLength: 12 }), dates, (book, subjects, when) => {
      const decisions = all(book, subjects, when)
      subjects.forEach((each, index) => {
        expect(inColumns(decisions, index)).toEqual(oneByOne(book, each, when))
      })
    }),
    { numRuns: 600 },
  )
})

test('many subjects are decided in batches as each of them is alone', () => {
  fc.assert(
    fc.property(books, fc.array(subject, { minLength: 1, maxLength: 7 }), dates, (book, few, when) => {
      const expected = few.map((each) => oneByOne(book, each, when))
      const subjects = Array.from({ length: 5000 }, (_, index) => few[index % few.length] ?? { id: '' })
      const decisions = all(book, subjects, when)
      for (let index = 0; index < subjects.length; index += 1) {
        const { decision, leaves } = inColumns(decisions, index)
        const wanted = expected[index % few.length]
        if (JSON.stringify(decision) !== JSON.stringify(wanted?.decision))
          expect(decision).toEqual(wanted?.decision)
        if (leaves.join() !== wanted?.leaves.join()) expect(leaves).toEqual(wanted?.leaves)
      }
    }),
    { numRuns: 40 },
  )
})

test('what a changed rule would change is what deciding by it finds, with the same codes', () => {
  const many = fc.array(subject, { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      books,
      books,
      fc.constantFrom('p', 'used'),
      many,
      dates,
      (book, other, id, subjects, when) => {
        const supposed = other.policies[id]
        fc.pre(supposed !== undefined)
        const before = all(book, subjects, when)
        const { after, changes } = whatIf(before, { policy: supposed })
        const fresh = all(
          rulebook({ model, policies: { ...book.policies, [id]: supposed }, succession }),
          subjects,
          when,
        )
        const places = subjects.map((_, index) => index)
        for (const index of places) expect(inColumns(after, index)).toEqual(inColumns(fresh, index))
        const differs = (index: number): boolean =>
          JSON.stringify(inColumns(before, index).decision) !==
          JSON.stringify(inColumns(fresh, index).decision)
        expect(changes.map(({ index }) => index)).toEqual(places.filter(differs))
        for (const change of changes) {
          expect(change.before).toEqual(inColumns(before, change.index).decision)
          expect(change.after).toEqual(inColumns(fresh, change.index).decision)
        }
      },
    ),
    { numRuns: 200 },
  )
})
