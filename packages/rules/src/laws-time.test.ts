import type { Instant, PlainDate, Policy, PolicyVersion, Predicate, Truth } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gte, inForce, policy } from './build.js'
import { dateOf } from './days.js'
import type { Dates } from './decider.js'
import type { Facts, SubjectModelOf } from './model.js'
import { type Rulebook, rulebook } from './rulebook.js'

/*
 * The laws of the three dates: of the facts, of the law, and of what was known.
 */

interface Part extends Facts {
  readonly madeOn?: PlainDate | undefined
}
interface Thing extends Facts {
  readonly size?: number
  readonly madeOn?: PlainDate
  readonly parts?: readonly Part[]
}
const title = { ru: 'т', en: 't' }
const thing: SubjectModelOf<Thing> = {
  kind: 'thing',
  label: 'id',
  fields: { size: { title, type: 'number' }, madeOn: { title, type: 'date' } },
  relations: {
    parts: {
      kind: 'part',
      title,
      noun: { ru: { one: 'ч', few: 'ч', many: 'ч' }, en: { one: 'p', other: 'p' } },
      fields: { madeOn: { title, type: 'date' } },
    },
  },
}
const size: Policy = policy(thing, {
  id: 'size',
  title,
  from: '2020-01-01',
  params: {
    least: inForce({ '2020-01-01': 5, '2022-01-01': 8 }, { title, origin: title }),
  },
  rule: (t, { least }) => gte(t.size, least),
  later: { '2023-01-01': { rule: (t) => gte(t.size, 10) }, '2025-01-01': null },
})

function bookOf(...policies: readonly Policy[]): Rulebook {
  return rulebook({ model: thing, policies: Object.fromEntries(policies.map((each) => [each.id, each])) })
}

test('the wording and the parameters are those in force on the day of the law, whatever the day of the facts', () => {
  const book = bookOf(size)
  const least = (day: PlainDate): number => (day < '2022-01-01' ? 5 : day < '2023-01-01' ? 8 : 10)
  fc.assert(
    fc.property(
      fc.integer({ min: 18_000, max: 20_500 }),
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 4, max: 11 }),
      (law, facts, own) => {
        const dates: Dates = { asOf: dateOf(facts), lawAt: dateOf(law) }
        const { status, standing } = book.decide('size', { id: 's', size: own } as Thing, dates)
        const lawAt = dateOf(law)
        if (lawAt < '2020-01-01' || lawAt >= '2025-01-01')
          expect([status, standing]).toEqual(['unknown', 'not-in-force'])
        else expect([status, standing]).toEqual([own >= least(lawAt) ? 'met' : 'unmet', 'applies'])
      },
    ),
  )
})

test('without a day of the law the law follows the day of the facts', () => {
  const book = bookOf(size)
  fc.assert(
    fc.property(fc.integer({ min: 18_000, max: 20_500 }), fc.integer({ min: 4, max: 11 }), (day, own) => {
      const asOf = dateOf(day)
      const subject = { id: 's', size: own } as Thing
      expect(book.decide('size', subject, { asOf })).toEqual(
        book.decide('size', subject, { asOf, lawAt: asOf }),
      )
    }),
  )
})

const instants: Instant[] = [
  '2024-01-01T00:00:00.000Z',
  '2024-06-01T12:00:00.000Z',
  '2025-01-01T00:00:00.000Z',
]

test('what was recorded later, or superseded by then, is not seen', () => {
  const counted: Policy = {
    schema: 'policy/1',
    id: 'counted',
    title,
    subject: 'thing',
    params: {},
    versions: [
      {
        from: '2020-01-01',
        rule: {
          op: 'cmp',
          left: { op: 'agg', fn: 'count', over: 'parts' },
          is: '>=',
          right: { op: 'lit', value: 2 },
        },
      },
    ],
  }
  const book = bookOf(counted)
  const part = fc.record(
    {
      id: fc.constant('p'),
      recordedAt: fc.constantFrom(...instants),
      supersededAt: fc.constantFrom(...instants),
    },
    { requiredKeys: ['id'] },
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.constantFrom(...instants), (parts, knownAt) => {
      const seen = parts.filter(
        ({ recordedAt, supersededAt }) =>
          (recordedAt ?? knownAt) <= knownAt && (supersededAt === undefined || supersededAt > knownAt),
      )
      const asOf: PlainDate = '2024-06-30'
      const subject: Thing = { id: 's', parts }
      const verdict = book.assess('counted', subject, { asOf, knownAt })
      expect(verdict.status).toBe(seen.length >= 2 ? 'met' : 'unmet')
      expect(verdict.finding?.evidence?.[0]?.counted.length).toBe(seen.length)
      expect(book.decide('counted', subject, { asOf, knownAt }).status).toBe(verdict.status)
    }),
  )
})

