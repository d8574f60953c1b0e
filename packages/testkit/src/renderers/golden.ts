import type { Block, Locale, NumberValue, Report, TypedValue, Value } from '@tirazh/spec'
import { goldenCharts } from './golden-charts.js'
import { mark } from './marks.js'

/** A report of the blocks, with a head whose words are marked. */
export function reportOf(blocks: readonly Block[], locale: Locale = 'ru'): Report {
  return {
    schema: 'report/1',
    id: 'golden',
    locale,
    title: `Доклад ${mark('title')}`,
    issuer: 'Проектный офис',
    issuedOn: '2026-10-05',
    notice: `Демонстрационные данные ${mark('notice')}`,
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'testkit', policies: [] },
    blocks,
  }
}

/** Every type of block, chart and value with all that they can have. Each text has a mark of its own. */
export function everyBlock(): readonly Block[] {
  const word = words('b')
  const unknown = (): TypedValue => ({ as: 'unknown', text: word() })
  const paragraph = (): Block => ({ type: 'paragraph', content: [word(), ' ', unknown()] })
  const values = everyValue(word)
  return [
    { type: 'lead', content: [word(), { as: 'number', value: 439, bound: 'more-than' }] },
    { type: 'heading', level: 2, text: word() },
    { type: 'paragraph', content: values.flatMap((value) => [value, ' ']) },
    {
      type: 'list',
      ordered: true,
      items: [{ content: [word()], status: 'met', items: [{ content: [word()] }] }, { content: [word()] }],
    },
    {
      type: 'metrics',
      items: [
        { label: word(), value: { as: 'number', value: 170, basis: basisOf(word) }, note: word() },
        { label: word(), value: unknown(), plan: { as: 'share', value: 0.75 } },
        {
          label: word(),
          value: { as: 'money', minor: 51_200, currency: 'RUB' },
          plan: { as: 'money', minor: 40_000, currency: 'RUB' },
          trend: [
            { label: 'I квартал', value: 12_800 },
            { label: 'II квартал', value: null },
            { label: 'III квартал', value: 51_200 },
          ],
        },
      ],
    },
    {
      type: 'table',
      caption: word(),
      columns: values.map((_, index) => ({ title: word(), rowHeader: index === 0 })),
      rows: [values, values.map((_, index) => (index === 0 ? word() : null))],
      total: values.map((_, index) => (index === 0 ? word() : unknown())),
      note: word(),
    },
    {
      type: 'table',
      caption: word(),
      columns: [
        { title: word(), as: 'reference', rowHeader: true },
        { title: word(), as: 'status', narrow: true },
        { title: word(), as: 'status', narrow: true },
        { title: word(), as: 'number', bar: true },
        { title: word(), as: 'text', align: 'end' },
        { title: word(), as: 'date' },
      ],
      rows: [
        [
          { as: 'reference', text: word(), report: 'passport' },
          { as: 'status', status: 'met', text: word(), basis: { ...basisOf(word), report: 'passport' } },
          { as: 'status', status: 'unmet', text: word(), basis: basisOf(word) },
          { as: 'interval', low: 14, high: 15, unit: 'мес.' },
          word(),
          { as: 'date', value: '2026-10-05' },
        ],
        [unknown(), null, unknown(), unknown(), null, unknown()],
      ],
      total: ['Всего', null, null, { as: 'number', value: 15 }, null, null],
    },
    ...goldenCharts(word),
    { type: 'columns', columns: [[paragraph()], [{ type: 'heading', level: 3, text: word() }, paragraph()]] },
    { type: 'callout', tone: 'attention', title: word(), blocks: [paragraph()] },
    {
      ...{ type: 'callout', tone: 'note', title: word() },
      blocks: [{ type: 'columns', columns: [[{ type: 'list', items: [{ content: [unknown()] }] }], []] }],
    },
    {
      type: 'facts',
      items: [
        { label: word(), value: unknown() },
        { label: word(), value: [word(), { as: 'date', value: '2026-10-05', style: 'long' }] },
      ],
    },
    { type: 'image', alt: 'Серая точка', caption: word(), source: picture, width: 40 },
    { type: 'page-break' },
    {
      type: 'image',
      alt: 'Проверить запись',
      caption: word(),
      source: { as: 'qr', text: 'https://example.org/ПР-1' },
    },
    { type: 'signature', position: word(), name: word(), on: '2026-10-05' },
    { type: 'signature', position: word() },
    { type: 'custom', name: 'nobody-knows-this', data: {}, fallback: [paragraph()] },
  ]
}

