import type { Expression, Policy, Predicate, Scalar } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { dateOf, dayOf } from '../days.js'
import { standings, truths } from '../decider.js'
import type { Facts, SubjectModel } from '../model.js'
import { rulebook } from '../rulebook.js'
import { columns } from './columns.js'
import { decideAll } from './decide.js'

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const number = { title: text, type: 'number' as const, decimals: 3, max: 1_000_000 }
const scores = Array.from({ length: 9 }, (_, index) => `score${index}`)
const model: SubjectModel = {
  kind: 'school',
  label: 'name',
  fields: {
    name: { title: text, type: 'text' },
    opened: { title: text, type: 'date' },
    a: number,
    b: number,
    c: number,
    d: number,
  },
  relations: {
    pupils: {
      kind: 'pupil',
      title: text,
      noun,
      fields: {
        town: { title: text, type: 'code' },
        state: { title: text, type: 'text' },
        from: { title: text, type: 'date' },
        until: { title: text, type: 'date' },
        height: number,
        ...Object.fromEntries(scores.map((name) => [name, number])),
      },
    },
  },
}

const lit = (value: Scalar): Expression => ({ op: 'lit', value })
const own = (name: string): Expression => ({ op: 'field', name, of: 'subject' })
const row = (name: string): Expression => ({ op: 'field', name, of: 'row' })
const gte = (left: Expression, right: Expression): Predicate => ({ op: 'cmp', left, is: '>=', right })
const eq = (left: Expression, right: Expression): Predicate => ({ op: 'cmp', left, is: '=', right })
const every = (...of: Predicate[]): Predicate => ({ op: 'all', of })
const pupils = (where: Predicate, value?: Expression): Expression => ({
  op: 'agg',
  over: 'pupils',
  where,
  noun,
  ...(value === undefined ? { fn: 'count' } : { fn: 'countDistinct', value }),
})

function bookOf(rule: Predicate, applies?: Predicate): ReturnType<typeof rulebook> {
  const policy: Policy = {
    schema: 'policy/1',
    id: 'good',
    title: text,
    subject: 'school',
    params: {},
    versions: [{ from: '2000-01-01', rule, ...(applies === undefined ? {} : { applies }) }],
  }
  return rulebook({ model, policies: { good: policy } })
}

const asOf = '2024-06-30'

function expectAgreement(rule: Predicate, subjects: readonly Facts[]): ReturnType<typeof decideAll> {
  const book = bookOf(rule)
  const decisions = decideAll(book, 'good', columns(model, subjects), { asOf })
  const found = subjects.map((_, index) => ({
    status: truths[decisions.status[index] ?? -1],
    standing: standings[decisions.standing[index] ?? -1],
  }))
  expect(found).toEqual(subjects.map((each) => book.decide('good', each, { asOf })))
  return decisions
}

/** Numbers without a pattern that are the same in every run. */
function whole(seed: number, below: number): number {
  return Math.floor((Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1) * below)
}

test('products that no double can tell apart are told apart', () => {
  const calc = (
    fn: 'add' | 'subtract' | 'multiply',
    ...of: (string | number | Expression)[]
  ): Expression => ({
    op: 'calc',
    fn,
    of: of.map((each) =>
      typeof each === 'string' ? own(each) : typeof each === 'number' ? lit(each) : each,
    ),
  })
  const numbers = { a: 999_999.999, b: 999_999.999, c: 999_999.998, d: 1_000_000 }
  const subjects: Facts[] = [
    Object.assign({ id: '1' }, numbers),
    Object.assign({ id: '2' }, numbers, { c: 999_999.999, d: 999_999.999 }),
    Object.assign({ id: '3' }, numbers, { a: undefined }),
    Object.assign({ id: '4' }, numbers, { a: 1 }),
  ]
  const [ab, cd, aa] = [calc('multiply', 'a', 'b'), calc('multiply', 'c', 'd'), calc('multiply', 'a', 'a')]
  expect([...expectAgreement(eq(ab, cd), subjects).status]).toEqual([0, 2, 1, 0])
  expect([...expectAgreement(gte(cd, ab), subjects).status]).toEqual([0, 2, 1, 2])
  // Each side reads one column.
  const near = calc('multiply', calc('add', 'a', 0.001), calc('subtract', 'a', 0.001))
  expect([...expectAgreement(eq(aa, near), subjects).status]).toEqual([0, 0, 1, 0])
  expect([...expectAgreement(eq(aa, calc('multiply', 'd', 999_999.998)), subjects).status]).toEqual([
    0, 0, 1, 0,
  ])
  const sum = calc('add', aa, calc('multiply', 'b', 'b'))
  expect([
    ...expectAgreement(eq(sum, calc('add', near, calc('multiply', 'b', 'b'))), subjects).status,
  ]).toEqual([0, 0, 1, 0])
})

