import { describe, expect, test } from 'vitest'
import type { Basis, Block, RecordGroup } from './report.js'
import { basesOf, valuesOf } from './report-values.js'
import type { Noun } from './scalars.js'

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

  test('of frozen values leave them as they are', () => {
    const records = Object.freeze([Object.freeze({ ...group('1'), ids: Object.freeze(['1']) })])
    const value = { as: 'number', value: 1, basis: { rule: 'rule', records } } as const
    expect(basesOf([value, value])).toEqual([{ rule: 'rule', records }])
  })
})

function group(...ids: readonly string[]): RecordGroup {
  return { kind: 'adoption', noun: adoption, ids }
}

function counted(rule: string, ...records: readonly RecordGroup[]) {
  return { as: 'number', value: 1, basis: { rule, records } } as const
}
