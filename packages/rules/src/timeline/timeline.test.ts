import type { Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import type { Facts, SubjectModel } from '../model.js'
import { rulebook } from '../rulebook.js'
import { timeline } from './timeline.js'
import { timelines } from './timelines.js'

const text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const date = { title: text, type: 'date' as const }
const model: SubjectModel = {
  kind: 'practice',
  label: 'name',
  fields: { name: { title: text, type: 'text' }, publishedOn: date },
  relations: {
    adoptions: { kind: 'adoption', title: text, noun, fields: { confirmedOn: date, endedOn: date } },
  },
}

/** Some adoption was confirmed within the last 6 months and has not ended. */
const recently: Predicate = {
  op: 'cmp',
  left: {
    op: 'agg',
    fn: 'max',
    over: 'adoptions',
    value: { op: 'field', name: 'confirmedOn', of: 'row' },
    where: {
      op: 'all',
      of: [
        { op: 'cmp', left: { op: 'field', name: 'confirmedOn', of: 'row' }, is: '<=', right: { op: 'asOf' } },
        {
          op: 'any',
          of: [
            { op: 'not', of: { op: 'known', value: { op: 'field', name: 'endedOn', of: 'row' } } },
            { op: 'cmp', left: { op: 'field', name: 'endedOn', of: 'row' }, is: '>', right: { op: 'asOf' } },
          ],
        },
      ],
    },
  },
  is: '>=',
  right: { op: 'shift', date: { op: 'asOf' }, by: { op: 'lit', value: -6 }, unit: 'month', rounding: 'down' },
}
const published: Predicate = {
  op: 'cmp',
  left: { op: 'field', name: 'publishedOn', of: 'subject' },
  is: '<=',
  right: { op: 'asOf' },
}
const alive: Policy = {
  schema: 'policy/1',
  id: 'alive',
  title: text,
  subject: 'practice',
  params: {},
  versions: [
    { from: '2020-01-01', applies: published, rule: recently },
    { from: '2026-01-01', until: '2027-01-01', applies: published, rule: { op: 'not', of: recently } },
  ],
}
const book = rulebook({ model, policies: { alive } })

const practice = (adoptions: readonly Omit<PracticeRow, 'id'>[], publishedOn = '2024-01-01'): Facts =>
  Object.assign(
    { id: 'П-1', name: 'Доска' },
    { publishedOn, adoptions: adoptions.map((each) => ({ id: 'В-1', ...each })) },
  )

interface PracticeRow extends Facts {
  readonly confirmedOn?: string
  readonly endedOn?: string
}

const confirmedTwice = practice([{ confirmedOn: '2024-08-31' }, { confirmedOn: '2025-01-10' }])

test('a timeline goes through confirmations, the months that pass, and new wordings', () => {
  const steps = timeline(book, 'alive', confirmedTwice).steps.map((each) => [
    each.from,
    each.standing,
    each.status,
  ])
  expect(steps).toEqual([
    [null, 'not-in-force', 'unknown'],
    ['2020-01-01', 'not-applicable', 'unknown'],
    ['2024-01-01', 'applies', 'unknown'],
    ['2024-08-31', 'applies', 'met'],
    ['2025-07-11', 'applies', 'unmet'],
    ['2026-01-01', 'applies', 'met'],
    ['2027-01-01', 'not-in-force', 'unknown'],
  ])
})

test('a policy is met since a day and lapses on a later one, if nothing is recorded until then', () => {
  const found = timeline(book, 'alive', confirmedTwice)
  expect(found.metSince('2025-03-01')).toBe('2024-08-31')
  expect(found.lapsesOn('2025-03-01')).toBe('2025-07-11')
  expect(found.metSince('2025-07-11')).toBeUndefined()
  expect(found.lapsesOn('2025-07-11')).toBeUndefined()
})

test('a policy that is met on the first day asked for is met since some earlier day, one met on the last does not lapse', () => {
  const found = timeline(book, 'alive', confirmedTwice, { from: '2024-12-01', until: '2025-07-11' })
  expect(found.metSince('2025-03-01')).toBeNull()
  expect(found.lapsesOn('2025-03-01')).toBeUndefined()
  expect(() => found.at('2025-07-11')).toThrow(/does not reach 2025-07-11/)
  expect(() => found.at('2024-11-30')).toThrow(/does not reach 2024-11-30/)
})

test('what a rule says of those it is not about is neither met nor lapses', () => {
  const found = timeline(book, 'alive', practice([{ confirmedOn: '2024-03-01' }], '2024-04-01'))
  expect(found.at('2024-03-15')).toEqual({ status: 'met', standing: 'not-applicable' })
  expect(found.metSince('2024-03-15')).toBeUndefined()
  expect(found.lapsesOn('2024-03-15')).toBeUndefined()
  expect(found.metSince('2024-04-15')).toBe('2024-04-01')
})

test('the law of one day holds throughout where it is asked for', () => {
  const found = timeline(book, 'alive', confirmedTwice, { lawAt: '2026-06-01', from: '2024-01-01' })
  expect(found.steps.map((each) => [each.from, each.status])).toEqual([
    [null, 'unknown'],
    ['2024-08-31', 'unmet'],
    ['2025-07-11', 'met'],
  ])
})

test('no days, and a policy nobody knows, are refused', () => {
  expect(() => timeline(book, 'alive', confirmedTwice, { from: '2025-01-01', until: '2025-01-01' })).toThrow(
    RangeError,
  )
  expect(() => timeline(book, 'dead', confirmedTwice)).toThrow(/no policy 'dead'/)
})

test('timelines count the practices of every day, and tell when a count changed', () => {
  const ended = practice([{ confirmedOn: '2024-08-31', endedOn: '2024-10-01' }])
  const found = timelines(book, 'alive', [confirmedTwice, ended, practice([], '2024-09-15')], {
    until: '2026-01-01',
  })
  const met = found
    .history()
    .map((each) => [each.from, each.met, each.unknown, each.unmet, each.notApplicable])
  expect(met).toEqual([
    [null, 0, 0, 0, 0],
    ['2020-01-01', 0, 0, 0, 3],
    ['2024-01-01', 0, 2, 0, 1],
    ['2024-08-31', 2, 0, 0, 1],
    ['2024-09-15', 2, 1, 0, 0],
    ['2024-10-01', 1, 2, 0, 0],
    ['2025-07-11', 0, 2, 1, 0],
  ])
  expect(found.countAt('2024-09-14')).toEqual({
    met: 2,
    unknown: 0,
    unmet: 0,
    unclear: 0,
    notApplicable: 1,
    notInForce: 0,
  })
  expect([...found.decideAt('2024-10-01').status]).toEqual([2, 1, 1])
  expect(found.of(1).lapsesOn('2024-09-01')).toBe('2024-10-01')
  expect(() => found.countAt('2026-01-01')).toThrow(/do not reach 2026-01-01/)
})

test('many changes lie between the decisions that are kept, and all of them are found', () => {
  const subjects = Array.from({ length: 3000 }, (_, index) => {
    const confirmedOn = `2024-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
    return practice([{ confirmedOn }])
  })
  const found = timelines(book, 'alive', subjects)
  for (const asOf of [
    '2023-12-31',
    '2024-05-05',
    '2024-12-31',
    '2025-03-03',
    '2026-07-01',
    '2028-01-01',
  ] as const) {
    const decided = subjects.map((each) => book.decide('alive', each, { asOf }).status)
    expect([...found.decideAt(asOf).status].map((status) => ['unmet', 'unknown', 'met'][status])).toEqual(
      decided,
    )
  }
})
