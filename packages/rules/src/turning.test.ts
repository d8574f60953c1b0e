import type { Aggregate, Expression, Policy, Predicate, Scalar, Verdict } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { explainTurning } from './explain-turning.js'
import type { FieldModel, RelationModel, SubjectModel } from './model.js'
import { rulebook } from './rulebook.js'
import { turningPoints } from './turning.js'

/*
 * What it would take for a verdict to be the other one.
 */

const text = (ru: string, en: string): { ru: string; en: string } => ({ ru, en })
const nouns = {
  adoption: {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  },
  place: {
    ru: { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' },
    en: { one: 'municipality', other: 'municipalities' },
  },
}
const size: FieldModel = { type: 'number', title: text('размер', 'size') }
const adoptions: RelationModel = {
  kind: 'adoption',
  title: text('Внедрения', 'Adoptions'),
  noun: nouns.adoption,
  label: 'basis',
  fields: {
    place: { type: 'code', title: text('место', 'place') },
    since: { type: 'date', title: text('дата внедрения', 'date of adoption') },
    until: { type: 'date', title: text('прекращено', 'ended') },
    score: { type: 'number', title: text('балл', 'score') },
    basis: { type: 'text', title: text('основание', 'basis') },
  },
}
const practice: SubjectModel = {
  kind: 'practice',
  label: 'name',
  fields: {
    name: { type: 'text', title: text('название', 'name') },
    size,
    state: {
      type: 'text',
      title: text('состояние', 'state'),
      words: { good: text('годно', 'good'), bad: text('негодно', 'bad') },
    },
    madeOn: { type: 'date', title: text('сделано', 'made') },
  },
  relations: { adoptions },
}

const field = (name: string, of: 'subject' | 'row' = 'subject'): Expression => ({ op: 'field', name, of })
const cmp = (left: Expression, is: '=' | '!=' | '<' | '<=' | '>' | '>=', value: Scalar): Predicate => ({
  op: 'cmp',
  left,
  is,
  right: { op: 'lit', value },
})
const all = (...of: Predicate[]): Predicate => ({ op: 'all', of })
const any = (...of: Predicate[]): Predicate => ({ op: 'any', of })
const not = (of: Predicate): Predicate => ({ op: 'not', of })
const known = (value: Expression): Predicate => ({ op: 'known', value })
const begun: Predicate = { op: 'cmp', left: field('since', 'row'), is: '<=', right: { op: 'asOf' } }
const places = (where: Predicate = begun): Aggregate => ({
  op: 'agg',
  fn: 'countDistinct',
  over: 'adoptions',
  value: field('place', 'row'),
  where,
  noun: nouns.place,
})

function policyOf(id: string, rule: Predicate, applies?: Predicate): Policy {
  return {
    schema: 'policy/1',
    id,
    title: text(`Правило ${id}`, `Rule ${id}`),
    subject: practice.kind,
    params: {},
    versions: [{ from: '2020-01-01', rule, ...(applies ? { applies } : {}) }],
  }
}

function assess(rule: Predicate, facts: object, used: Readonly<Record<string, Policy>> = {}): Verdict {
  const book = rulebook({ model: practice, policies: { p: policyOf('p', rule), ...used } })
  return book.assess('p', Object.assign({ id: 'п', name: 'Практика' }, facts), { asOf: '2025-01-01' })
}

function ru(rule: Predicate, facts: object): string {
  return explainTurning(turningPoints(assess(rule, facts)), 'ru').replaceAll('\u00a0', ' ')
}
function en(rule: Predicate, facts: object): string {
  return explainTurning(turningPoints(assess(rule, facts)), 'en').replaceAll('\u00a0', ' ')
}

const dated = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({ id: `Т-${index}`, place: `m${index}`, since: '2024-01-01' }))
const undated = (index: number, place = `x${index}`): object => ({
  id: `Т-001${index}`,
  place,
  basis: `№ ${index}`,
})

