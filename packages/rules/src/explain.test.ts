import { expect, test } from 'vitest'
import {
  add,
  all,
  any,
  asOf,
  atLeast,
  change,
  count,
  eq,
  explain,
  type Facts,
  gte,
  inForce,
  known,
  labelled,
  lte,
  multiply,
  not,
  policy,
  rulebook,
  type SubjectModelOf,
  successor,
  use,
} from './index.js'

/*
 * Explanations as people read them.
 */

interface Thing extends Facts {
  readonly name: string
  readonly size?: number
  readonly before?: number
  readonly madeOn?: `${number}-${number}-${number}`
  readonly parts?: readonly Part[]
}
interface Part extends Facts {
  readonly place: string
  readonly order?: string
  readonly state?: 'good' | 'bad'
}

const text = (ru: string, en: string): { ru: string; en: string } => ({ ru, en })
const thing: SubjectModelOf<Thing> = {
  kind: 'thing',
  label: 'name',
  fields: {
    name: { type: 'text', title: text('название', 'name') },
    size: { type: 'number', max: 1000, title: text('размер', 'size') },
    before: { type: 'number', max: 1000, title: text('прежний размер', 'size before') },
    madeOn: {
      type: 'date',
      title: text('изготовлено', 'made'),
      absent: text('не указан день', 'the day is missing'),
    },
  },
  relations: {
    parts: {
      kind: 'part',
      title: text('Части', 'Parts'),
      noun: { ru: { one: 'часть', few: 'части', many: 'частей' }, en: { one: 'part', other: 'parts' } },
      label: 'order',
      fields: {
        place: { type: 'code', title: text('место', 'place') },
        order: { type: 'text', title: text('приказ', 'order') },
        state: {
          type: 'text',
          title: text('состояние', 'state'),
          words: { good: text('годно', 'good'), bad: text('негодно', 'bad') },
        },
      },
    },
  },
}

type Rule = Parameters<typeof policy<Thing, Record<never, never>>>[1]['rule']

function summary(rule: Rule, facts: Thing, locale: 'ru' | 'en' = 'ru'): string {
  const p = policy(thing, { id: 'p', title: text('Правило', 'Rule'), from: '2020-01-01', params: {}, rule })
  const q = policy(thing, {
    id: 'q',
    title: text('Другое', 'Other'),
    from: '2020-01-01',
    params: {},
    rule: (t) => gte(t.size, 1),
  })
  const succession = [{ from: 'a', fromName: 'А', to: 'b', toName: 'Б', on: '2024-01-01' }] as const
  const book = rulebook({ model: thing, policies: { p, q }, succession })
  return explain(book.assess('p', facts, { asOf: '2025-01-01' }), locale).summary.replaceAll('\u00a0', ' ')
}

const bare: Thing = { id: 'в-1', name: 'Вещь' }

test('a number that is too small says what is required', () => {
  expect(summary((t) => gte(t.size, 5), { ...bare, size: 3 })).toBe('размер: 3, требуется не менее 5')
  expect(summary((t) => gte(t.size, 5), { ...bare, size: 3 }, 'en')).toBe('size: 3, at least 5 required')
  expect(summary((t) => gte(t.size, 5), { ...bare, size: 7 })).toBe('размер: 7 (не менее 5)')
})

test('a date is compared in the words for dates', () => {
  const rule: Rule = (t) => lte(t.madeOn, asOf)
  expect(summary(rule, { ...bare, madeOn: '2025-02-01' })).toBe(
    'изготовлено: 01.02.2025, требуется не позже 01.01.2025',
  )
})

test('what is missing is named with the record and, where there is one, its own phrase', () => {
  expect(summary((t) => lte(t.madeOn, asOf), bare)).toBe('не указан день: в-1 (Вещь)')
  expect(summary((t) => gte(t.size, 5), bare)).toBe('не указано «размер»: в-1 (Вещь)')
  expect(summary((t) => gte(t.size, 5), bare, 'en')).toBe('“size” is not recorded: в-1 (Вещь)')
})

test('a change is shown as a percentage', () => {
  const rule: Rule = (t) => gte(multiply(change(t.before, t.size), t.size), 100)
  expect(summary((t) => gte(change(t.before, t.size), 0.5), { ...bare, before: 10, size: 12 })).toBe(
    'изменение: 20 %, требуется не менее 50 %',
  )
  expect(summary(rule, { ...bare, before: 0, size: 12 })).toContain('произведение')
})

