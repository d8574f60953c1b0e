import { expect, test } from 'vitest'
import { body, report, write } from '../test/written.js'
import { type CsvProfile, csv } from './index.js'

const table = {
  type: 'table',
  caption: 'Практики',
  columns: [{ title: 'Имя' }, { title: 'Дней' }, { title: 'Доля' }, { title: 'Срок' }, { title: 'Сумма' }],
  rows: [
    [
      'Кайдзен; "5С"',
      { as: 'number', value: -1234.5 },
      { as: 'share', value: 0.867 },
      { as: 'date', value: '2026-10-05', style: 'long' },
      { as: 'money', minor: 123450, currency: 'RUB' },
    ],
  ],
} as const

test('for Excel in Russian Windows: a mark, semicolons, CRLF, decimal comma, its dates, per cent', async () => {
  expect((await write(report([table], { notice: 'Демонстрационные данные' }))).text).toBe(
    [
      '\ufeffДоклад',
      'Демонстрационные данные',
      'Данные на;30.09.2026',
      'Офис;05.10.2026',
      '',
      'Практики',
      'Имя;Дней;Доля;Срок;Сумма, ₽',
      '"Кайдзен; ""5С""";-1234,5;86,7%;05.10.2026;1234,50',
      '',
      'О докладе',
      'Источник;Реестр',
      'Составлено;tirazh 0.0.0',
      '',
    ].join('\r\n'),
  )
})

test('for programs: no mark, commas, CRLF, decimal point, ISO dates, parts of one', async () => {
  expect((await write(report([table]), 'machine')).text).toBe(
    [
      'Доклад',
      'Данные на,2026-09-30',
      'Офис,2026-10-05',
      '',
      'Практики',
      'Имя,Дней,Доля,Срок,"Сумма, ₽"',
      '"Кайдзен; ""5С""",-1234.5,0.867,2026-10-05,1234.50',
      '',
      'О докладе',
      'Источник,Реестр',
      'Составлено,tirazh 0.0.0',
      '',
    ].join('\r\n'),
  )
})

test('a report in English is for programs unless it is asked otherwise', async () => {
  const english = report([], { locale: 'en' })
  expect((await write(english)).text).toContain('Data as of,2026-09-30')
  expect((await write(english, 'excel-ru')).text).toContain('Data as of;30.09.2026')
})

test('a profile that does not exist is refused with those that do', () => {
  expect(() => csv({ profile: 'toString' as CsvProfile })).toThrow(
    new TypeError("csv(): options.profile is toString; give 'excel-ru' or 'machine', or leave it out"),
  )
})

test('the rules applied are a table with a row for each threshold', async () => {
  const provenance = {
    ...report([]).provenance,
    policies: [
      {
        id: 'replication',
        title: 'Тиражирование',
        version: '2018-01-01',
        params: [{ title: 'Не менее', value: { as: 'number', value: 15 }, origin: 'по умолчанию' }],
      },
      { id: 'certification', title: 'Аттестация', version: null, params: [] },
    ],
  } as const
  expect((await write(report([], { provenance, subtitle: 'За квартал' }))).text).toContain(
    [
      'Применённые правила',
      'Правило;Редакция с;Порог;Значение;Откуда',
      'Тиражирование;01.01.2018;Не менее;15;по умолчанию',
      'Аттестация;не действует на эту дату;;;',
      '',
    ].join('\r\n'),
  )
})

test('the same report gives the same text and stays as it is', async () => {
  const frozen = deepFreeze(report([table]))
  const { text } = await write(frozen)
  expect((await write(structuredClone(frozen))).text).toBe(text)
})

test('figures of one unit name it in the title, figures of several in a column beside them', async () => {
  const hours = { as: 'number', value: 2, unit: 'ч' } as const
  const columns = [{ title: 'Время' }]
  const same = { type: 'table', caption: 'т', columns, rows: [[hours], [null], ['нет']] } as const
  expect(await body([same], 'machine')).toEqual([['т'], ['Время, ч'], ['2'], [''], ['нет']])
  const several = { ...same, rows: [[hours], [{ as: 'number', value: 3 }], [null]] } as const
  expect(await body([several], 'excel-ru')).toEqual([
    ['т'],
    ['Время', 'Единица'],
    ['2', 'ч'],
    ['3', ''],
    ['', ''],
  ])
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) deepFreeze(item)
    Object.freeze(value)
  }
  return value
}

test('work that is aborted stops with the reason', async () => {
  const context = { omit: () => undefined, link: () => undefined, signal: AbortSignal.abort('no') }
  await expect(csv().render(report([table]), context)).rejects.toBe('no')
})