test('a count that is short of one is turned by one more, or by the date that is missing', () => {
  const rule = cmp(places(), '>=', 15)
  const facts = { adoptions: [...dated(14), undated(1)] }
  expect(ru(rule, facts)).toBe(
    'не хватает одного: ещё 1 муниципалитет; либо указать «дата внедрения»: Т-0011 (№ 1)',
  )
  expect(en(rule, facts)).toBe(
    'one thing is still needed: 1 more municipality; or record “date of adoption”: Т-0011 (№ 1)',
  )
  expect(turningPoints(assess(rule, facts))).toMatchObject([
    { goal: 'met', size: 1, changes: [{ kind: 'more', count: 1, over: 'adoptions', fn: 'countDistinct' }] },
    {
      goal: 'met',
      size: 1,
      changes: [{ kind: 'fill', missing: { field: 'since', record: { id: 'Т-0011' } } }],
    },
  ])
})

test('of more open records than are needed, any so many will do', () => {
  const rule = cmp(places(), '>=', 15)
  expect(ru(rule, { adoptions: [...dated(13), undated(1), undated(2), undated(3)] })).toBe(
    'не хватает: ещё 2 муниципалитета; либо указать «дата внедрения» у 2 из 3: Т-0011 (№ 1), Т-0012 (№ 2), Т-0013 (№ 3)',
  )
})

test('of fewer open records than are needed, all of them and more', () => {
  const rule = cmp(places(), '>=', 15)
  expect(ru(rule, { adoptions: [...dated(12), undated(1)] })).toBe(
    'не хватает: ещё 3 муниципалитета; либо ещё 2 муниципалитета и указать «дата внедрения»: Т-0011 (№ 1)',
  )
})

test('a count that must not be one number may rise above it or fall below it', () => {
  const sets = turningPoints(
    assess(cmp(places(), '!=', 1), { adoptions: [...dated(1), undated(1), undated(2)] }),
  )
  // Filling in both dates and taking a place away would do as well, but one date is enough.
  expect(sets.map((set) => set.changes.map((change) => change.kind))).toEqual([
    ['more'],
    ['fill-some'],
    ['fewer'],
  ])
})

test('an open record of a place that counts already adds nothing', () => {
  const rule = cmp(places(), '>=', 3)
  expect(ru(rule, { adoptions: [...dated(2), undated(1, 'm0')] })).toBe(
    'не хватает одного: ещё 1 муниципалитет',
  )
  // Two open records of one place add one.
  expect(
    turningPoints(assess(cmp(places(), '>=', 4), { adoptions: [...dated(2), undated(1), undated(2, 'x1')] })),
  ).toMatchObject([
    { size: 2, changes: [{ kind: 'more', count: 2 }] },
    {
      size: 2,
      changes: [
        { kind: 'more', count: 1 },
        { kind: 'fill', missing: { record: { id: 'Т-0011' } } },
      ],
    },
    {
      size: 2,
      changes: [
        { kind: 'more', count: 1 },
        { kind: 'fill', missing: { record: { id: 'Т-0012' } } },
      ],
    },
  ])
})

test('a verdict that is met tells how thin its margin is', () => {
  expect(ru(cmp(places(), '>=', 15), { adoptions: dated(16) })).toBe(
    'перестанет выполняться при изменении: минус 2 муниципалитета',
  )
  expect(en(cmp(places(), '>=', 15), { adoptions: dated(15) })).toBe(
    'no longer met with: 1 fewer municipality',
  )
  expect(ru(cmp(places(), '<=', 2), { adoptions: dated(1) })).toBe(
    'перестанет выполняться при изменении: ещё 2 муниципалитета',
  )
})

