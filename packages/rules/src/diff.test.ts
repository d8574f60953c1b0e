import type { Aggregate, Expression, Policy, PolicyVersion, Predicate, Scalar } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { diffDays, diffPolicies, type PolicyChange } from './diff.js'
import type { SubjectModel } from './model.js'

/*
 * What is different between two wordings of a rule, as people read it.
 */

const text = (ru: string, en: string): { ru: string; en: string } => ({ ru, en })
const noun = {
  ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
  en: { one: 'check', other: 'checks' },
}
const model: SubjectModel = {
  kind: 'practice',
  label: 'name',
  fields: {
    name: { type: 'text', title: text('Название', 'Name') },
    size: { type: 'number', title: text('Размер', 'Size') },
    madeOn: { type: 'date', title: text('Сделано', 'Made') },
  },
  relations: {
    checks: {
      kind: 'check',
      title: text('Проверки', 'Checks'),
      noun,
      fields: {
        score: { type: 'number', title: text('балл', 'score') },
        heldOn: { type: 'date', title: text('дата проверки', 'date of the check') },
      },
    },
  },
}
const context = { model }

const field = (name: string, of: 'subject' | 'row' = 'subject'): Expression => ({ op: 'field', name, of })
const atLeast = (left: Expression, value: Scalar): Predicate => ({
  op: 'cmp',
  left,
  is: '>=',
  right: { op: 'lit', value },
})
const size = (value: number): Predicate => atLeast(field('size'), value)
const score = (value: number): Predicate => atLeast(field('score', 'row'), value)
const made: Predicate = { op: 'known', value: field('madeOn') }
const held: Predicate = { op: 'known', value: field('heldOn', 'row') }
const all = (...of: Predicate[]): Predicate => ({ op: 'all', of })
const any = (...of: Predicate[]): Predicate => ({ op: 'any', of })
const checks = (wanted: number, where?: Predicate): Predicate => {
  const count: Aggregate = { op: 'agg', fn: 'count', over: 'checks', ...(where ? { where } : {}) }
  return atLeast(count, wanted)
}

function versioned(versions: readonly PolicyVersion[], rest: Partial<Policy> = {}): Policy {
  return {
    schema: 'policy/1',
    id: 'p',
    title: text('Правило', 'Rule'),
    subject: 'practice',
    params: {},
    versions,
    ...rest,
  }
}
const ruled = (rule: Predicate): Policy => versioned([{ from: '2020-01-01', rule }])

function said(changes: readonly PolicyChange[]): string[] {
  return changes.map((change) => change.text.replaceAll('\u00a0', ' '))
}
const ru = (before: Policy, after: Policy): string[] => said(diffPolicies(before, after, context, 'ru'))
const en = (before: Policy, after: Policy): string[] => said(diffPolicies(before, after, context, 'en'))

test('another value of a parameter is told with the days it is in force', () => {
  const least = (...values: readonly [`${number}-${number}-${number}`, Scalar][]): Policy =>
    versioned([{ from: '2020-01-01', rule: made }], {
      params: {
        least: {
          title: text('Мест, не менее', 'Places, at least'),
          origin: text('приказ', 'order'),
          values: values.map(([from, value]) => ({ from, value })),
        },
      },
    })
  const before = least(['2020-01-01', 15])
  expect(ru(before, least(['2020-01-01', 15], ['2026-01-01', 20]))).toEqual([
    'Порог «Мест, не менее» с 01.01.2026: 20 вместо 15',
  ])
  expect(ru(before, least(['2020-01-01', 12]))).toEqual(['Порог «Мест, не менее»: 12 вместо 15'])
  expect(en(before, least(['2020-01-01', 15], ['2026-01-01', 20], ['2027-01-01', 15]))).toEqual([
    'Threshold “Places, at least” from 1 Jan 2026 to 31 Dec 2026: 20 instead of 15',
  ])
  expect(ru(before, least(['2021-01-01', 15]))).toEqual([
    'Порог «Мест, не менее» с 01.01.2020 по 31.12.2020: не установлено, прежде 15',
  ])
  expect(ru(before, versioned(before.versions))).toEqual([
    'Убрано: порог «Мест, не менее»: 15 с 01.01.2020 (приказ)',
  ])
  expect(diffPolicies(before, least(['2020-01-01', 15], ['2026-01-01', 20]), context, 'ru')[0]).toMatchObject(
    {
      kind: 'param',
      change: 'value',
      name: 'least',
      from: '2026-01-01',
      before: 15,
      after: 20,
    },
  )
})

