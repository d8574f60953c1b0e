import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Block, Layout, Renderer } from './report.js'
import { basesOf, magnitudeOf, valuesOf } from './report-values.js'
import type { Noun } from './scalars.js'
import type { Basis, RecordGroup } from './value.js'

const adoption: Noun = {
  ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
  en: { one: 'adoption', other: 'adoptions' },
}
const practice: Noun = {
  ru: { one: 'практика', few: 'практики', many: 'практик' },
  en: { one: 'practice', other: 'practices' },
}

describe('the values of a block', () => {
  const one = { as: 'number', value: 1 } as const
  const two = { as: 'share', value: 0.2 } as const
  const three = { as: 'number', value: 3 } as const

  test.each<[Block, unknown]>([
    [{ type: 'paragraph', content: ['a', one] }, ['a', one]],
    [{ type: 'lead', content: [one, '.'] }, [one, '.']],
    [
      { type: 'list', items: [{ content: [one], items: [{ content: ['inner', two] }] }, { content: ['b'] }] },
      [one, 'inner', two, 'b'],
    ],
    [
      {
        type: 'metrics',
        items: [
          { label: 'a', value: one },
          { label: 'b', value: two },
        ],
      },
      [one, two],
    ],
    [
      {
        type: 'metrics',
        items: [{ label: 'a', value: one, plan: three, trend: [{ label: 'I', value: 1 }] }],
      },
      [one, three],
    ],
    [
      {
        type: 'table',
        caption: 'c',
        columns: [{ title: 'a' }],
        rows: [['row', null, one]],
        total: [null, two],
        note: 'n',
      },
      ['row', one, two],
    ],
    [
      {
        type: 'facts',
        items: [
          { label: 'a', value: one },
          { label: 'b', value: ['until ', two] },
        ],
      },
      [one, 'until ', two],
    ],
  ])('are all that it shows, in the order of reading: $type', (block, values) => {
    expect(valuesOf(block)).toEqual(values)
  })

  test.each<Block>([
    { type: 'heading', level: 2, text: 'h' },
    {
      type: 'chart',
      chart: 'bars',
      title: 't',
      labelTitle: 'l',
      valueTitle: 'v',
      items: [{ label: 'a', value: 1 }],
    },
    { type: 'image', alt: 'a', source: { as: 'qr', text: 'q' } },
    { type: 'signature', position: 'p', on: '2026-10-05' },
    { type: 'page-break' },
  ])('are none where it has only texts and numbers of its own: $type', (block) => {
    expect(valuesOf(block)).toEqual([])
  })

  test('are not those of the blocks inside it', () => {
    const inner: Block = { type: 'paragraph', content: [one] }
    expect(valuesOf({ type: 'columns', columns: [[inner]] })).toEqual([])
    expect(valuesOf({ type: 'callout', tone: 'note', title: 't', blocks: [inner] })).toEqual([])
    expect(valuesOf({ type: 'custom', name: 'n', data: one, fallback: [inner] })).toEqual([])
  })
})

describe('the bases of values', () => {
  test('have each rule once, with the records of all values that name it, each once', () => {
    expect(basesOf(['text', counted('rule', group('1', '2')), counted('rule', group('2', '3'))])).toEqual([
      { rule: 'rule', records: [group('1', '2', '3')] },
    ])
  })

  test('come in the order in which the rules are first named', () => {
    const bases = basesOf([counted('b', group('1')), counted('a'), counted('b', group('2'))])
    expect(bases.map(({ rule }) => rule)).toEqual(['b', 'a'])
  })

  test('keep kinds apart, and records of one kind that are called differently', () => {
    const practices = { ...group('1'), kind: 'practice', noun: practice }
    const renamed = { ...group('2'), noun: practice }
    expect(basesOf([counted('rule', group('1'), practices), counted('rule', renamed)])).toEqual([
      { rule: 'rule', records: [group('1'), practices, renamed] },
    ])
  })

  test('are found on every value that can have one', () => {
    const basis: Basis = { rule: 'rule', records: [group('1')] }
    expect(basesOf([{ as: 'money', minor: 1, currency: 'RUB', basis }])).toEqual([basis])
    expect(basesOf([{ as: 'share', value: 1, basis }])).toEqual([basis])
    expect(basesOf([{ as: 'interval', low: 1, high: 2, basis }])).toEqual([basis])
    expect(basesOf([{ as: 'number', value: 1 }, { as: 'unknown', text: 'x' }, 'rule'])).toEqual([])
  })

  test('are not those of decisions, which say why where they stand', () => {
    const basis: Basis = { rule: 'rule', records: [group('1')] }
    expect(basesOf([{ as: 'status', status: 'met', text: 'yes', basis }])).toEqual([])
  })

  test('of one rule stay apart where different reports explain them', () => {
    const explained = (report: string) =>
      ({ as: 'number', value: 1, basis: { rule: 'rule', records: [group('1')], report } }) as const
    expect(basesOf([explained('a'), explained('b'), explained('a'), counted('rule', group('2'))])).toEqual([
      { rule: 'rule', records: [group('1')], report: 'a' },
      { rule: 'rule', records: [group('1')], report: 'b' },
      { rule: 'rule', records: [group('2')] },
    ])
  })

  test('of frozen values leave them as they are', () => {
    const records = Object.freeze([Object.freeze({ ...group('1'), ids: Object.freeze(['1']) })])
    const value = { as: 'number', value: 1, basis: { rule: 'rule', records } } as const
    expect(basesOf([value, value])).toEqual([{ rule: 'rule', records }])
  })
})

