import type { Block } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { make, read, reportOf } from '../test/made.js'

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
          { label: 'Доля', value: { as: 'share', value: 0.65, basis: { rule: 'Всех', records: [] } } },
          { label: 'Практик', value: { as: 'number', value: 5 }, note: 'план 4' },
        ],
      },
      [
        ['Доля', 0.65, null, 'Как посчитано: Всех'],
        ['Практик', 5, 'план 4'],
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
    table: [{ type: 'table', caption: 'Т', columns: [{ title: 'А' }], rows: [] }, [['Т', 'Лист «Т»']]],
    chart: [
      {
        type: 'chart',
        chart: 'bars',
        title: 'Г',
        labelTitle: 'Кто',
        valueTitle: 'Сколько',
        items: [{ label: 'Бор', value: 7 }],
      },
      [['Г', 'Лист «Г»']],
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

test('a custom block, bars in cells and links are listed as omitted', async () => {
  const reference = {
    as: 'reference',
    text: 'ПР',
    record: { kind: 'practice', id: '1' },
    report: 'p',
  } as const
  const made = await make(
    reportOf([
      blocks.custom[0],
      {
        type: 'table',
        caption: 'Т',
        columns: [{ title: 'А', bar: true }],
        rows: [[reference], [reference]],
      },
    ]),
    {},
    'p.html',
  )
  expect(made.omitted.map(([at]) => at)).toEqual(['blocks/0', 'blocks/1/rows/0/0', 'blocks/1/columns/0/bar'])
})