test('a record that counts but does not say as what may be named, and then counts for itself', () => {
  const rule = cmp(places(), '>=', 3)
  const nameless = { id: 'Т-7', since: '2024-01-01' }
  expect(ru(rule, { adoptions: [...dated(2), nameless] })).toBe(
    'не хватает одного: ещё 1 муниципалитет; либо указать «место»: Т-7',
  )
  // Alone it is one municipality already, so that naming it adds nothing.
  expect(ru(cmp(places(), '>=', 1), { adoptions: [nameless] })).toBe(
    'перестанет выполняться при изменении: минус 1 муниципалитет',
  )
  expect(ru(cmp(places(), '>=', 2), { adoptions: [nameless, { ...nameless, id: 'Т-8' }] })).toBe(
    'не хватает: ещё 2 муниципалитета; либо указать «место»: Т-7, Т-8',
  )
})

test('a sum or ratio changes as a whole; what is missing in it is filled in', () => {
  const sum: Expression = { op: 'agg', fn: 'sum', over: 'adoptions', value: field('score', 'row') }
  const scored = (...scores: (number | undefined)[]): object => ({
    adoptions: scores.map((score, index) => ({
      id: `Т-${index}`,
      ...(score === undefined ? {} : { score }),
    })),
  })
  expect(ru(cmp(sum, '>=', 10), scored(3, 4))).toContain('не менее 10 (сейчас 7)')
  expect(ru(cmp(sum, '>=', 10), scored(3, undefined))).toBe('не хватает одного: указать «балл»: Т-1')
  const ratio: Expression = {
    op: 'ratio',
    numerator: sum,
    denominator: { op: 'agg', fn: 'count', over: 'adoptions' },
  }
  expect(en(cmp(ratio, '>=', 4), scored(3, 4))).toContain('at least 400% (now 350%)')
  const twice: Expression = { op: 'calc', fn: 'multiply', of: [{ op: 'lit', value: 2 }, places()] }
  expect(ru(cmp(twice, '>=', 30), { adoptions: dated(14) })).toContain('не менее 30 (сейчас 28)')
})

test('a relation that is not recorded has to be', () => {
  expect(ru(cmp(places(), '>=', 1), {})).toBe('не хватает одного: указать «Внедрения»: п')
})

test('a value has to come to what is required; what cannot be used has to be put right', () => {
  expect(ru(cmp(field('size'), '>=', 5), { size: 3 })).toBe(
    'не хватает одного: размер: не менее 5 (сейчас 3)',
  )
  expect(en(cmp(field('size'), '>=', 5), { size: 7 })).toBe('no longer met with: size: less than 5 (now 7)')
  expect(ru({ op: 'in', value: field('state'), set: ['good'] }, { state: 'bad' })).toBe(
    'не хватает одного: состояние: годно (сейчас негодно)',
  )
  expect(
    ru({ op: 'cmp', left: field('madeOn'), is: '<=', right: { op: 'asOf' } }, { madeOn: '2025-02-30' }),
  ).toBe('не хватает одного: исправить «сделано» (стоит «2025-02-30»): п (Практика)')
})

test('a value has to be recorded, or to be recorded no longer', () => {
  expect(ru(known(field('madeOn')), {})).toBe('не хватает одного: указать «сделано»')
  expect(ru(not(known(field('madeOn'))), { madeOn: '2024-01-01' })).toBe(
    'не хватает одного: не указывать «сделано»',
  )
  expect(en(known(field('madeOn')), { madeOn: '2024-01-01' })).toBe('no longer met with: remove “made”')
})

test('all conditions need all of their parts; what every way has in common is said once', () => {
  const rule = all(
    { ...cmp(places(), '>=', 2), text: text('охват', 'reach') },
    cmp(field('size'), '>=', 5),
    any(cmp(field('state'), '=', 'good'), known(field('madeOn'))),
  )
  expect(ru(rule, { adoptions: dated(1), size: 3, state: 'bad' })).toBe(
    'не хватает: ещё 1 муниципалитет (охват); размер: не менее 5 (сейчас 3); и к этому: состояние: годно (сейчас негодно), либо указать «сделано»',
  )
})