describe('the types of the model refuse', () => {
  test('what a report cannot hold', () => {
    const one = { as: 'number', value: 1 } as const
    const blocks: readonly Block[] = [
      // @ts-expect-error the title of the report is level 1
      { type: 'heading', level: 1, text: 'h' },
      // @ts-expect-error a figure is a typed value
      { type: 'paragraph', content: [5] },
      // @ts-expect-error a metric is a typed value, not a text
      { type: 'metrics', items: [{ label: 'a', value: '5' }] },
      // @ts-expect-error what is not known is null
      { type: 'metrics', items: [{ label: 'a', value: one, trend: [{ label: 'I' }] }] },
      // @ts-expect-error a cell that does not apply is null
      { type: 'table', caption: 'c', columns: [{ title: 'a' }], rows: [[undefined]] },
      // @ts-expect-error there is no column of colours
      { type: 'table', caption: 'c', columns: [{ title: 'a', as: 'colour' }], rows: [] },
      // @ts-expect-error a line chart has no items
      { type: 'chart', chart: 'line', title: 't', labelTitle: 'l', items: [] },
      // @ts-expect-error a picture says what it shows
      { type: 'image', source: { as: 'qr', text: 'q' } },
      // @ts-expect-error a vector drawing is no picture of the model
      { type: 'image', alt: 'a', source: { as: 'file', mediaType: 'image/svg+xml', base64: '' } },
      // @ts-expect-error a day is written YYYY-MM-DD
      { type: 'signature', position: 'p', on: 'вчера' },
      // @ts-expect-error a block of one's own has a fallback
      { type: 'custom', name: 'n', data: 1 },
      // @ts-expect-error there is no such block
      { type: 'marquee', text: 'm' },
    ]
    expect(blocks).toHaveLength(12)
  })

  test('a renderer of anything but text and bytes', () => {
    expectTypeOf<Layout>().toEqualTypeOf<'report' | 'wide' | 'certificate'>()
    expectTypeOf<Renderer<string>['render']>().returns.toEqualTypeOf<Promise<string>>()
    expectTypeOf<Renderer<Uint8Array>>().toExtend<Renderer>()
    expectTypeOf<Renderer<string>>().toExtend<Renderer>()
  })
})

function group(...ids: readonly string[]): RecordGroup {
  return { kind: 'adoption', noun: adoption, ids }
}

function counted(rule: string, ...records: readonly RecordGroup[]) {
  return { as: 'number', value: 1, basis: { rule, records } } as const
}

test('a bar is as long as the number of its cell, of an interval as what is certain, and there is none for words', () => {
  expect(magnitudeOf({ as: 'number', value: -3, bound: 'at-least' })).toBe(-3)
  expect(magnitudeOf({ as: 'share', value: 0.5 })).toBe(0.5)
  expect(magnitudeOf({ as: 'money', minor: 150, currency: 'RUB' })).toBe(150)
  expect(magnitudeOf({ as: 'interval', low: 14, high: 15 })).toBe(14)
  for (const cell of [
    null,
    '15',
    { as: 'unknown', text: 'нет' },
    { as: 'date', value: '2025-12-24' },
  ] as const) {
    expect(magnitudeOf(cell)).toBeUndefined()
  }
})
