import type { Block } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { make, part, read, reportOf } from '../test/made.js'

const basis = {
  rule: 'После замера',
  records: [
    {
      kind: 'adoption',
      noun: {
        ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
        en: { one: 'adoption', other: 'adoptions' },
      },
      ids: ['1', '2'],
    },
  ],
}

/** A block of each type with the rows of the first sheet that it becomes. */
const blocks: { readonly [T in Block['type']]: readonly [Extract<Block, { type: T }>, readonly unknown[]] } =
  {
    heading: [{ type: 'heading', level: 2, text: 'Итог' }, [['Итог']]],
    lead: [
      { type: 'lead', content: ['Переняли ', { as: 'number', value: 1439, basis }, '.'] },
      [['Переняли 1\u00a0439.'], ['Как посчитано: После замера (2\u00a0внедрения: 1 и 2)']],
    ],
    paragraph: [{ type: 'paragraph', content: ['Текст'] }, [['Текст']]],
    list: [
      {
        type: 'list',
        ordered: true,
        items: [{ content: ['а'], status: 'unmet', items: [{ content: ['б'] }] }],
      },
      [['1. ✗ не выполнено — а'], ['    1. б']],
    ],
    metrics: [
      {
        type: 'metrics',
        items: [
          {
            label: 'Доля',
            value: { as: 'share', value: 0.65, basis: { rule: 'Всех', records: [] } },
            plan: { as: 'share', value: 0.6 },
          },
          { label: 'Практик', value: { as: 'number', value: 5 }, note: 'план 4' },
        ],
      },
      [
        ['Показатель', 'Значение', 'План', 'Пояснение', 'Как посчитано'],
        ['Доля', 0.65, 0.6, null, 'Всех'],
        ['Практик', 5, null, 'план 4'],
      ],
    ],
    facts: [
      {
        type: 'facts',
        items: [
          { label: 'Срок', value: { as: 'date', value: '2026-01-02' } },
          { label: 'Цена', value: [{ as: 'money', minor: 101, currency: 'RUB' }] },
          { label: 'Всё', value: ['до ', { as: 'date', value: '2026-01-02' }] },
        ],
      },
      [
        ['Срок', '2026-01-02T00:00:00.000Z'],
        ['Цена', 1.01],
        ['Всё', 'до 02.01.2026'],
      ],
    ],
    table: [{ type: 'table', caption: 'Т', columns: [{ title: 'А' }], rows: [] }, [['Т — лист «Т»']]],
    chart: [
      {
        type: 'chart',
        chart: 'bars',
        title: 'Г',
        labelTitle: 'Кто',
        valueTitle: 'Сколько',
        items: [{ label: 'Бор', value: 7 }],
      },
      [['Г — лист «Г»']],
    ],
    columns: [
      {
        type: 'columns',
        columns: [[{ type: 'paragraph', content: ['Л'] }], [{ type: 'paragraph', content: ['П'] }]],
      },
      [['Л'], ['П']],
    ],
    callout: [
      {
        type: 'callout',
        tone: 'attention',
        title: 'Решить',
        blocks: [{ type: 'paragraph', content: ['сегодня'] }],
      },
      [['Решить'], ['сегодня']],
    ],
    image: [
      { type: 'image', source: { as: 'qr', text: 'https://a.example' }, alt: 'Ссылка', caption: 'Паспорт' },
      [[], ['Паспорт']],
    ],
    signature: [
      { type: 'signature', position: 'Заместитель', name: 'И. О. Фамилия', on: '2026-10-05' },
      [['Заместитель', null, 'И. О. Фамилия', '2026-10-05T00:00:00.000Z']],
    ],
    'page-break': [{ type: 'page-break' }, []],
    custom: [
      { type: 'custom', name: 'seal', data: null, fallback: [{ type: 'paragraph', content: ['Печать'] }] },
      [['Печать']],
    ],
  }

/** Without the empty cells at the end. */
function trimmed(row: readonly unknown[]): readonly unknown[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
}

/** Notice, title, issuer, date and the day of the data. */
const head = 5

test.each(Object.entries(blocks))('the first sheet holds what a %s says', async (_, [block, rows]) => {
  const [summary] = await read(await make(reportOf([block])))
  expect(summary?.sheet).toBe('Сводка')
  expect(summary?.data.slice(head, -3).map(trimmed)).toEqual(rows)
})

test('the first sheet begins with the notice and the title and ends with the sources', async () => {
  const made = await make(
    reportOf([], {
      provenance: {
        asOf: '2026-09-30',
        source: 'Реестр',
        generator: 'tirazh',
        policies: [
          {
            id: 'replication',
            title: 'Тиражирование',
            version: '2018-01-01',
            params: [{ title: 'Не менее', value: { as: 'number', value: 15 }, origin: 'по умолчанию' }],
          },
        ],
      },
    }),
  )
  expect((await read(made))[0]?.data.map((row) => row.filter((cell) => cell !== null))).toEqual([
    ['Демонстрационные данные'],
    ['Тиражирование практик'],
    ['Издано', 'Проектный офис'],
    ['Дата', '2026-10-05T00:00:00.000Z'],
    ['Данные на', '2026-09-30T00:00:00.000Z'],
    ['О докладе'],
    ['Источник', 'Реестр'],
    ['Составлено', 'tirazh'],
    ['Применённые правила'],
    ['Тиражирование', 'редакция с 01.01.2018'],
    ['– Не менее', 15, 'по умолчанию'],
  ])
})

test('the numbers of a chart have a sheet, and that it is not drawn is said', async () => {
  const made = await make(reportOf([blocks.chart[0]], { locale: 'en' }))
  const sheets = await read(made)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Summary', 'Г'])
  expect(sheets[1]?.data.slice(2)).toEqual([
    ['Кто', 'Сколько'],
    ['Бор', 7],
  ])
  expect(made.omitted).toEqual([['blocks/0', expect.stringContaining('not drawn')]])
})

test('a custom block is listed as omitted, and its fallback is written', async () => {
  const made = await make(reportOf([blocks.custom[0]]))
  expect(made.omitted).toEqual([['blocks/0', expect.stringContaining('seal')]])
})

test('how figures came about has a sheet, with a column for each point in time', async () => {
  const made = await make(
    reportOf([
      {
        type: 'metrics',
        items: [
          {
            label: 'Доля',
            value: { as: 'share', value: 0.65 },
            trend: [
              { label: 'I', value: null },
              { label: 'II', value: 0.65 },
            ],
          },
          {
            label: 'Эффект',
            value: { as: 'money', minor: 250, currency: 'RUB' },
            trend: [{ label: 'II', value: 250 }],
          },
          { label: 'Практик', value: { as: 'number', value: 5 } },
        ],
      },
    ]),
  )
  expect((await read(made))[1]).toEqual({
    sheet: 'Динамика',
    data: [
      ['Демонстрационные данные', null, null],
      ['Динамика', null, null],
      ['Показатель', 'I', 'II'],
      ['Доля', 'нет данных', 0.65],
      ['Эффект', null, 2.5],
    ],
  })
})

test('what follows a page break begins a page', async () => {
  const text = { type: 'paragraph', content: ['Текст'] } as const
  const made = await make(reportOf([text, { type: 'page-break' }, { type: 'page-break' }, text, text]))
  expect(part(made, 'xl/worksheets/sheet1.xml')).toContain(
    `<rowBreaks count="1" manualBreakCount="1"><brk id="${head + 1}" max="16383" man="1"/></rowBreaks>`,
  )
})