test('a policy that may or may not apply is unclear, and its use by others unknown', () => {
  const about: Policy = {
    ...size,
    id: 'about',
    versions: size.versions.map(
      (version): PolicyVersion => ({
        ...version,
        applies: {
          op: 'cmp',
          left: { op: 'field', name: 'madeOn', of: 'subject' },
          is: '<=',
          right: { op: 'asOf' },
        },
      }),
    ),
  }
  const user: Policy = {
    ...size,
    id: 'user',
    versions: [{ from: '2020-01-01', rule: { op: 'use', policy: 'about' } }],
  }
  const book = bookOf(about, user)
  const judge = (madeOn?: PlainDate): readonly [Truth, string, Truth] => {
    const subject: Thing = { id: 's', size: 9, ...(madeOn === undefined ? {} : { madeOn }) }
    const dates: Dates = { asOf: '2022-06-30' }
    const { status, standing } = book.decide('about', subject, dates)
    return [status, standing, book.decide('user', subject, dates).status]
  }
  expect(judge('2022-06-30')).toEqual(['met', 'applies', 'met'])
  expect(judge('2022-07-01')).toEqual(['met', 'not-applicable', 'unknown'])
  expect(judge()).toEqual(['met', 'unclear', 'unknown'])
})

test('a policy that uses another has its answer, on the same dates and facts', () => {
  const user: Policy = {
    ...size,
    id: 'user',
    versions: [{ from: '2020-01-01', rule: { op: 'use', policy: 'size' } }],
  }
  const book = bookOf(size, user)
  fc.assert(
    fc.property(
      fc.integer({ min: 18_300, max: 20_000 }),
      fc.option(fc.integer({ min: 4, max: 11 }), { nil: undefined }),
      (day, own) => {
        const subject: Thing = { id: 's', ...(own === undefined ? {} : { size: own }) }
        const dates: Dates = { asOf: dateOf(day) }
        expect(book.decide('user', subject, dates).status).toBe(book.decide('size', subject, dates).status)
      },
    ),
  )
})

test('neither the order of records nor that of conditions changes an answer', () => {
  const made: Predicate = {
    op: 'cmp',
    left: { op: 'field', name: 'madeOn', of: 'row' },
    is: '<=',
    right: { op: 'asOf' },
  }
  const counts: Predicate = {
    op: 'cmp',
    left: {
      op: 'agg',
      fn: 'countDistinct',
      over: 'parts',
      where: made,
      value: { op: 'field', name: 'madeOn', of: 'row' },
    },
    is: '>=',
    right: { op: 'lit', value: 2 },
  }
  const large: Predicate = {
    op: 'cmp',
    left: { op: 'field', name: 'size', of: 'subject' },
    is: '>=',
    right: { op: 'lit', value: 5 },
  }
  const written = (id: string, rule: Predicate): Policy => ({
    ...size,
    id,
    params: {},
    versions: [{ from: '2020-01-01', rule }],
  })
  const book = bookOf(
    written('one', { op: 'all', of: [counts, large] }),
    written('other', { op: 'all', of: [large, counts] }),
  )
  const part = fc.record(
    { id: fc.constant('p'), madeOn: fc.constantFrom<PlainDate[]>('2024-01-01', '2024-02-01', '2025-01-01') },
    { requiredKeys: ['id'] },
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 5 }),
      fc.option(fc.integer({ min: 4, max: 6 }), { nil: undefined }),
      (parts, own) => {
        const subject: Thing = { id: 's', parts, ...(own === undefined ? {} : { size: own }) }
        const reversed: Thing = { ...subject, parts: parts.toReversed() }
        const dates: Dates = { asOf: '2024-06-30' }
        const { status } = book.decide('one', subject, dates)
        expect(book.decide('other', subject, dates).status).toBe(status)
        expect(book.decide('one', reversed, dates).status).toBe(status)
      },
    ),
  )
})