/** What a certificate is made of, each text with a mark of its own. */
export function certificateBlocks(): readonly Block[] {
  const word = words('c')
  return [
    { type: 'lead', content: [word(), { as: 'unknown', text: word() }] },
    { type: 'paragraph', content: [word()] },
    { type: 'facts', items: [{ label: word(), value: { as: 'date', value: '2026-10-05', style: 'long' } }] },
    { type: 'image', alt: 'Проверить запись', source: { as: 'qr', text: 'https://example.org/ПР-1' } },
    { type: 'signature', position: word(), name: word() },
  ]
}

/** Blocks whose figures can be told from each other in any spelling, with those figures and where they are. */
export function blocksWithFigures(): {
  readonly blocks: readonly Block[]
  readonly figures: readonly (readonly [number, readonly (string | number)[]])[]
} {
  const figure = (value: number): NumberValue => ({ as: 'number', value, unit: 'ч' })
  const blocks: readonly Block[] = [
    { type: 'paragraph', content: ['Всего ', figure(7001), '.'] },
    { type: 'lead', content: [{ as: 'interval', low: 7002, high: 7003 }] },
    { type: 'list', items: [{ content: [figure(7004)], items: [{ content: [figure(7005)] }] }] },
    { type: 'metrics', items: [{ label: 'Срок', value: figure(7006), plan: figure(7007) }] },
    {
      type: 'table',
      caption: 'Сроки',
      columns: [
        { title: 'Где', as: 'text' },
        { title: 'Срок', as: 'number' },
      ],
      rows: [['Бор', figure(7008)]],
      total: ['Всего', figure(7009)],
    },
    { type: 'facts', items: [{ label: 'Стоит', value: { as: 'money', minor: 701_000, currency: 'RUB' } }] },
  ]
  return {
    blocks,
    figures: [
      [7001, ['blocks', 0]],
      [7002, ['blocks', 1]],
      [7003, ['blocks', 1]],
      [7004, ['blocks', 2]],
      [7005, ['blocks', 2]],
      [7006, ['blocks', 3, 'items', 0, 'value']],
      [7007, ['blocks', 3, 'items', 0, 'plan']],
      [7008, ['blocks', 4, 'rows', 0, 1]],
      [7009, ['blocks', 4, 'total', 1]],
      [7010, ['blocks', 5]],
    ],
  }
}

function words(series: string): () => string {
  let count = 0
  return () => `слово ${mark(`${series}${++count}`)}`
}

function everyValue(word: () => string): readonly Value[] {
  return [
    word(),
    { as: 'number', value: 1234.5, unit: 'ч' },
    { as: 'interval', low: 14, high: 15 },
    { as: 'money', minor: 123_456_789, currency: 'RUB' },
    { as: 'share', value: 0.867 },
    { as: 'date', value: '2026-10-05' },
    { as: 'status', status: 'unknown', text: word(), basis: basisOf(word) },
    { as: 'reference', text: word(), record: { kind: 'practice', id: 'ПР-1' }, report: 'passport' },
    { as: 'unknown', text: word() },
  ]
}

function basisOf(word: () => string): NonNullable<NumberValue['basis']> {
  const noun = {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  }
  return { rule: word(), records: [{ kind: 'adoption', noun, ids: ['ВН-1', 'ВН-2'] }] }
}

/** A grey point. */
const picture = {
  as: 'file',
  mediaType: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
} as const