test('an entry that changes nothing is no change', () => {
  const rule = all(size(5), made)
  const split = versioned([
    { from: '2020-01-01', rule },
    { from: '2023-01-01', rule },
  ])
  expect(ru(ruled(rule), split)).toEqual([])
})

test('a parameter has another title, origin or way to be shown', () => {
  const param = (title: string, origin: string, shownAs?: 'share'): Policy =>
    versioned([{ from: '2020-01-01', rule: made }], {
      params: {
        least: {
          title: text(title, title),
          origin: text(origin, origin),
          values: [{ from: '2020-01-01', value: 0.5 }],
          ...(shownAs ? { shownAs } : {}),
        },
      },
    })
  expect(ru(param('А', 'Б'), param('В', 'Г', 'share'))).toEqual([
    'Порог «А» называется теперь «В»; порог «А»: основание — Г, прежде Б; порог «А»: теперь в процентах',
  ])
})

test('conditions are added, removed and changed', () => {
  expect(ru(ruled(size(5)), ruled(all(size(5), made)))).toEqual(['Добавлено условие: указано «сделано»'])
  expect(ru(ruled(all(size(5), made)), ruled(size(5)))).toEqual(['Убрано условие: указано «сделано»'])
  expect(en(ruled(all(size(5), made)), ruled(all(made, size(7))))).toEqual([
    'Condition changed, before: size — at least 5; after: size — at least 7',
  ])
  expect(ru(ruled(any(made)), ruled(all(size(1))))).toEqual([
    'Убрано условие: указано «сделано»',
    'Добавлено условие: размер — не менее 1',
  ])
})

test('a change is told as far inside as it can be', () => {
  const good = text('вещь хороша', 'the thing is good')
  const before = all(made, { ...any(size(5), made), text: good }, checks(1, all(score(16), held)))
  const after = all(made, { ...any(size(6), made), text: good }, checks(2, all(score(18), held)))
  expect(ru(ruled(before), ruled(after))).toEqual([
    'В условии «вещь хороша» изменено, было: размер — не менее 5; стало: размер — не менее 6',
    'Изменено условие, было: не менее 1 проверки; стало: не менее 2 проверок',
    'В условии «не менее 1 проверки» изменено, было: балл — не менее 16; стало: балл — не менее 18',
  ])
})

test('a condition on counted records may be the first one or the last one', () => {
  expect(ru(ruled(checks(1)), ruled(checks(1, held)))).toEqual([
    'В условие «не менее 1 проверки» добавлено: указано «дата проверки»',
  ])
  expect(en(ruled(checks(1, all(held, score(16)))), ruled(checks(1, held)))).toEqual([
    'Removed from the condition “at least 1 check”: score — at least 16',
  ])
})

test('an id holds a condition together, whatever becomes of it', () => {
  const before = all({ ...size(5), id: 'x', text: text('величина', 'magnitude') }, made)
  const after = all(made, { ...checks(3), id: 'x', text: text('проверено', 'checked') })
  expect(ru(ruled(before), ruled(after))).toEqual([
    'Условие «величина» называется теперь «проверено»',
    'Изменено условие «величина», было: размер — не менее 5; стало: не менее 3 проверок',
  ])
})

test('what asks for the same is the same condition, even beside others about the same', () => {
  const before = all(size(5), size(7))
  const after = all(
    { ...size(7), text: text('велика', 'large') },
    { ...size(5), text: text('заметна', 'visible') },
  )
  expect(ru(ruled(before), ruled(after))).toEqual([
    'Условие «размер — не менее 5» получило название «заметна»',
    'Условие «размер — не менее 7» получило название «велика»',
  ])
})

test('the order of conditions does not matter at any depth', () => {
  const nested = (...of: Predicate[]): Predicate => all(made, any(any(all(...of))))
  expect(ru(ruled(nested(made, size(5))), ruled(nested(size(5), made)))).toEqual([])
})

