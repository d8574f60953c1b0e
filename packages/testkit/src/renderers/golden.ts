import type { Block, Locale, Report, Value } from '@tirazh/spec'

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

/** Every type of block and of value. Each text has a mark of its own by which it is found again. */
export function everyBlock(): readonly Block[] {
  let count = 0
  const word = (): string => `слово ${mark(`b${++count}`)}`
  const unknown = (): Value => ({ as: 'unknown', text: word() })
  const values: readonly Value[] = [
    word(),
    { as: 'number', value: 1234.5, unit: 'ч' },
    { as: 'interval', low: 14, high: 15 },
    { as: 'money', minor: 123_456_789, currency: 'RUB' },
    { as: 'share', value: 0.867 },
    { as: 'date', value: '2026-10-05' },
    { as: 'status', status: 'unknown', text: word() },
    { as: 'reference', text: word(), record: { kind: 'practice', id: 'ПР-1' }, report: 'passport' },
    unknown(),
  ]
  const paragraph = (): Block => ({ type: 'paragraph', content: [word(), ' ', unknown()] })
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
        { label: word(), value: { as: 'number', value: 170 }, note: word() },
        { label: word(), value: { as: 'unknown', text: word() } },
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
      ...{ type: 'chart', chart: 'bars', title: word(), note: word() },
      ...{ labelTitle: word(), valueTitle: word() },
      items: [
        { label: word(), value: 3 },
        { label: word(), value: 5 },
      ],
    },
    {
      ...{ type: 'chart', chart: 'columns', title: word(), labelTitle: word(), valueTitle: word() },
      items: [
        { label: word(), value: 3, plan: 4 },
        { label: word(), value: 5 },
      ],
    },
    {
      ...{ type: 'chart', chart: 'tiles', title: word(), labelTitle: word(), valueTitle: word() },
      tiles: [
        { x: 0, y: 0, short: 'Арз', label: word(), value: 3 },
        { x: 1, y: 0, short: 'Бор', label: word(), value: null },
      ],
      breaks: [1, 2, 3, 4],
    },
    { type: 'columns', columns: [[paragraph()], [{ type: 'heading', level: 3, text: word() }, paragraph()]] },
    { type: 'callout', tone: 'attention', title: word(), blocks: [paragraph()] },
    {
      type: 'facts',
      items: [
        { label: word(), value: unknown() },
        { label: word(), value: [word(), { as: 'date', value: '2026-10-05', style: 'long' }] },
      ],
    },
    { type: 'custom', name: 'nobody-knows-this', data: {}, fallback: [paragraph()] },
  ]
}

/** A word that no format writes in another way and that no other text holds. */
export function mark(of: string): string {
  return `mark${of}q`
}

/** The marks in a text. */
export function marksIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/mark[a-z0-9]+q/g))
}

/** Every mark of a report with the path of the text that holds it. */
export function marksOf(
  value: unknown,
  at: readonly (string | number)[] = [],
): readonly { readonly mark: string; readonly at: readonly (string | number)[] }[] {
  if (typeof value === 'string') return [...marksIn(value)].map((found) => ({ mark: found, at }))
  if (typeof value !== 'object' || value === null) return []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return entries.flatMap(([key, item]) => marksOf(item, [...at, key]))
}
