import type { Basis, Block, RenderContext, TypedValue } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { markdown } from './markdown.js'

interface Written {
  /** What is between the head of the document and its provenance, with plain spaces. */
  readonly text: string
  readonly omitted: readonly string[]
}

async function write(block: Block, changes: Partial<RenderContext> = {}): Promise<Written> {
  const omitted: string[] = []
  const text = await markdown().render(
    {
      ...{
        schema: 'report/1',
        id: 'r',
        locale: 'ru',
        title: 'Доклад',
        issuer: 'Офис',
        issuedOn: '2026-10-05',
      },
      provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'test', policies: [] },
      blocks: [block],
    },
    { omit: (at) => omitted.push(at.join('/')), link: () => undefined, ...changes },
  )
  const plain = text.replaceAll('\u00a0', ' ')
  const head = 'Офис, 5 октября 2026 г.\n\n'
  const middle = plain.slice(plain.indexOf(head) + head.length, plain.indexOf('## О докладе'))
  return { text: middle.trimEnd(), omitted }
}

const noun = {
  ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
  en: { one: 'adoption', other: 'adoptions' },
}
const basis: Basis = {
  rule: 'Не хватает "даты"',
  records: [{ kind: 'adoption', noun, ids: ['ВН-1'] }],
  report: 'passport/1',
}
const status: TypedValue = { as: 'status', status: 'unmet', text: 'не выполнено', basis }

describe('a picture', () => {
  test('from a file is what it shows, and is listed as omitted', async () => {
    const source = { as: 'file', mediaType: 'image/png', base64: 'iVBORw0KGgo=' } as const
    expect(await write({ type: 'image', alt: '# Герб', caption: 'Рис. *1*', source })).toEqual({
      text: '\\# Герб\n\n*Рис. \\*1\\**',
      omitted: ['blocks/0'],
    })
  })

  test('of a code is its text, which is a link where it is the address of a page', async () => {
    const code = (text: string) => write({ type: 'image', alt: 'Проверить', source: { as: 'qr', text } })
    expect(await code('https://example.org/a_b')).toEqual({
      text: 'Проверить: [https\\://example.org/a\\_b](https://example.org/a%5Fb)',
      omitted: [],
    })
    expect((await code('ПР-0001')).text).toBe('Проверить: ПР-0001')
    expect((await code('javascript:alert(1)')).text).toBe('Проверить: javascript:alert(1)')
    expect((await code('https://a b')).text).toBe('Проверить: https\\://a b')
  })
})

describe('a place to sign', () => {
  test('has room for the hand, the name and the day', async () => {
    const { text } = await write({
      ...{ type: 'signature', position: '1. Заместитель', name: 'А. Б. Иванов', on: '2026-10-05' },
    })
    expect(text).toBe(`1\\. Заместитель ${'\\_'.repeat(12)} (А. Б. Иванов) 5 октября 2026 г.`)
  })

  test('has room for the name as well where nobody is named', async () => {
    const room = '\\_'.repeat(12)
    expect((await write({ type: 'signature', position: 'Директор' })).text).toBe(`Директор ${room} (${room})`)
  })
})

test('a new page is nothing where there are no pages, and nothing that is omitted', async () => {
  expect(await write({ type: 'page-break' })).toEqual({ text: '', omitted: [] })
})

