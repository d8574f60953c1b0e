import type { PlainDate } from '@tirazh/spec'
import { expect, expectTypeOf, test } from 'vitest'
import {
  add,
  all,
  asOf,
  atLeast,
  count,
  type Expr,
  eq,
  type Facts,
  gte,
  inForce,
  isOneOf,
  lte,
  max,
  plusDays,
  plusMonths,
  policy,
  ratio,
  rulebook,
  type SubjectModelOf,
  successor,
  sum,
  withParams,
} from './index.js'

const title = { ru: 'т', en: 't' }
const noun = { ru: { one: 'к', few: 'к', many: 'к' }, en: { one: 'c', other: 'c' } }

interface House extends Facts {
  readonly street: string
  readonly builtOn?: PlainDate | undefined
  readonly floors?: number | undefined
  readonly state: 'sound' | 'worn'
  readonly flats?: readonly Flat[] | undefined
}

interface Flat extends Facts {
  readonly owner: string
  readonly rooms: number
}

const house: SubjectModelOf<House> = {
  kind: 'house',
  label: 'street',
  fields: {
    street: { type: 'text', title },
    builtOn: { type: 'date', title },
    floors: { type: 'number', title },
    state: { type: 'text', title, words: { sound: title, worn: title } },
  },
  relations: {
    flats: {
      kind: 'flat',
      title,
      noun,
      fields: { owner: { type: 'code', title }, rooms: { type: 'number', title } },
    },
  },
}

const about = { title, origin: title }

test('a policy written with the builders is plain JSON', () => {
  const tall = policy(house, {
    id: 'tall',
    title,
    from: '2020-01-01',
    params: { minFloors: inForce({ '2020-01-01': 5 }, about) },
    rule: (h, { minFloors }) => gte(h.floors, minFloors),
  })
  expect(tall).toEqual(JSON.parse(JSON.stringify(tall)))
  expect(tall.versions[0]?.rule).toEqual({
    op: 'cmp',
    left: { op: 'field', name: 'floors', of: 'subject' },
    is: '>=',
    right: { op: 'param', name: 'minFloors' },
  })
})

test('a wrong field, another type of value or an unknown word does not compile', () => {
  const never = (): void => {
    policy(house, {
      id: 'p',
      title,
      from: '2020-01-01',
      params: { limit: inForce({ '2020-01-01': 5 }, about) },
      rule: (h, params) =>
        all(
          // @ts-expect-error there is no such field
          gte(h.storeys, 5),
          // @ts-expect-error a date is not compared with a number
          lte(h.builtOn, 5),
          // @ts-expect-error a date is not compared with a parameter that is a number
          lte(h.builtOn, params.limit),
          // @ts-expect-error 'new' is not one of the words
          eq(h.state, 'new'),
          // @ts-expect-error 'new' is not one of the words
          isOneOf(h.state, ['sound', 'new']),
          // @ts-expect-error words have no order
          lte(h.street, 'b'),
          // @ts-expect-error text is not added
          gte(add(h.floors, h.street), 1),
          // @ts-expect-error there is no such parameter
          gte(h.floors, params.max),
          // @ts-expect-error a number is not the date of a succession
          eq(successor(h.street, h.floors), 'a'),
          // @ts-expect-error a field is not a relation
          gte(count(h.street), 1),
          // @ts-expect-error rooms are a number
          gte(count(h.flats, { where: (flat) => eq(flat.rooms, 'two') }), 1),
          // @ts-expect-error a date is not a share of anything
          gte(ratio(h.builtOn, h.floors), 1),
          // @ts-expect-error a number is not moved by months
          gte(plusMonths(h.floors, 1, 'down'), asOf),
          // @ts-expect-error what a month without that day becomes must be said
          gte(plusMonths(h.builtOn, 1), asOf),
          // @ts-expect-error a shift is a number or a parameter, not a field
          gte(plusDays(h.builtOn, h.floors), asOf),
          // @ts-expect-error owners are not added
          gte(sum(h.flats, { of: (flat) => flat.owner }), 1),
          // @ts-expect-error the greatest number of rooms is not a date
          gte(max(h.flats, { of: (flat) => flat.rooms }), asOf),
          // @ts-expect-error how many conditions is a number or a parameter, not a field
          atLeast(h.floors, eq(h.state, 'sound')),
        ),
    })
  }
  expectTypeOf(never).toBeFunction()
})

