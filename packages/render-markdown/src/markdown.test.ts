import type { Block, Report } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { markdown } from './markdown.js'

const noun = {
  ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
  en: { one: 'adoption', other: 'adoptions' },
}
const basis = {
  rule: 'После замера',
  records: [{ kind: 'adoption', noun, ids: ['1', '2', '3', '4', '5', '6', '7'] }],
}

function report(blocks: readonly Block[], locale: 'ru' | 'en' = 'ru'): Report {
  return {
    schema: 'report/1',
    id: 'summary',
    locale,
    title: 'Доклад *1*',
    subtitle: '1. За квартал',
    issuer: 'Офис',
    issuedOn: '2026-10-05',
    notice: 'Проект | черновик',
    provenance: {
      asOf: '2026-09-30',
      source: 'Реестр',
      generator: 'tirazh 0.0.0',
      policies: [
        {
          id: 'replication',
          title: 'Тиражирование',
          version: '2018-01-01',
          params: [{ title: 'Не менее', value: { as: 'number', value: 15 }, origin: 'по умолчанию' }],
        },
        { id: 'certification', title: 'Аттестация', version: null, params: [] },
      ],
    },
    blocks,
  }
}

interface Written {
  readonly text: string
  readonly omitted: readonly (readonly [string, string])[]
}

async function write(
  blocks: readonly Block[],
  link: (report: string) => string | undefined = () => undefined,
): Promise<Written> {
  const omitted: (readonly [string, string])[] = []
  const text = await markdown().render(report(blocks), {
    omit: (at, why) => omitted.push([at.join('/'), why]),
    link,
  })
  return { text, omitted }
}

/** What is between the head of the document and its provenance. */
async function middle(...blocks: readonly Block[]): Promise<string> {
  const { text } = await write(blocks)
  return text.slice(text.indexOf('2026 г.\n\n') + '2026 г.\n\n'.length, text.indexOf('\n\n## О докладе'))
}

describe('a document', () => {
  test('begins with the notice and the title and ends with where it comes from', async () => {
    expect((await write([])).text).toBe(`> **Проект \\| черновик**

# Доклад \\*1\\*

1\\. За квартал

Офис, 5 октября 2026 г.

## О докладе

- **Данные на:** 30 сентября 2026 г.
- **Источник:** Реестр
- **Составлено:** tirazh 0.0.0
- **Применённые правила:**
  - Тиражирование (редакция с 01.01.2018)
    - Не менее: **15** — по умолчанию
  - Аттестация (не действует на эту дату)
`)
  })

  test('is written in the language of the report', async () => {
    const text = await markdown().render(report([], 'en'), { omit: () => undefined, link: () => undefined })
    expect(text).toContain('## About this report\n\n- **Data as of:** 30 September 2026\n')
  })

  test('is the same each time and leaves a frozen report as it is', async () => {
    const blocks: readonly Block[] = Object.freeze([
      Object.freeze({ type: 'heading', level: 2, text: 'Итог' } as const),
    ])
    expect(await write(blocks)).toEqual(await write(blocks))
  })
})