test('only what decided is in the summary, three reasons at most', () => {
  const rule: Rule = (t) =>
    all(gte(t.size, 5), gte(t.size, 1), gte(t.size, 6), gte(t.size, 7), gte(t.size, 8))
  expect(summary(rule, { ...bare, size: 3 })).toBe(
    'размер: 3, требуется не менее 5; размер: 3, требуется не менее 6; размер: 3, требуется не менее 7; и ещё 1',
  )
  expect(summary(rule, { ...bare, size: 9 })).toBe('выполнены все условия: 5')
})

test('a named condition speaks for the ones inside it', () => {
  const rule: Rule = (t) =>
    labelled('big', text('вещь велика', 'the thing is big'), any(gte(t.size, 5), known(t.madeOn)))
  expect(summary(rule, { ...bare, size: 3 })).toBe('вещь велика')
})

test('negations, choices and other policies are put into words', () => {
  expect(summary((t) => not(known(t.size)), { ...bare, size: 1 })).toBe(
    'не должно быть так: размер: сведения есть',
  )
  expect(summary((t) => atLeast(2, gte(t.size, 1), gte(t.size, 5)), { ...bare, size: 0 })).toContain(
    'не менее 1',
  )
  expect(summary(() => use('q'), { ...bare, size: 0 })).toBe('Другое: не выполнено')
  expect(summary((t) => gte(add(t.size, t.before), 9), { ...bare, size: 1, before: 2 })).toBe(
    'сумма: 3, требуется не менее 9',
  )
})

test('counted records are listed; a merger and a repetition are told', () => {
  const p = policy(thing, {
    id: 'p',
    title: text('Правило', 'Rule'),
    from: '2020-01-01',
    params: {
      min: inForce({ '2020-01-01': 3 }, { title: text('мест', 'places'), origin: text('приказ', 'order') }),
    },
    rule: (t, { min }) =>
      gte(
        count(t.parts, {
          distinct: (part) => successor(part.place, asOf),
          where: (part) => eq(part.state, 'good'),
          noun: { ru: { one: 'место', few: 'места', many: 'мест' }, en: { one: 'place', other: 'places' } },
        }),
        min,
      ),
  })
  const book = rulebook({
    model: thing,
    policies: { p },
    succession: [{ from: 'a', fromName: 'А', to: 'b', toName: 'Б', on: '2024-01-01' }],
  })
  const facts: Thing = {
    ...bare,
    parts: [
      { id: 'ч-1', place: 'a', state: 'good', order: '№ 1' },
      { id: 'ч-2', place: 'b', state: 'good' },
      { id: 'ч-3', place: 'c', order: '№ 3' },
      { id: 'ч-4', place: 'd', state: 'bad' },
    ],
  }
  const verdict = book.assess('p', facts, { asOf: '2025-01-01' })
  expect(verdict.finding).toMatchObject({
    status: 'unmet',
    actual: { low: 1, high: 2 },
    required: { value: 3, param: { name: 'min', from: '2020-01-01' } },
    shortfall: 2,
  })
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
  const { summary: said, steps } = explain(verdict, 'ru')
  expect(said.replaceAll('\u00a0', ' ')).toBe('1–2 места из 3')
  expect(steps).toEqual([
    {
      text: 'Учтено (2): ч-1, ч-2',
      steps: [
        { text: 'ч-1 (№ 1): А (a) с 01.01.2024 входит в Б (b)' },
        { text: 'ч-2: совпадает с ч-1, считается один раз' },
      ],
    },
    {
      text: 'Может быть учтено, но не хватает сведений (1): ч-3',
      steps: [{ text: 'ч-3 (№ 3): не указано «состояние»' }],
    },
    { text: 'Не учтено (1): ч-4', steps: [{ text: 'ч-4: состояние: негодно, требуется годно' }] },
  ])
})

test('a rule that was not in force yet, or is not about the subject, says so', () => {
  const p = policy(thing, {
    id: 'p',
    title: text('Правило', 'Rule'),
    from: '2020-01-01',
    params: {},
    applies: (t) => known(t.madeOn),
    rule: (t) => gte(t.size, 5),
  })
  const book = rulebook({ model: thing, policies: { p } })
  const early = book.assess('p', bare, { asOf: '2019-12-31' })
  expect([early.standing, explain(early, 'ru').summary]).toEqual([
    'not-in-force',
    'на эту дату правило ещё не действовало',
  ])
  const other = book.assess('p', bare, { asOf: '2025-01-01' })
  expect([other.standing, explain(other, 'en').summary]).toEqual([
    'not-applicable',
    'the rule does not apply to “Вещь” on this date',
  ])
})