test('expressions know the type of their value', () => {
  policy(house, {
    id: 'types',
    title,
    from: '2020-01-01',
    params: {},
    rule: (h) => {
      expectTypeOf(h.builtOn).toEqualTypeOf<Expr<PlainDate>>()
      expectTypeOf(h.state).toEqualTypeOf<Expr<'sound' | 'worn'>>()
      expectTypeOf(count(h.flats)).toEqualTypeOf<Expr<number>>()
      return lte(h.builtOn, asOf)
    },
  })
})

test('the value of a parameter is the one in force on the day of the law', () => {
  const tall = policy(house, {
    id: 'tall',
    title,
    from: '2020-01-01',
    params: { minFloors: inForce({ '2024-01-01': 9, '2020-01-01': 5 }, about) },
    rule: (h, { minFloors }) => gte(h.floors, minFloors),
  })
  const book = rulebook({ model: house, policies: { tall } })
  const seven = { id: 'h', street: 's', state: 'sound', floors: 7 } satisfies House
  expect(book.decide('tall', seven, { asOf: '2023-12-31' }).status).toBe('met')
  expect(book.decide('tall', seven, { asOf: '2024-01-01' }).status).toBe('unmet')
  expect(book.decide('tall', seven, { asOf: '2025-01-01', lawAt: '2023-12-31' }).status).toBe('met')
  expect(book.decide('tall', seven, { asOf: '2019-12-31' })).toEqual({
    status: 'unknown',
    standing: 'not-in-force',
  })
})

test('a region sets a parameter and the explanation says so', () => {
  const tall = policy(house, {
    id: 'tall',
    title,
    from: '2020-01-01',
    params: { minFloors: inForce({ '2020-01-01': 5 }, about) },
    rule: (h, { minFloors }) => gte(h.floors, minFloors),
  })
  const mine = withParams(tall, { minFloors: 3 }, { ru: 'приказ № 1', en: 'order No. 1' })
  const book = rulebook({ model: house, policies: { tall: mine } })
  const verdict = book.assess('tall', { id: 'h', floors: 4 } as Facts, { asOf: '2024-01-01' })
  expect(verdict.status).toBe('met')
  expect(verdict.finding?.required?.param?.origin.ru).toBe('приказ № 1')
  expect(() => withParams(tall, { minFlats: 3 })).toThrow(/no parameter 'minFlats'; it has: minFloors/)
  expect(() => withParams(tall, { minFloors: 'three' })).toThrow(/'minFloors' of policy 'tall' is a number/)
})

test('later wordings replace earlier ones, and a policy may be repealed', () => {
  const limit = inForce({ '2020-01-01': 2 }, about)
  const tall = policy(house, {
    id: 'tall',
    title,
    from: '2020-01-01',
    params: { limit },
    rule: (h, { limit }) => gte(h.floors, limit),
    later: {
      '2024-01-01': { rule: (h) => gte(h.floors, 9) },
      '2025-01-01': null,
    },
  })
  expect(tall.versions.map(({ from, until }) => [from, until])).toEqual([
    ['2020-01-01', undefined],
    ['2024-01-01', '2025-01-01'],
  ])
  const rule = (h: { floors: Expr<number> }): ReturnType<typeof gte> => gte(h.floors, 1)
  expect(() =>
    policy(house, {
      id: 'p',
      title,
      from: '2020-01-01',
      params: {},
      rule,
      later: { '2019-01-01': { rule } },
    }),
  ).toThrow(/begins on 2020-01-01/)
})
