import type { Aggregate, Expression, Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { describePolicy, type Statements } from '../describe-policy.js'
import type { SubjectModel } from '../model.js'

/*
 * Counts, sums and extremes on the page of a rule.
 */

const text = (ru: string, en: string): { ru: string; en: string } => ({ ru, en })
const noun = {
  check: {
    ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
    en: { one: 'check', other: 'checks' },
  },
  place: { ru: { one: 'место', few: 'места', many: 'мест' }, en: { one: 'place', other: 'places' } },
}
const model: SubjectModel = {
  kind: 'practice',
  label: 'id',
  fields: {},
  relations: {
    checks: {
      kind: 'check',
      title: text('Проверки', 'Checks'),
      noun: noun.check,
      fields: {
        place: { type: 'code', title: text('Место', 'Place') },
        score: { type: 'number', title: text('балл', 'score') },
        heldOn: { type: 'date', title: text('дата проверки', 'date of the check') },
      },
    },
  },
}

const rowField = (name: string): Expression => ({ op: 'field', name, of: 'row' })
const lit = (value: number): Expression => ({ op: 'lit', value })
const asOf: Expression = { op: 'asOf' }
const cmp = (left: Expression, is: '=' | '<=' | '>=', right: Expression): Predicate => ({
  op: 'cmp',
  left,
  is,
  right,
})
const agg = (fn: Aggregate['fn'], rest: Partial<Aggregate> = {}): Expression => ({
  op: 'agg',
  fn,
  over: 'checks',
  ...rest,
})

/** The rule as lines, each with its place. */
function lines(rule: Predicate, locale: 'ru' | 'en' = 'ru'): string[] {
  const policy: Policy = {
    schema: 'policy/1',
    id: 'p',
    title: text('Правило', 'Rule'),
    subject: 'practice',
    params: {},
    versions: [{ from: '2020-01-01', rule }],
  }
  const below = (statements: Statements): string[] =>
    statements.of.flatMap((each) => [`${each.number} ${each.text.replaceAll('\u00a0', ' ')}`, ...below(each)])
  return below(describePolicy(policy, { model }, locale).rule)
}

function sentence(rule: Predicate, locale: 'ru' | 'en' = 'ru'): string {
  return lines(rule, locale)
    .map((line) => line.replace(/^1 /, ''))
    .join(' | ')
}

test.each<[number, string, string]>([
  [1, 'Не менее 1 проверки', 'At least 1 check'],
  [2, 'Не менее 2 проверок', 'At least 2 checks'],
  [5, 'Не менее 5 проверок', 'At least 5 checks'],
  [11, 'Не менее 11 проверок', 'At least 11 checks'],
  [21, 'Не менее 21 проверки', 'At least 21 checks'],
  [1.5, 'Не менее 1,5 проверки', 'At least 1.5 checks'],
])('a bound of %d takes the right form of the noun', (number, ru, en) => {
  const rule = cmp(agg('count'), '>=', lit(number))
  expect([sentence(rule), sentence(rule, 'en')]).toEqual([ru, en])
})

test('an exact count takes the form that counting takes', () => {
  const exactly = (number: number): string => sentence(cmp(agg('count'), '=', lit(number)))
  expect([1, 2, 5].map(exactly)).toEqual(['Ровно 1 проверка', 'Ровно 2 проверки', 'Ровно 5 проверок'])
})

test('different things are told apart, and what is counted among what', () => {
  const count = (value: Expression, wanted: number): Predicate =>
    cmp(agg('countDistinct', { value, noun: noun.place }), '>=', lit(wanted))
  const place = rowField('place')
  expect(sentence(count(place, 15))).toBe('Не менее 15 разных мест среди проверок')
  expect(sentence(count(place, 21))).toBe('Не менее 21 места (без повторов) среди проверок')
  expect(sentence(count(place, 1))).toBe('Не менее 1 места среди проверок')
  expect(sentence(count(rowField('score'), 2))).toBe(
    'Не менее 2 разных мест (по значению «балл») среди проверок',
  )
  expect(sentence(count({ op: 'successor', code: place, at: asOf }, 2), 'en')).toBe(
    'At least 2 different places (with mergers up to the date of the facts taken into account) among checks',
  )
})

test('the conditions on what is counted follow, numbered below it', () => {
  const where: Predicate = {
    op: 'all',
    of: [
      cmp(rowField('score'), '>=', lit(16)),
      {
        op: 'any',
        of: [
          cmp(rowField('heldOn'), '<=', asOf),
          { op: 'not', of: { op: 'known', value: rowField('heldOn') } },
        ],
      },
    ],
  }
  expect(lines(cmp(agg('count', { where }), '>=', lit(1)))).toEqual([
    '1 Не менее 1 проверки из тех, для которых выполнены все условия:',
    '1.1 Балл — не менее 16',
    '1.2 Выполнено хотя бы одно из условий:',
    '1.2.1 Дата проверки не позже отчётной даты',
    '1.2.2 Не указано «дата проверки»',
  ])
  const one = cmp(agg('count', { where: cmp(rowField('score'), '>=', lit(16)) }), '>=', lit(1))
  expect(lines(one, 'en')).toEqual(['1 At least 1 check for which score — at least 16'])
})

test('inside a formula, the records that an aggregate looks at stand behind a letter', () => {
  const passed: Predicate = {
    op: 'all',
    of: [cmp(rowField('score'), '>=', lit(16)), cmp(rowField('heldOn'), '<=', asOf)],
  }
  const ratio: Expression = {
    op: 'ratio',
    numerator: agg('count', { where: passed }),
    denominator: agg('count', { where: cmp(rowField('heldOn'), '<=', asOf) }),
  }
  expect(lines(cmp(ratio, '>=', lit(0.8)))).toEqual([
    '1 Число проверок (а) / число проверок (только те, для которых дата проверки не позже отчётной даты) — не менее 80 %:',
    '1.1 (а) — это «Проверки», для которых выполнены все условия:',
    '1.1.1 Балл — не менее 16',
    '1.1.2 Дата проверки не позже отчётной даты',
  ])
})

test.each<[Expression, string, string]>([
  [
    agg('sum', { value: rowField('score') }),
    'Сумма значений «балл» среди проверок — не менее 5',
    'The sum of “score” among checks — at least 5',
  ],
  [
    agg('min', { value: rowField('score') }),
    'Наименьшее значение «балл» среди проверок — не менее 5',
    'The least value of “score” among checks — at least 5',
  ],
  [
    agg('max', { value: rowField('score') }),
    'Наибольшее значение «балл» среди проверок — не менее 5',
    'The greatest value of “score” among checks — at least 5',
  ],
  [
    agg('countDistinct', { value: rowField('score') }),
    'Число разных значений «балл» среди проверок — не менее 5',
    'The number of different values of “score” among checks — at least 5',
  ],
])('sums and extremes are worded', (left, ru, en) => {
  const rule = cmp(left, '>=', lit(5))
  expect([sentence(rule), sentence(rule, 'en')]).toEqual([ru, en])
})

test('the latest date is a date', () => {
  expect(sentence(cmp(agg('max', { value: rowField('heldOn') }), '<=', asOf))).toBe(
    'Самая поздняя дата «дата проверки» среди проверок не позже отчётной даты',
  )
})
