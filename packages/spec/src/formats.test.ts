import { expect, test } from 'vitest'
import { formats, type Noun } from '@tirazh/spec'

const municipality: Noun = {
  ru: { one: 'муниципалитет', few: 'муниципалитета', many: 'муниципалитетов' },
  en: { one: 'municipality', other: 'municipalities' },
}

test('Russian numbers have a decimal comma, a non-breaking space between thousands and a true minus', () => {
  expect(formats('ru').number(-1234567.891)).toBe('−1\u00a0234\u00a0567,89')
  expect(formats('ru').number(0.5, 2)).toBe('0,50')
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

test('a bound is never shown as the value itself', () => {
  expect(formats('ru').value({ as: 'number', value: 20, unit: 'раз', bound: 'more-than' })).toBe(
    'более\u00a020\u00a0раз',
  )
})

test('money is counted in kopecks', () => {
  expect(formats('ru').money(123450)).toBe('1\u00a0234,50\u00a0₽')
})
