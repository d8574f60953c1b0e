import type { Aggregate, Comparison, Expression, PlainDate, Policy, Predicate, Scalar } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, dayOf } from '../days.js'
import type { Dates, Decision } from '../decider.js'
import { type Ledger, ledger, type Turned } from '../ledger/ledger.js'
import { type Facts, rowsOf, type SubjectModel } from '../model.js'
import { type Rulebook, rulebook } from '../rulebook.js'
import { timeline } from './timeline.js'
import { timelines } from './timelines.js'

/*
 * Whatever the policies and the records: what is decided in one go through time, or kept up to date, is
 * what is decided from scratch.
 */

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fields = {
  n: { title: text, type: 'number' as const, decimals: 1, max: 100 },
  d: { title: text, type: 'date' as const },
  b: { title: text, type: 'boolean' as const },
  c: { title: text, type: 'code' as const },
}
const related = { kind: 'row', title: text, noun, fields }
const model: SubjectModel = {
  kind: 'thing',
  label: 'c',
  fields,
  relations: { rows: related, others: related },
}
const merged = (from: string, to: string, on: PlainDate) => ({ from, fromName: from, to, toName: to, on })
const succession = [merged('a', 'b', '2024-03-10'), merged('b', 'z', '2024-11-01')]

const [first, last] = [dayOf('2023-12-25'), dayOf('2025-03-05')]
const day = fc.integer({ min: first, max: last }).map(dateOf)
const knownAt = fc.constantFrom('2024-01-01T00:00:00.000Z', '2024-06-01T00:00:00.000Z')
const one = <T>(...of: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T> => fc.oneof(...of)

type Level = 'subject' | 'row'
const number = fc.constantFrom(-2, 0, 1, 1.5, 2, 3)
const code = fc.constantFrom('a', 'b', 'z')
const lit = (of: fc.Arbitrary<Scalar>): fc.Arbitrary<Expression> => of.map((value) => ({ op: 'lit', value }))
const field = (name: string, level: Level): fc.Arbitrary<Expression> =>
  fc.constantFrom<Level>('subject', level).map((of) => ({ op: 'field', name, of }))
const param = fc.constant<Expression>({ op: 'param', name: 'k' })
const asOf = fc.constant<Expression>({ op: 'asOf' })

function shifted(date: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const by = fc.integer({ min: -14, max: 14 }).map((value) => ({ op: 'lit' as const, value }))
  const inDays = fc
    .tuple(date, by)
    .map(([of, many]): Expression => ({ op: 'shift', date: of, by: many, unit: 'day' }))
  const inMonths = fc
    .tuple(date, by, fc.constantFrom('down', 'up'))
    .map(([of, many, rounding]): Expression => ({ op: 'shift', date: of, by: many, unit: 'month', rounding }))
  return one(inDays, inMonths)
}

const moving = one(asOf, shifted(asOf), shifted(shifted(asOf)))

function word(of: Level): fc.Arbitrary<Expression> {
  const at = one(moving, field('d', of))
  const later = (what: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.tuple(what, at).map(([each, on]) => ({ op: 'successor', code: each, at: on }))
  const successor = later(field('c', of))
  return one(lit(code), field('c', of), successor, successor, later(successor))
}

function aggregate(
  fns: readonly Aggregate['fn'][],
  value: fc.Arbitrary<Expression>,
): fc.Arbitrary<Expression> {
  return fc
    .tuple(fc.constantFrom(...fns), fc.constantFrom('rows', 'others'), value, fc.option(tree(leaf('row'))))
    .map(
      ([fn, over, of, where]): Expression => ({
        op: 'agg',
        fn,
        over,
        noun,
        ...(fn === 'count' ? {} : { value: of }),
        ...(where === null ? {} : { where }),
      }),
    )
}

function measure(of: Level): fc.Arbitrary<Expression> {
  const simple = one(lit(number), field('n', of), param)
  const made = one(
    fc
      .tuple(fc.constantFrom('add', 'subtract', 'multiply'), simple, simple)
      .map(([fn, a, b]): Expression => ({ op: 'calc', fn, of: [a, b] })),
    fc.tuple(simple, simple).map(([from, to]): Expression => ({ op: 'change', from, to })),
  )
  if (of === 'row') return one(simple, made)
  const value = one<Expression>(field('n', 'row'), word('row'), field('d', 'row'), field('b', 'row'))
  const counts = aggregate(['count', 'countDistinct'], value)
  const numbers = aggregate(['sum', 'min', 'max'], field('n', 'row'))
  const ratio = fc
    .tuple(one(counts, numbers), one(counts, lit(number)))
    .map(([numerator, denominator]): Expression => ({ op: 'ratio', numerator, denominator }))
  return one(simple, made, counts, numbers, ratio, counts)
}

function date(of: Level): fc.Arbitrary<Expression> {
  const simple = one(lit(day), field('d', of), shifted(field('d', of)))
  if (of === 'row') return simple
  const extreme = aggregate(['min', 'max'], field('d', 'row'))
  return one(simple, extreme, shifted(extreme))
}

function leaf(of: Level): fc.Arbitrary<Predicate> {
  const is = fc.constantFrom<Comparison[]>('=', '!=', '<', '<=', '>', '>=')
  const same = fc.constantFrom<Comparison[]>('=', '!=')
  const compared = (
    one: fc.Arbitrary<Expression>,
    other: fc.Arbitrary<Expression>,
    by: fc.Arbitrary<Comparison>,
  ): fc.Arbitrary<Predicate> =>
    fc
      .tuple(fc.tuple(one, other), by, fc.boolean())
      .map(([[a, b], comparison, turned]) =>
        turned
          ? { op: 'cmp', left: b, is: comparison, right: a }
          : { op: 'cmp', left: a, is: comparison, right: b },
      )
  const inTime = compared(moving, date(of), is)
  const counted = (): fc.Arbitrary<Predicate> =>
    compared(
      aggregate(['count', 'countDistinct', 'countDistinct'], one(word('row'), field('n', 'row'))),
      lit(fc.constantFrom(0, 1, 2)),
      is,
    )
  return one<Predicate>(
    ...(of === 'row' ? [inTime, inTime] : [counted(), counted(), counted()]),
    inTime,
    inTime,
    compared(date(of), date(of), is),
    compared(measure(of), measure(of), is),
    compared(field('b', of), lit(fc.boolean()), same),
    compared(word(of), word(of), same),
    fc
      .tuple(word(of), fc.subarray(['a', 'b', 'z'], { minLength: 1 }))
      .map(([value, set]) => ({ op: 'in', value, set })),
    one(field('d', of), field('c', of), word(of)).map((value) => ({ op: 'known', value })),
    fc.constant({ op: 'use', policy: 'q' }),
  )
}

function tree(leaves: fc.Arbitrary<Predicate>): fc.Arbitrary<Predicate> {
  return fc.letrec<{ node: Predicate }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      leaves,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): Predicate => ({ op: 'all', of })),
      fc.array(tie('node'), { maxLength: 3 }).map((of): Predicate => ({ op: 'any', of })),
      fc
        .tuple(fc.integer({ min: 0, max: 3 }), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
        .map(([count, of]): Predicate => ({ op: 'atLeast', count: { op: 'lit', value: count }, of })),
      tie('node').map((of): Predicate => ({ op: 'not', of })),
    ),
  })).node
}

