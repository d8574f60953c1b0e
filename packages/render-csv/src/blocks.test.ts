import type { Block, Cell, Table } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { body, report, write } from '../test/written.js'

const noun = {
  ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
  en: { one: 'adoption', other: 'adoptions' },
}
const basis = { rule: 'После замера', records: [{ kind: 'adoption', noun, ids: ['1', '2'] }] }
const counted = 'После замера (2\u00a0внедрения: 1 и 2)'

describe('blocks', () => {
  test('a table has its total last, and its note and counting rules apart', async () => {
    const table: Table = {
      type: 'table',
      caption: 'Итоги',
      columns: [{ title: 'Где' }, { title: 'Сколько' }],
      rows: [['Бор', { as: 'number', value: 2, basis }]],
      total: ['Всего', { as: 'number', value: 2 }],
      note: 'Без планов',
    }
    expect(await body([table], 'excel-ru')).toEqual([
      ['Итоги'],
      ['Где', 'Сколько'],
      ['Бор', '2'],
      ['Всего', '2'],
      [''],
      ['Без планов'],
      [''],
      ['Как посчитано', counted],
    ])
  })

  test('a table without rows says so to people and is empty for programs', async () => {
    const table: Table = { type: 'table', caption: 'Итоги', columns: [{ title: 'Где' }], rows: [] }
    expect(await body([table], 'excel-ru')).toEqual([['Итоги'], ['Где'], ['нет данных']])
    expect(await body([table], 'machine')).toEqual([['Итоги'], ['Где']])
  })

  test('metrics are a table with unit, note and counting rule', async () => {
    const metrics: Block = {
      type: 'metrics',
      items: [
        { label: 'Практик', value: { as: 'number', value: 1439, unit: 'шт.', basis } },
        { label: 'Доля', value: { as: 'share', value: 0.65 }, note: 'план 60' },
      ],
    }
    expect(await body([metrics], 'excel-ru')).toEqual([
      ['Показатель', 'Значение', 'Единица', 'Пояснение', 'Как посчитано'],
      ['Практик', '1439', 'шт.', '', counted],
      ['Доля', '65%', '', 'план 60', ''],
    ])
  })

  test('a plan stands beside its figure, and how the figure came about below', async () => {
    const metrics: Block = {
      type: 'metrics',
      items: [
        {
          label: 'Эффект',
          value: { as: 'money', minor: 250, currency: 'RUB' },
          plan: { as: 'money', minor: 300, currency: 'RUB' },
          trend: [
            { label: 'I', value: null },
            { label: 'II', value: 250 },
          ],
        },
        { label: 'Долг', value: { as: 'money', minor: 0, currency: 'RUB' } },
      ],
    }
    expect(await body([metrics], 'machine')).toEqual([
      ['Показатель', 'Значение, ₽', 'План, ₽'],
      ['Эффект', '2.50', '3.00'],
      ['Долг', '0.00', ''],
      [''],
      ['Эффект'],
      ['Период', 'Значение, ₽'],
      ['I', 'нет данных'],
      ['II', '2.50'],
    ])
  })

  test('why a decision is what it is stands beside it, in both profiles', async () => {
    const status: Cell = { as: 'status', status: 'unmet', text: 'нет', basis: { ...basis, report: 'p' } }
    const table: Table = {
      type: 'table',
      caption: 'т',
      columns: [{ title: 'Тираж' }],
      rows: [[status], [null]],
    }
    const facts: Block = { type: 'facts', items: [{ label: 'Тираж', value: status }] }
    for (const profile of ['machine', 'excel-ru'] as const) {
      expect(await body([table, facts], profile)).toEqual([
        ['т'],
        ['Тираж', 'Тираж: почему'],
        ['нет', counted],
        ['', ''],
        [''],
        ['Показатель', 'Значение', 'Значение: почему'],
        ['Тираж', 'нет', counted],
      ])
    }
    expect((await write(report([table]), 'machine', () => 'p.csv')).omitted).toEqual([
      ['blocks/0', 'CSV has no links: references are written as text'],
    ])
  })

  test('a column of amounts is in roubles even where it is empty', async () => {
    const table: Table = {
      type: 'table',
      caption: 'т',
      columns: [{ title: 'Эффект', as: 'money' }],
      rows: [],
    }
    expect(await body([table], 'machine')).toEqual([['т'], ['Эффект, ₽']])
  })

  test('a picture is its description, a QR code its text, a signature who signs and when', async () => {
    const file = { as: 'file', mediaType: 'image/png', base64: '' } as const
    const blocks: readonly Block[] = [
      { type: 'image', source: { as: 'qr', text: '=https://a.example' }, alt: 'Паспорт', caption: 'Код' },
      { type: 'image', source: file, alt: 'Доска' },
      { type: 'page-break' },
      { type: 'signature', position: 'Заместитель', name: 'И. О. Фамилия', on: '2026-10-05' },
      { type: 'signature', position: 'Директор' },
    ]
    expect(await body(blocks, 'excel-ru')).toEqual([
      ['Паспорт', "'=https://a.example"],
      ['Код'],
      [''],
      ['Доска'],
      [''],
      ['Заместитель', 'И. О. Фамилия', '05.10.2026'],
      [''],
      ['Директор'],
    ])
    expect((await write(report(blocks))).omitted).toEqual([
      ['blocks/1', 'CSV has no pictures: the words that describe it are written'],
    ])
  })

  test('facts are a table of two columns; a sentence is one text', async () => {
    const facts: Block = {
      type: 'facts',
      items: [
        { label: 'Срок', value: ['до ', { as: 'date', value: '2026-01-02' }] },
        { label: 'Начато', value: [{ as: 'date', value: '2025-01-02' }] },
        { label: 'Город', value: 'Бор' },
      ],
    }
    expect(await body([facts], 'machine')).toEqual([
      ['Показатель', 'Значение'],
      ['Срок', 'до 02.01.2026'],
      ['Начато', '2025-01-02'],
      ['Город', 'Бор'],
    ])
  })

  test('a chart is the table of its numbers, with the plan and with gaps in words', async () => {
    const chart = { type: 'chart', title: 'План', labelTitle: 'Где', valueTitle: 'Факт', unit: '%' } as const
    const tile = { x: 0, y: 0, short: 'Бор', label: 'Бор', value: null }
    const blocks: readonly Block[] = [
      { ...chart, chart: 'columns', items: [{ label: 'I', value: 1.5, plan: 2 }], note: 'Растёт' },
      { ...chart, chart: 'tiles', breaks: [], tiles: [tile] },
      { ...chart, chart: 'bars', items: [{ label: 'Б', value: 3 }] },
    ]
    const rows = await body(blocks, 'excel-ru')
    expect(rows.map((row) => row.join('|')).join('\n')).toBe(
      'План\nГде|Факт, %|План\nI|1,5|2\n\nРастёт\n\nПлан\nГде|Факт, %\nБор|нет данных\n\nПлан\nГде|Факт, %\nБ|3',
    )
  })

  test('running text is listed as omitted, wherever it stands; headings and titles stay', async () => {
    const paragraph: Block = { type: 'paragraph', content: ['П'] }
    const blocks: readonly Block[] = [
      { type: 'heading', level: 2, text: 'Глава' },
      { type: 'lead', content: ['Л'] },
      { type: 'list', items: [{ content: ['а'] }] },
      { type: 'columns', columns: [[{ type: 'heading', level: 3, text: 'Слева' }], [paragraph]] },
      { type: 'callout', tone: 'note', title: 'Решить', blocks: [paragraph] },
      {
        type: 'custom',
        name: 'seal',
        data: null,
        fallback: [{ type: 'heading', level: 2, text: 'Печать' }, paragraph],
      },
    ]
    expect(await body(blocks, 'excel-ru')).toEqual([
      ['Глава'],
      [''],
      ['Слева'],
      [''],
      ['Решить'],
      [''],
      ['Печать'],
    ])
    const text = (type: string): string => `CSV holds tables: the running text of the ${type} is left out`
    expect((await write(report(blocks))).omitted).toEqual([
      ['blocks/1', text('lead')],
      ['blocks/2', text('list')],
      ['blocks/3/columns/1/0', text('paragraph')],
      ['blocks/4/blocks/0', text('paragraph')],
      ['blocks/5', 'CSV has no form for the block seal; its fallback is written'],
      ['blocks/5/fallback/1', text('paragraph')],
    ])
  })

  test('links are listed as omitted once for a table, if they would lead somewhere', async () => {
    const reference = {
      as: 'reference',
      text: 'ПР-1',
      record: { kind: 'practice', id: '1' },
      report: 'p',
    } as const
    const table: Table = {
      type: 'table',
      caption: 'т',
      columns: [{ title: 'а' }],
      rows: [[reference], [reference]],
    }
    expect((await write(report([table]))).omitted).toEqual([])
    expect((await write(report([table]), 'machine', (id) => `${id}.csv`)).omitted).toEqual([
      ['blocks/0', 'CSV has no links: references are written as text'],
    ])
  })
})