test('so many of some conditions take the cheapest ones', () => {
  const rule: Predicate = {
    op: 'atLeast',
    count: { op: 'lit', value: 2 },
    of: [cmp(places(), '>=', 9), cmp(field('size'), '>=', 5), known(field('madeOn'))],
  }
  const [first] = turningPoints(assess(rule, { adoptions: dated(1), size: 3 }))
  expect(first).toMatchObject({ size: 2, changes: [{ kind: 'value' }, { kind: 'recorded' }] })
})

test('another policy is looked into, and has to apply', () => {
  const q = policyOf('q', cmp(places(), '>=', 2), known(field('madeOn')))
  const used: Predicate = { op: 'use', policy: 'q' }
  const made = { adoptions: dated(1), madeOn: '2024-01-01' }
  expect(turningPoints(assess(used, made, { q }))).toMatchObject([
    { size: 1, changes: [{ kind: 'more', count: 1 }] },
  ])
  const sets = turningPoints(assess(used, { adoptions: dated(1) }, { q }))
  expect(sets).toMatchObject([{ size: 2, changes: [{ kind: 'more' }, { kind: 'applies', policy: 'q' }] }])
  expect(explainTurning(sets, 'ru').replaceAll('\u00a0', ' ')).toBe(
    'не хватает: ещё 1 муниципалитет и правило «Правило q» должно применяться',
  )
})

test('nothing turns what no record can turn', () => {
  expect(turningPoints(assess(any(), {}))).toEqual([])
  expect(turningPoints(assess(cmp(places(), '>=', 0), { adoptions: dated(3) }))).toEqual([])
  expect(explainTurning([], 'ru')).toBe('')
  const book = rulebook({ model: practice, policies: { p: policyOf('p', any()) } })
  expect(turningPoints(book.assess('p', { id: 'п' }, { asOf: '2000-01-01' }))).toEqual([])
})

test('an open verdict can be turned either way', () => {
  const verdict = assess(cmp(places(), '>=', 2), { adoptions: [...dated(1), undated(1)] })
  expect(turningPoints(verdict, { goal: 'unmet' })).toMatchObject([
    { goal: 'unmet', size: 1, changes: [{ kind: 'fewer', count: 1 }] },
    { goal: 'unmet', size: 1, changes: [{ kind: 'fill', missing: { field: 'since' } }] },
  ])
  expect(turningPoints(verdict, { limit: 1 })).toHaveLength(1)
})

test('of thousands of open records a few are named', () => {
  // Each lacks two values, so that none is easier to settle than another.
  const open = Array.from({ length: 1000 }, (_, index) => ({ id: `Т-${index}`, place: `m${index}` }))
  const rule = (is: '>=' | '=', wanted: number): Predicate =>
    cmp(places(all(begun, cmp(field('score', 'row'), '>=', 1))), is, wanted)
  const sizes = (predicate: Predicate): number[] =>
    turningPoints(assess(predicate, { adoptions: open })).map((set) => set.size)
  expect(sizes(rule('>=', 3))).toEqual([3, 6, 6, 6, 6])
  expect(sizes(rule('>=', 5000))).toEqual([5000, 6000])
  expect(sizes(rule('=', 3))[0]).toBe(3 * 2 + 1000 - 3)
})

test('the work does not grow with the number of ways there are', () => {
  const choice = (index: number): Predicate =>
    any(...[0, 1, 2, 3].map((each) => known(field(`f${index}-${each}`))))
  const names = Array.from({ length: 40 }, (_, index) =>
    [0, 1, 2, 3].map((each) => `f${index}-${each}`),
  ).flat()
  const model = {
    ...practice,
    fields: Object.fromEntries(names.map((name) => [name, { ...size, title: text(name, name) }])),
    label: 'id',
  }
  // 4^40 ways.
  const rule = all(...Array.from({ length: 40 }, (_, index) => choice(index)))
  const book = rulebook({ model, policies: { p: policyOf('p', rule) } })
  const sets = turningPoints(book.assess('p', { id: 'п' }, { asOf: '2025-01-01' }), { limit: 1000 })
  expect(sets.map((set) => set.size)).toEqual(sets.map(() => 40))
  expect(sets.length).toBeLessThan(50)
})