test('many conditions may read the same few columns', () => {
  const thresholds = Array.from({ length: 20 }, (_, index) => index * 10)
  const names = ['a', 'b', 'c', 'd'] as const
  const conditions = names.flatMap((name) => thresholds.map((least) => gte(own(name), lit(least))))
  const subjects = Array.from({ length: 300 }, (_, index): Facts => {
    const values = names.map((name, place) => [name, whole(index + place / 10, 210)] as const)
    return Object.assign({ id: `${index}` }, Object.fromEntries(values.slice(0, index % 9 === 0 ? 3 : 4)))
  })
  const rule: Predicate = { op: 'atLeast', count: { op: 'lit', value: 42 }, of: conditions }
  expect(new Set(expectAgreement(rule, subjects).status).size).toBe(3)
})

test('a column may have more than 65,536 different values', () => {
  const subjects = Array.from({ length: 700 }, (_, index): Facts => {
    const rows = Array.from({ length: 100 }, (__, place) => ({ id: 'p', height: (index * 100 + place) / 8 }))
    return Object.assign({ id: `${index}` }, { pupils: rows })
  })
  const tall = gte(row('height'), lit(5000))
  expectAgreement(gte(pupils(tall, row('height')), lit(50)), subjects)
  const higher: Expression = { op: 'calc', fn: 'add', of: [row('height'), own('a')] }
  const numbered = subjects.map((each, index): Facts => Object.assign({ a: index % 7 }, each))
  expectAgreement(gte(pupils(tall, higher), lit(50)), numbered)
})

test('a subject may have more records than a batch, between subjects that have none', () => {
  const sizes = [0, 1, 5000, 0, 0, 2048, 3]
  const subjects = sizes.map((size, index): Facts => {
    const rows = Array.from({ length: size }, (_, place) => ({
      id: 'p',
      town: `t${place % 2500}`,
      height: place % 7,
    }))
    return Object.assign({ id: `${index}` }, index === 4 ? {} : { pupils: rows })
  })
  const tall = gte(row('height'), lit(3))
  const { status } = expectAgreement(gte(pupils(tall, row('town')), lit(1500)), subjects)
  expect([...status]).toEqual([0, 0, 2, 0, 1, 0, 0])
  expectAgreement(gte(pupils(tall), lit(1000)), subjects)
})

/** Schools with pupils of whom much is known, and something not. */
const schools = Array.from({ length: 400 }, (_, index): Facts => {
  const rows = Array.from({ length: whole(index, 120) }, (__, place) => {
    const seed = index * 1000 + place
    const day = (part: number): string | undefined => {
      const days = whole(seed + part, 900)
      return days < 60 ? undefined : dateOf(dayOf('2023-01-01') + days)
    }
    const found = scores.map((name, score) => [name, whole(seed + score / 10, 30)] as const)
    return {
      id: `${seed}`,
      town: ['a', 'b', 'c', 'd', undefined][whole(seed + 0.1, 5)],
      state: ['here', 'away', 'new', 'gone'][whole(seed + 0.2, 5)],
      from: day(0.3),
      until: day(0.4),
      ...Object.fromEntries(found.filter(([, score]) => score > 0)),
    }
  })
  return Object.assign({ id: `${index}` }, { pupils: rows })
})

