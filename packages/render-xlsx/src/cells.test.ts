import type { Cell, Report } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { cellOf, serialOf } from './cells.js'
import type { SheetCell } from './workbook.js'
import { writer } from './writer.js'

function report(locale: 'ru' | 'en'): Report {
  return {
    schema: 'report/1',
    id: 'summary',
    locale,
    title: '',
    issuer: '',
    issuedOn: '2026-10-05',
    provenance: { asOf: '2026-09-30', source: '', generator: '', policies: [] },
    blocks: [],
  }
}

function write(cell: Cell, locale: 'ru' | 'en' = 'ru'): SheetCell {
  return cellOf(cell, [], writer(report(locale), { omit: () => undefined, link: () => undefined }, 100))
}

function figure(cell: Cell, locale: 'ru' | 'en' = 'ru'): readonly unknown[] {
  const { value, format } = write(cell, locale)
  return [value, format]
}

describe('a figure is a number with a format', () => {
  test('with as many digits as it has, or as it says', () => {
    expect(figure({ as: 'number', value: 1439 })).toEqual([1439, '#,##0'])
    expect(figure({ as: 'number', value: -4.5 })).toEqual([-4.5, '#,##0.0'])
    expect(figure({ as: 'number', value: 1 / 3 })).toEqual([1 / 3, '#,##0.00'])
    expect(figure({ as: 'number', value: 4, digits: 1, unit: 'ч' })).toEqual([4, '#,##0.0"\u00a0ч"'])
  })

  test('whose unit cannot end its quotation marks', () => {
    expect(figure({ as: 'number', value: 1, unit: '";@"' })[1]).toBe('#,##0"\u00a0"\\"";@"\\"')
  })

  test('in roubles from exact kopecks', () => {
    expect(figure({ as: 'money', minor: 123_457, currency: 'RUB' })).toEqual([1234.57, '#,##0.00"\u00a0₽"'])
    expect(figure({ as: 'money', minor: 5, currency: 'RUB' }, 'en')).toEqual([0.05, '"₽"#,##0.00'])
    expect(write({ as: 'money', minor: 1e15, currency: 'RUB' })).toEqual({
      value: expect.stringMatching(/^10.*₽$/),
    })
  })

  test('as a part of one', () => {
    expect(figure({ as: 'share', value: 0.867 })).toEqual([0.867, '0.0%'])
    expect(figure({ as: 'share', value: -0.1, digits: 0, signed: true })).toEqual([-0.1, '+0%;-0%;0%'])
  })

  test('as a day of the calendar, and as text where Excel counts days wrongly', () => {
    expect(figure({ as: 'date', value: '2026-10-05' })).toEqual([46_300, 'dd.mm.yyyy'])
    expect(figure({ as: 'date', value: '2026-10-05' }, 'en')).toEqual([46_300, '[$-809]d mmm yyyy'])
    expect(serialOf('1900-03-01')).toBe(61)
    expect(write({ as: 'date', value: '1900-02-28' })).toEqual({ value: '28.02.1900' })
  })
})

test('what a number alone would misstate is text, and what does not apply is empty', () => {
  expect(write({ as: 'number', value: 20, bound: 'more-than' })).toEqual({ value: 'более\u00a020' })
  expect(write({ as: 'interval', low: 1, high: 3, unit: 'шт.' })).toEqual({ value: '1–3\u00a0шт.' })
  expect(write({ as: 'unknown', text: 'не указано' })).toEqual({ value: 'не указано', look: 'unknown' })
  expect(write({ as: 'status', status: 'met', text: 'да' })).toEqual({ value: 'да', look: 'met' })
  expect(write('12')).toEqual({ value: '12' })
  expect(write(null)).toEqual({ value: null })
})

test('the 201st number format is written as text, and that is said', () => {
  const omitted: string[] = []
  const writing = writer(report('ru'), { omit: (_, why) => omitted.push(why), link: () => undefined }, 100)
  const cells = Array.from({ length: 201 }, (_, index) =>
    cellOf({ as: 'number', value: 1, unit: `шт. ${index}` }, [], writing),
  )
  expect(cells[199]?.value).toBe(1)
  expect(cells[200]?.value).toBe('1\u00a0шт. 200')
  expect(omitted).toEqual([expect.stringContaining('no room for this number format')])
})