const predicate = tree(leaf('subject'))
const withoutUse = predicate.filter((each) => !JSON.stringify(each).includes('"use"'))

function policy(id: string, rule: fc.Arbitrary<Predicate>): fc.Arbitrary<Policy> {
  const version = fc.record({ rule, applies: fc.option(rule, { nil: undefined }) })
  return fc
    .tuple(
      fc.array(version, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(day, { minLength: 4, maxLength: 4 }),
      fc.constantFrom(true, false, false, false),
      fc.constantFrom(true, true, true, false),
      fc.tuple(number, number, day),
    )
    .map(([versions, days, repealed, always, [k, later, from]]): Policy => {
      const dates = days.toSorted()
      return {
        schema: 'policy/1',
        id,
        title: text,
        subject: 'thing',
        params: {
          k: {
            title: text,
            origin: text,
            values: [
              { from: '1000-01-01', value: k },
              { from, value: later },
            ],
          },
        },
        versions: versions.map(({ rule: each, applies }, index) => ({
          from: index === 0 && always ? '1000-01-01' : (dates[index] ?? '1000-01-01'),
          ...(repealed && index === versions.length - 1 ? { until: dates[3] ?? '2025-01-01' } : {}),
          ...(applies === undefined ? {} : { applies }),
          rule: each,
        })),
      }
    })
}

const book: fc.Arbitrary<Rulebook> = fc
  .record({
    p: policy('p', predicate),
    q: policy('q', withoutUse),
    o: policy('o', predicate),
  })
  .map((policies) => rulebook({ model, policies, succession }))

const values = {
  n: one<unknown>(number, fc.constantFrom(1.234, 1e9, '2')),
  d: one<unknown>(day, day, day, fc.constantFrom('2024-02-30', 'soon')),
  b: fc.boolean(),
  c: code,
}
const named = { id: fc.constantFrom('r1', 'r2', 'r3'), ...values }
const row: fc.Arbitrary<Facts> = one<Facts>(
  fc.record(named),
  fc.record({ ...named, recordedAt: knownAt, supersededAt: knownAt }, { requiredKeys: ['id', 'd'] }),
)
const rows = fc.option(fc.array(row, { maxLength: 5, size: 'max' }), { nil: undefined, freq: 9 })
const changes = fc.record({ ...values, rows, others: rows }, { requiredKeys: [] })
const subjectOf = (id: fc.Arbitrary<string>): fc.Arbitrary<Facts> =>
  fc.tuple(id, changes).map(([own, facts]) => ({ ...facts, id: own }))
const subject = subjectOf(fc.constant('s'))
const ids = fc.constantFrom('s1', 's2', 's3')
const subjects = fc.uniqueArray(subjectOf(ids), { selector: ({ id }) => id })
const someDays = fc.array(day, { minLength: 5, maxLength: 20 })
const dates = one(fc.constant({}), fc.record({ lawAt: day, knownAt }, { requiredKeys: [] }))

const everyDay = Array.from({ length: last - first + 30 }, (_, index) => dateOf(first + index - 15))
const farDays: readonly PlainDate[] = ['1000-01-01', '1000-03-31', '1999-12-31', '2031-02-28', '9999-12-31']

test('a timeline says of every day what is decided on it', () => {
  fc.assert(
    fc.property(book, subject, dates, (policies, facts, options) => {
      const found = timeline(policies, 'p', facts, options)
      for (const asOf of [...everyDay, ...farDays]) {
        const decided = policies.decide('p', facts, { asOf, ...options })
        expect({ asOf, ...found.at(asOf) }).toEqual({ asOf, ...decided })
      }
    }),
    { numRuns: 100 },
  )
})

test('timelines of many subjects say of every day what is decided on it, and how many there are of each', () => {
  const truths = ['unmet', 'unknown', 'met']
  const standings = ['not-in-force', 'not-applicable', 'unclear', 'applies']
  fc.assert(
    fc.property(book, subjects, dates, someDays, (policies, all, options, days) => {
      const found = timelines(policies, 'p', all, options)
      const history = found.history()
      for (const date of [...days, ...farDays]) {
        const decided = all.map((facts) => policies.decide('p', facts, { asOf: date, ...options }))
        const { status, standing } = found.decideAt(date)
        expect([...status]).toEqual(decided.map((each) => truths.indexOf(each.status)))
        expect([...standing]).toEqual(decided.map((each) => standings.indexOf(each.standing)))
        const counted = (of: string, is = ['met', 'unknown', 'unmet']): number =>
          decided.filter((each) => each.standing === of && is.includes(each.status)).length
        const counts = {
          met: counted('applies', ['met']),
          unknown: counted('applies', ['unknown']),
          unmet: counted('applies', ['unmet']),
          unclear: counted('unclear'),
          notApplicable: counted('not-applicable'),
          notInForce: counted('not-in-force'),
        }
        expect(found.countAt(date)).toEqual(counts)
        expect(history.findLast(({ from }) => from === null || from <= date)).toMatchObject(counts)
      }
      all.forEach((facts, index) => {
        expect(found.of(index).steps).toEqual(timeline(policies, 'p', facts, options).steps)
      })
    }),
    { numRuns: 100 },
  )
})

/** Tells a ledger of something and writes the same into a register. Does nothing where nobody is there. */
type Move = (kept: Ledger, register: Map<string, Facts>) => readonly Turned[]

const relation = fc.constantFrom('rows', 'others')

/** A move about somebody who is there. */
function moveOf<T>(
  how: fc.Arbitrary<T>,
  make: (kept: Ledger, facts: Facts, how: T) => [readonly Turned[], Facts?],
): fc.Arbitrary<Move> {
  return fc.tuple(ids, how).map(([id, each]) => (kept, register) => {
    const facts = register.get(id)
    if (facts === undefined) return []
    const [turned, changed] = make(kept, facts, each)
    if (changed === undefined) register.delete(id)
    else register.set(id, changed)
    return turned
  })
}

const put = fc.tuple(relation, fc.array(row, { maxLength: 2 }))
const move: fc.Arbitrary<Move> = one<Move>(
  subjectOf(ids).map((facts) => (kept, register) => {
    register.set(facts.id, facts)
    return kept.add(facts)
  }),
  moveOf(fc.constant(0), (kept, { id }) => [kept.drop(id)]),
  moveOf(changes, (kept, facts, values) => [kept.set(facts.id, values), { ...facts, ...values }]),
  moveOf(put, (kept, facts, [name, made]) => {
    const replaced = new Set(made.map(({ id }) => id))
    const others = (rowsOf(facts, name) ?? []).filter(({ id }) => !replaced.has(id))
    return [kept.put(facts.id, name, made), { ...facts, [name]: [...others, ...made] }]
  }),
  moveOf(fc.tuple(relation, named.id), (kept, facts, [name, record]) => [
    kept.remove(facts.id, name, record),
    { ...facts, [name]: rowsOf(facts, name)?.filter(({ id }) => id !== record) },
  ]),
  one(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -20, max: 200 })).map(
    (by) => (kept) => kept.advance(dateOf(dayOf(kept.asOf) + by)),
  ),
)