test('a condition may read more columns than are looked up together', () => {
  const passed = scores.map((name) => gte(row(name), lit(4)))
  const sum: Expression = { op: 'calc', fn: 'add', of: scores.map(row) }
  const rules = [
    gte(pupils(every(...passed, gte(sum, lit(150)), gte({ op: 'asOf' }, row('from')))), lit(3)),
    gte(pupils({ op: 'any', of: passed.map((each): Predicate => ({ op: 'not', of: each })) }), lit(40)),
    gte(pupils({ op: 'atLeast', count: { op: 'lit', value: 7 }, of: passed }), lit(20)),
  ]
  for (const rule of rules) {
    const { status } = expectAgreement(rule, schools)
    expect(new Set(status).size).toBeGreaterThan(1)
  }
})

test('two columns with few pairs of values are looked up as one', () => {
  const here = every(
    { op: 'in', value: row('state'), set: ['here', 'new'] },
    { op: 'any', of: [{ op: 'known', value: row('from') }, eq(row('state'), lit('new'))] },
    gte({ op: 'asOf' }, row('from')),
    { op: 'not', of: gte({ op: 'asOf' }, row('until')) },
  )
  for (const least of [1, 2, 3]) expectAgreement(gte(pupils(here, row('town')), lit(least)), schools)
  expectAgreement(gte(pupils(here), lit(7)), schools)
})

test('only subjects to which the policy applies are counted', () => {
  const subjects: Facts[] = [
    Object.assign({ id: '1' }, { opened: '2020-01-01', a: 5 }),
    Object.assign({ id: '2' }, { opened: '2020-01-01', a: 1 }),
    Object.assign({ id: '3' }, { opened: '2020-01-01' }),
    Object.assign({ id: '4' }, { opened: '2025-01-01', a: 5 }),
    Object.assign({ id: '5' }, { a: 5 }),
  ]
  const book = bookOf(gte(own('a'), lit(3)), gte({ op: 'asOf' }, own('opened')))
  const decisions = decideAll(book, 'good', columns(model, subjects), { asOf })
  expect([...decisions.status]).toEqual([2, 0, 1, 2, 2])
  expect([...decisions.standing]).toEqual([3, 3, 3, 1, 2])
  expect(truths.map(decisions.count)).toEqual([1, 1, 1])
  expect(decisions.ids).toEqual(['1', '2', '3', '4', '5'])
  const repealed = decideAll(book, 'good', columns(model, subjects), { asOf, lawAt: '1999-12-31' })
  expect([...repealed.standing]).toEqual([0, 0, 0, 0, 0])
  expect(repealed.count('unknown')).toBe(0)
})

test('a field is read once for all policies and days', () => {
  let reads = 0
  const pupil = {
    id: 'p',
    get town(): string {
      reads += 1
      return 'a'
    },
  }
  const all = columns(model, [Object.assign({ id: '1' }, { pupils: [pupil, pupil] })])
  const towns = pupils(every(), row('town'))
  decideAll(bookOf(gte(towns, lit(1))), 'good', all, { asOf })
  decideAll(bookOf(gte(towns, lit(2))), 'good', all, { asOf: '2025-01-01' })
  expect(reads).toBe(2)
})

test('columns of something else, and policies that do not exist, are refused', () => {
  const book = bookOf(gte(own('a'), lit(3)))
  const other = columns({ ...model, kind: 'shop' }, [])
  expect(() => decideAll(book, 'good', other, { asOf })).toThrow(TypeError)
  expect(() => decideAll(book, 'bad', columns(model, []), { asOf })).toThrow(/no policy 'bad'/)
  expect(() => decideAll(book, 'good', columns(model, []), { asOf: '2024-02-30' })).toThrow(TypeError)
  expect(decideAll(book, 'good', columns(model, []), { asOf }).size).toBe(0)
})