test('names and documents of a condition are told apart from what it asks for', () => {
  const named = { ...size(5), id: 'x', text: text('величина', 'magnitude'), cites: ['Приказ № 1'] }
  expect(ru(ruled(size(5)), ruled(named))).toEqual([
    'Условие «размер — не менее 5» получило название «величина»; документы условия «величина»: Приказ № 1, прежде нет; код условия «величина»: x, прежде нет',
  ])
  expect(ru(ruled({ ...named, text: text('величина', 'size') }), ruled(named))).toEqual([
    'Условие «величина»: изменено название на английском языке',
  ])
})

test('so many of some conditions may become more, and a negation is looked into', () => {
  const choice = (value: number): Predicate => ({
    op: 'atLeast',
    count: { op: 'lit', value },
    of: [size(5), made, checks(1)],
  })
  expect(ru(ruled(choice(1)), ruled(choice(2)))).toEqual([
    'Изменено условие, было: выполнено не менее 1 из 3 условий; стало: выполнено не менее 2 из 3 условий',
  ])
  const not = (of: Predicate): Predicate => ({ op: 'not', of })
  expect(ru(ruled(not(all(made, size(5)))), ruled(not(all(made, size(7)))))).toEqual([
    'В условии «неверно, что выполнены все условия (указано «сделано»; размер — не менее 5)» изменено, было: размер — не менее 5; стало: размер — не менее 7',
  ])
})

test('whom the rule is about is a part of it', () => {
  const before = versioned([{ from: '2020-01-01', rule: made }])
  const after = versioned([{ from: '2020-01-01', applies: size(5), rule: made }])
  expect(ru(before, after)).toEqual(['В условие «к кому применяется» добавлено: размер — не менее 5'])
  expect(diffPolicies(before, after, context, 'en')[0]).toMatchObject({
    kind: 'condition',
    section: 'applies',
  })
})

test('a later wording is compared with the one that would have gone on', () => {
  const first = { from: '2020-01-01', rule: all(size(5), made) } as const
  const second = { from: '2026-01-01', rule: size(5) } as const
  expect(ru(versioned([first]), versioned([first, second]))).toEqual([
    'С 01.01.2026 убрано условие: указано «сделано»',
  ])
  expect(ru(versioned([first]), versioned([{ ...first, until: '2026-01-01' }]))).toEqual([
    'С 01.01.2026 правило перестаёт действовать',
  ])
  expect(ru(versioned([second]), versioned([first, second]))).toEqual([
    'С 01.01.2020 по 31.12.2025 правило начинает действовать',
  ])
})

test('two days of one policy are compared in the same words', () => {
  const policy = versioned(
    [
      { from: '2020-01-01', rule: size(5) },
      { from: '2024-01-01', rule: size(6) },
      { from: '2026-01-01', until: '2027-01-01', rule: all(size(5), made) },
    ],
    {
      params: {
        least: {
          title: text('Мест', 'Places'),
          origin: text('приказ', 'order'),
          values: [
            { from: '2020-01-01', value: 15 },
            { from: '2025-01-01', value: 20 },
          ],
        },
      },
    },
  )
  const changes = (
    before: '2019-01-01' | '2021-01-01',
    after: '2022-01-01' | '2026-06-01' | '2030-01-01',
  ): string[] => said(diffDays(policy, { before, after }, context, 'ru'))
  expect(changes('2021-01-01', '2022-01-01')).toEqual([])
  expect(changes('2021-01-01', '2026-06-01')).toEqual([
    'Порог «Мест» с 01.01.2025: 20 вместо 15',
    'С 01.01.2026 добавлено условие: указано «сделано»',
  ])
  expect(changes('2021-01-01', '2030-01-01')).toEqual([
    'Порог «Мест» с 01.01.2025: 20 вместо 15',
    'С 01.01.2027 правило перестаёт действовать',
  ])
  expect(changes('2019-01-01', '2022-01-01')).toEqual([
    'Порог «Мест» с 01.01.2020: 15, прежде не установлено',
    'С 01.01.2020 правило начинает действовать',
  ])
})

test('the title and the subject of a policy are told', () => {
  const other = { ...ruled(made), title: text('Иное', 'Rule'), subject: 'thing' }
  expect(ru(ruled(made), other)).toEqual([
    'Правило называется «Иное», прежде «Правило»',
    'Правило о записях «thing», прежде о «practice»',
  ])
  expect(en(ruled(made), other)[0]).toBe('The rule: the name changed in Russian')
})