const kept = ['p', 'o'] as const

const moves = fc.array(move, { maxLength: 12 })

type Decided = ReadonlyMap<string, Decision>

function fromScratch(policies: Rulebook, all: Iterable<Facts>, when: Dates): Decided {
  return new Map(
    [...all].flatMap((facts) => kept.map((id) => [`${id} ${facts.id}`, policies.decide(id, facts, when)])),
  )
}

function turnedBetween(before: Decided, after: Decided): Record<string, unknown> {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const differ = names.filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)))
  return Object.fromEntries(differ.map((name) => [name, [before.get(name), after.get(name)]]))
}

function byName(turned: readonly Turned[]): Record<string, unknown> {
  return Object.fromEntries(
    turned.map((each) => [`${each.policy} ${each.subject}`, [each.before, each.after]]),
  )
}

test('after any changes a ledger says what is decided from scratch, and tells what turned with each', () => {
  fc.assert(
    fc.property(book, subjects, day, dates, moves, (policies, all, asOf, options, told) => {
      const books = ledger(policies, kept, all, asOf, options)
      const register = new Map(all.map((facts) => [facts.id, facts]))
      let before = fromScratch(policies, register.values(), { asOf, ...options })
      for (const each of told) {
        const turned = each(books, register)
        const after = fromScratch(policies, register.values(), { asOf: books.asOf, ...options })
        for (const [name, decision] of after) {
          const [id = '', of = ''] = name.split(' ')
          expect(books.decision(id, of)).toEqual(decision)
        }
        expect(byName(turned)).toEqual(turnedBetween(before, after))
        before = after
      }
    }),
    { numRuns: 300 },
  )
})

test('day by day a ledger says what is decided from scratch, and nothing turns on a day it did not announce', () => {
  fc.assert(
    fc.property(book, subjects, dates, (policies, all, options) => {
      const from = everyDay[0] ?? '2024-01-01'
      const books = ledger(policies, kept, all, from, options)
      let before = fromScratch(policies, all, { asOf: from, ...options })
      let announced = books.nextChange()
      for (const date of everyDay.slice(1)) {
        const after = fromScratch(policies, all, { asOf: date, ...options })
        const turned = turnedBetween(before, after)
        if (announced === undefined || date < announced) expect(turned).toEqual({})
        else {
          expect(date).toBe(announced)
          expect(byName(books.advance(date))).toEqual(turned)
          announced = books.nextChange()
        }
        before = after
      }
    }),
    { numRuns: 50 },
  )
})