describe('headline figures', () => {
  test('have a column for plans and one for how they came about, in the unit of the figure', async () => {
    const { text } = await write({
      type: 'metrics',
      items: [
        {
          label: 'Доля',
          value: { as: 'share', value: 0.65 },
          plan: { as: 'share', value: 0.7 },
          trend: [
            { label: 'I кв.', value: 0.5 },
            { label: 'II кв.', value: null },
            { label: 'III кв.', value: 0.65 },
          ],
        },
        {
          label: 'Эффект',
          value: { as: 'money', minor: 150_000, currency: 'RUB' },
          trend: [{ label: '2026', value: 150_000 }],
        },
        {
          label: 'Срок',
          value: { as: 'interval', low: 4, high: 5, unit: 'дн.' },
          trend: [{ label: '2026', value: 4.5 }],
        },
        { label: 'Всего', value: { as: 'unknown', text: 'нет' }, trend: [{ label: '2026', value: 7 }] },
      ],
    })
    expect(text.split('\n')).toEqual([
      '| Показатель | Значение | План | Динамика |',
      '| :--- | ---: | ---: | :--- |',
      '| Доля | **65 %** | 70 % | I кв. 50 % → II кв. нет данных → III кв. 65 % |',
      '| Эффект | **1 500,00 ₽** |  | 2026 1 500,00 ₽ |',
      '| Срок | **4–5 дн.** |  | 2026 4,5 дн. |',
      '| Всего | ***нет*** |  | 2026 7 |',
    ])
  })

  test('say how the plan was counted too', async () => {
    const counted = (rule: string): TypedValue => ({ as: 'number', value: 1, basis: { rule, records: [] } })
    const items = [{ label: 'а', value: counted('факт'), plan: counted('план') }]
    expect((await write({ type: 'metrics', items })).text).toContain('| факт; план |')
  })
})

describe('a decision with a reason', () => {
  test('leads to the report that tells it, with the reason in the title of the link', async () => {
    const { text } = await write({ type: 'paragraph', content: [status] }, { link: (id) => `${id}.md` })
    expect(text).toBe('✗ [не выполнено](passport/1.md "Не хватает \\"даты\\" (1 внедрение: ВН-1)")')
  })

  test('has the reason beside it where there is nothing to lead to', async () => {
    const reason = '✗ не выполнено (Не хватает "даты" (1 внедрение: ВН-1))'
    expect((await write({ type: 'paragraph', content: [status] })).text).toBe(reason)
    const unsafe = await write(
      { type: 'paragraph', content: [status] },
      { link: () => 'javascript:alert(1)' },
    )
    expect(unsafe).toEqual({ text: reason, omitted: ['blocks/0/content/0'] })
  })

  test('keeps the row of its table in one line', async () => {
    const { text } = await write({
      ...{ type: 'table', caption: 'т', columns: [{ title: 'а' }] },
      rows: [[{ ...status, basis: { rule: 'раз | два\n| три |', records: [] } }]],
    })
    expect(text.split('\n').at(-1)).toBe('| ✗ не выполнено (раз \\| два \\| три \\|) |')
  })
})

test('how a figure was counted leads to the report that explains it', async () => {
  const block: Block = { type: 'paragraph', content: [{ as: 'number', value: 1, basis }] }
  const { text } = await write(block, { link: (id) => `${id}.md` })
  expect(text).toBe('1\n\n*Как посчитано:* [Не хватает "даты" (1 внедрение: ВН-1)](passport/1.md)')
})

test.each<Block>([
  {
    ...{ type: 'chart', chart: 'line', title: 'Ряды', labelTitle: 'Когда', labels: ['I', 'II'], unit: '%' },
    series: [{ title: 'факт', values: [1, null] }],
  },
  {
    ...{ type: 'chart', chart: 'stacked', title: 'Части', labelTitle: 'Когда', parts: ['факт'], unit: '%' },
    items: [
      { label: 'I', values: [1] },
      { label: 'II', values: [null] },
    ],
  },
])('every chart is a table of its numbers, with gaps in words: $chart', async (block) => {
  const { text } = await write(block)
  expect(text).toContain('| Когда | факт, % |\n| :--- | ---: |\n| I | 1 |\n| II | *нет данных* |')
})

test('nobody waits for the document: it is not written', async () => {
  const reason = new Error('the reader left')
  const stopped = write({ type: 'page-break' }, { signal: AbortSignal.abort(reason) })
  await expect(stopped).rejects.toBe(reason)
})
