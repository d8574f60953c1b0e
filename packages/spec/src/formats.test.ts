import { describe, expect, test } from 'vitest'
import { formats } from './formats.js'

import type { Noun } from './scalars.js'
import type { Inline, Value } from './value.js'

const municipality: Noun = {
  ru: { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' },
  en: { one: 'municipality', other: 'municipalities' },
}

test('Russian numbers have a decimal comma, a non-breaking space between thousands and a true minus', () => {
  expect(formats('ru').number(-1234567.891)).toBe('−1\u00a0234\u00a0567,89')
  expect(formats('ru').number(0.5, 2)).toBe('0,50')
})

test('what rounds to nothing has no sign', () => {
  expect(formats('ru').number(-0.001)).toBe('0')
  expect(formats('en').share(-0.0001)).toBe('0%')
})

test('English numbers have a decimal point and commas between thousands', () => {
  expect(formats('en').number(1234567.891)).toBe('1,234,567.89')
})

test('a share is written as a percentage with its sign where asked', () => {
  expect(formats('ru').share(-26 / 30)).toBe('−86,7\u00a0%')
  expect(formats('en').share(0.27, { signed: true })).toBe('+27%')
})

test('Russian nouns follow the number: 1 муниципалитет, 2 муниципалитета, 5 муниципалитетов', () => {
  const f = formats('ru')
  expect([1, 2, 5, 11, 21, 104].map((n) => f.count(n, municipality))).toEqual([
    '1\u00a0муниципалитет',
    '2\u00a0муниципалитета',
    '5\u00a0муниципалитетов',
    '11\u00a0муниципалитетов',
    '21\u00a0муниципалитет',
    '104\u00a0муниципалитета',
  ])
  expect(f.count(1.5, municipality)).toBe('1,5\u00a0муниципалитета')
})

test('dates are written short in tables and long in text, in any time zone', () => {
  expect(formats('ru').date('2026-10-05')).toBe('05.10.2026')
  expect(formats('ru').date('2026-10-05', 'long')).toBe('5 октября 2026 г.')
  expect(formats('en').date('2026-10-05', 'long')).toBe('5 October 2026')
})

test('a quarter has a Roman number in Russian and a Q in English', () => {
  const days = ['2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'] as const
  expect(days.map((day) => formats('ru').quarter(day))).toEqual([
    'I\u00a0квартал 2026\u00a0года',
    'II\u00a0квартал 2026\u00a0года',
    'III\u00a0квартал 2026\u00a0года',
    'IV\u00a0квартал 2026\u00a0года',
  ])
  expect(formats('ru').quarter('2026-08-15', 'short')).toBe('III\u00a0кв.\u00a02026')
  expect(formats('en').quarter('2026-08-15')).toBe('Q3\u00a02026')
})

test('a bound is never shown as the value itself', () => {
  expect(formats('ru').value({ as: 'number', value: 20, unit: 'раз', bound: 'more-than' })).toBe(
    'более\u00a020\u00a0раз',
  )
})

test('money is counted in kopecks', () => {
  expect(formats('ru').money(123450)).toBe('1\u00a0234,50\u00a0₽')
})

test('a list says «и» before the last item, and of a long one only how many more there are', () => {
  const items = ['а', 'б', 'в', 'г']
  expect([0, 1, 2, 3].map((count) => formats('ru').list(items.slice(0, count)))).toEqual([
    '',
    'а',
    'а и б',
    'а, б и в',
  ])
  expect(formats('ru').list(items, 4)).toBe('а, б, в и г')
  expect(formats('ru').list(items, 3)).toBe('а, б и ещё 2')
  expect(formats('en').list(items, 2)).toBe('а and 3 more')
  const many = Array.from({ length: 1439 }, (_, index) => `${index}`)
  expect(formats('ru').list(many, 3)).toBe('0, 1 и ещё 1\u00a0437')
})

test('people’s words are sorted as people sort them, «ё» beside «е»', () => {
  expect(['жук', 'ёж', 'Ева', 'ель'].sort(formats('ru').compare)).toEqual(['Ева', 'ёж', 'ель', 'жук'])
})

describe('every kind of value has a text in both languages', () => {
  const record = { kind: 'practice', id: 'ПР-1' }

  test.each<[Value, string, string]>([
    ['как есть -1', 'как есть -1', 'как есть -1'],
    [{ as: 'number', value: 1234.567 }, '1\u00a0234,57', '1,234.57'],
    [{ as: 'number', value: -5, digits: 1 }, '\u22125,0', '\u22125.0'],
    [{ as: 'number', value: 15, unit: 'чел.' }, '15\u00a0чел.', '15\u00a0чел.'],
    [{ as: 'number', value: 20, bound: 'more-than' }, 'более\u00a020', 'more than\u00a020'],
    [{ as: 'number', value: 15, bound: 'at-least' }, 'не менее\u00a015', 'at least\u00a015'],
    [{ as: 'interval', low: 1014, high: 1015 }, '1\u00a0014–1\u00a0015', '1,014–1,015'],
    [{ as: 'interval', low: 0, high: 0.5, unit: 'ч' }, '0–0,5\u00a0ч', '0–0.5\u00a0ч'],
    [
      { as: 'money', minor: 71_610_000_050, currency: 'RUB' },
      '716\u00a0100\u00a0000,50\u00a0₽',
      '₽716,100,000.50',
    ],
    [{ as: 'money', minor: -1, currency: 'RUB' }, '\u22120,01\u00a0₽', '\u2212₽0.01'],
    [{ as: 'share', value: 0.8667 }, '86,7\u00a0%', '86.7%'],
    [{ as: 'share', value: 0.27, digits: 1, signed: true }, '+27,0\u00a0%', '+27.0%'],
    [{ as: 'share', value: 0, signed: true }, '0\u00a0%', '0%'],
    [{ as: 'date', value: '2026-10-05' }, '05.10.2026', '5 Oct 2026'],
    [{ as: 'date', value: '2026-10-05', style: 'long' }, '5 октября 2026 г.', '5 October 2026'],
    [{ as: 'status', status: 'unmet', text: 'не тиражирована' }, 'не тиражирована', 'не тиражирована'],
    [{ as: 'reference', text: 'Единое окно', record, report: 'p/1' }, 'Единое окно', 'Единое окно'],
    [{ as: 'unknown', text: 'не указано' }, 'не указано', 'не указано'],
  ])('%j', (value, ru, en) => {
    expect(formats('ru').value(value)).toBe(ru)
    expect(formats('en').value(value)).toBe(en)
  })

  test('and so has each truth value', () => {
    const truths = ['met', 'unknown', 'unmet'] as const
    expect(truths.map(formats('ru').truth)).toEqual(['выполнено', 'неизвестно', 'не выполнено'])
    expect(truths.map(formats('en').truth)).toEqual(['met', 'unknown', 'not met'])
  })

  test('and running text is the texts of its values', () => {
    const content: Inline = ['с ', { as: 'date', value: '2026-01-02' }, ' — ', { as: 'share', value: 0.5 }]
    expect(formats('ru').inline(content)).toBe('с 02.01.2026 — 50\u00a0%')
    expect(formats('en').inline(content)).toBe('с 2 Jan 2026 — 50%')
  })
})