describe('blocks', () => {
  test('a lead sets its figures off and says how they were counted', async () => {
    const text = await middle({
      type: 'lead',
      content: ['Переняли ', { as: 'number', value: 1439, unit: 'практик', basis }, '.'],
    })
    expect(text).toBe(
      'Переняли **1\u00a0439\u00a0практик**.\n\n' +
        '*Как посчитано:* После замера (7\u00a0внедрений: 1, 2, 3, 4, 5 и ещё 2)',
    )
  })

  test('metrics are a table with notes and counting rules', async () => {
    const text = await middle({
      type: 'metrics',
      items: [
        { label: 'Практик', value: { as: 'number', value: 5 }, note: 'план 4' },
        { label: 'Доля', value: { as: 'share', value: 0.65, basis: { rule: 'Доля | всех', records: [] } } },
      ],
    })
    expect(text).toBe(`| Показатель | Значение | Пояснение | Как посчитано |
| :--- | ---: | :--- | :--- |
| Практик | **5** | план 4 |  |
| Доля | **65\u00a0%** |  | Доля \\| всех |`)
  })

  test('a table aligns numbers at the end and keeps hostile text inside its cell', async () => {
    const text = await middle({
      type: 'table',
      caption: 'Практики',
      columns: [{ title: 'Имя' }, { title: 'Дней' }, { title: 'Решение' }],
      rows: [
        ['a|b\n| c |', { as: 'number', value: -4.5 }, { as: 'status', status: 'met', text: 'да' }],
        ['<script>', { as: 'unknown', text: 'не указано' }, null],
      ],
      total: ['Всего', { as: 'number', value: 1 }, null],
      note: 'Примечание',
    })
    expect(text).toBe(`**Практики**

| Имя | Дней | Решение |
| :--- | ---: | :--- |
| a\\|b \\| c \\| | −4,5 | ✓ да |
| \\<script\\> | *не указано* | — |
| **Всего** | **1** |  |

*Примечание*`)
  })

  test('a chart is the table of its numbers, with the plan and with gaps in words', async () => {
    const chart = { type: 'chart', title: 'План', labelTitle: 'Где', valueTitle: 'Факт', unit: '%' } as const
    expect(
      await middle({ ...chart, chart: 'columns', items: [{ label: 'I', value: 1, plan: 2 }] }),
    ).toContain('| Где | Факт, % | План |\n| :--- | ---: | ---: |\n| I | 1 | 2 |')
    const tile = { x: 0, y: 0, short: 'Бор', label: 'Бор', value: null }
    expect(await middle({ ...chart, chart: 'tiles', breaks: [], tiles: [tile] })).toContain(
      '| Бор | *нет данных* |',
    )
    expect(await middle({ ...chart, chart: 'bars', items: [{ label: 'Б', value: 3 }] })).toContain(
      '| Б | 3 |',
    )
  })

  test('a callout is a quotation with everything that is in it', async () => {
    const text = await middle({
      type: 'callout',
      tone: 'attention',
      title: 'Решить',
      blocks: [
        { type: 'list', items: [{ content: ['раз'] }] },
        { type: 'paragraph', content: ['два'] },
      ],
    })
    expect(text).toBe('> **Решить**\n>\n> - раз\n>\n> два')
  })

  test('an explanation is a nested list with its decisions in words', async () => {
    const text = await middle({
      type: 'list',
      items: [
        {
          status: 'unknown',
          content: ['а'],
          items: [{ status: 'met', content: ['б'] }, { content: ['- в'] }],
        },
      ],
    })
    expect(text).toBe('- ? **неизвестно** — а\n  - ✓ **выполнено** — б\n  - \\- в')
  })

  test('nested items of a numbered list are indented by the width of the number', async () => {
    const items = Array.from({ length: 10 }, () => ({ content: ['а'], items: [{ content: ['б'] }] }))
    expect(await middle({ type: 'list', ordered: true, items })).toMatch(/^1\. а\n {3}1\. б\n2\. /)
    expect(await middle({ type: 'list', ordered: true, items })).toMatch(/\n10\. а\n {4}1\. б$/)
  })

  test('lists in a row stay apart, facts are a list, columns follow each other', async () => {
    const text = await middle(
      { type: 'list', items: [{ content: ['а'] }] },
      { type: 'facts', items: [{ label: 'Срок', value: ['до ', { as: 'date', value: '2026-01-02' }] }] },
      {
        type: 'columns',
        columns: [[{ type: 'heading', level: 3, text: 'Л' }], [{ type: 'paragraph', content: ['П'] }]],
      },
    )
    expect(text).toBe('- а\n\n<!-- -->\n\n- **Срок:** до 02.01.2026\n\n### Л\n\nП')
  })

  test('a custom block is listed as omitted and its fallback is written', async () => {
    const { text, omitted } = await write([
      { type: 'custom', name: 'seal', data: null, fallback: [{ type: 'paragraph', content: ['Печать'] }] },
    ])
    expect(omitted).toEqual([['blocks/0', expect.stringContaining('seal')]])
    expect(text).toContain('\n\nПечать\n\n')
  })

  test('a reference is a link where there is a safe address, and text otherwise', async () => {
    const reference = {
      as: 'reference',
      text: 'ПР [1]',
      record: { kind: 'practice', id: '1' },
      report: 'p/1',
    } as const
    const block: Block = { type: 'paragraph', content: [reference] }
    expect((await write([block], (id) => `${id}.md`)).text).toContain('[ПР \\[1\\]](p/1.md)')
    const unsafe = await write([block], () => 'javascript:alert(1)')
    expect(unsafe.text).not.toContain('javascript')
    expect(unsafe.omitted.map(([at]) => at)).toEqual(['blocks/0/content/0'])
    expect((await write([block])).omitted).toEqual([])
  })
})
