import type { Aggregate, Expression, Param, Policy, Predicate } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { describePolicy, type PolicyPage, type Statements } from './describe-policy.js'
import type { SubjectModel } from './model.js'

/*
 * A rule as a page, read by people who have never seen its code.
 */

const text = (ru: string, en: string): { ru: string; en: string } => ({ ru, en })
const title = text('Тираж', 'Replication')
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
    before: { type: 'number', title: text('размер прежде', 'size before') },
    part: { type: 'share', title: text('доля', 'share') },
    madeOn: { type: 'date', title: text('Сделано', 'Made') },
    soldOn: { type: 'date', title: text('Продано', 'Sold') },
    good: { type: 'boolean', title: text('годится', 'fit for use') },
    state: {
      type: 'text',
      title: text('ОТК', 'QA'),
      words: {
        a: text('принято', 'accepted'),
        b: text('в работе', 'in progress'),
        c: text('отказ', 'declined'),
      },
    },
  },
  relations: {
    checks: {
      kind: 'check',
      title: text('Проверки', 'Checks'),
      noun,
      fields: {
        heldOn: { type: 'date', title: text('дата проверки', 'date of the check') },
      },
    },
  },
}
const params: Record<string, Param> = {
  least: {
    title: text('Не менее', 'At least'),
    origin: text('приказ № 1', 'order No 1'),
    values: [
      { from: '2020-01-01', value: 15 },
      { from: '2026-01-01', value: 21 },
    ],
  },
  level: {
    title: text('Уровень', 'Level'),
    origin: text('приказ № 2', 'order No 2'),
    shownAs: 'share',
    values: [{ from: '2020-01-01', value: 0.8 }],
  },
}

const field = (name: string): Expression => ({ op: 'field', name, of: 'subject' })
const lit = (value: string | number | boolean): Expression & { op: 'lit' } => ({ op: 'lit', value })
const param = (name: string): Expression & { op: 'param' } => ({ op: 'param', name })
const asOf: Expression = { op: 'asOf' }
const cmp = (left: Expression, is: '=' | '!=' | '<' | '<=' | '>' | '>=', right: Expression): Predicate => ({
  op: 'cmp',
  left,
  is,
  right,
})
const agg = (fn: Aggregate['fn'], rest: Partial<Aggregate> = {}): Expression => ({
  op: 'agg',
  fn,
  over: 'checks',
  ...rest,
})
const big = cmp(field('size'), '>=', lit(5))
const early = cmp(field('madeOn'), '<=', asOf)

function written(rule: Predicate, rest: Partial<Policy> = {}): Policy {
  return {
    schema: 'policy/1',
    id: 'p',
    title,
    subject: 'practice',
    params,
    versions: [{ from: '2020-01-01', rule }],
    ...rest,
  }
}

function page(
  rule: Predicate,
  locale: 'ru' | 'en' = 'ru',
  lawAt: `${number}-${number}-${number}` = '2025-01-01',
): PolicyPage {
  return describePolicy(written(rule), { model, policies: { q: written(big, { id: 'q' }) }, lawAt }, locale)
}

/** The rule as lines, indented below one another. */
function lines(statements: Statements): string[] {
  return statements.of.flatMap((each) => [`${each.number} ${each.text}`, ...lines(each)].map(plain))
}

function plain(line: string): string {
  return line.replaceAll('\u00a0', ' ')
}

function sentence(rule: Predicate, locale: 'ru' | 'en' = 'ru'): string {
  return lines(page(rule, locale).rule)
    .map((line) => line.replace(/^1 /, ''))
    .join(' | ')
}

test.each<[string, Predicate, string, string]>([
  ['a bound', big, 'Размер — не менее 5', 'Size — at least 5'],
  ['a number', cmp(field('size'), '=', lit(0)), 'Размер — 0', 'Size — 0'],
  ['another number', cmp(field('size'), '!=', lit(0)), 'Размер — не 0', 'Size — other than 0'],
  ['a share', cmp(field('part'), '<', lit(0.25)), 'Доля — менее 25 %', 'Share — less than 25%'],
  ['a boolean', cmp(field('good'), '=', lit(false)), 'Годится — нет', 'Fit for use — no'],
  ['a word', cmp(field('state'), '=', lit('a')), 'ОТК — принято', 'QA — accepted'],
  ['not a word', cmp(field('state'), '!=', lit('a')), 'ОТК — не «принято»', 'QA — not “accepted”'],
  [
    'a choice of words',
    { op: 'in', value: field('state'), set: ['a', 'b'] },
    'ОТК — принято или в работе',
    'QA — accepted or in progress',
  ],
  [
    'words that are out',
    { op: 'not', of: { op: 'in', value: field('state'), set: ['b', 'c'] } },
    'ОТК — не «в работе» и не «отказ»',
    'QA — not “in progress” nor “declined”',
  ],
  [
    'a day',
    cmp(field('madeOn'), '<', lit('2025-03-01')),
    'Сделано раньше 01.03.2025',
    'Made before 1 Mar 2025',
  ],
  [
    'the date of the facts',
    early,
    'Сделано не позже отчётной даты',
    'Made no later than the date of the facts',
  ],
  [
    'sides that are exchanged',
    cmp(asOf, '>=', field('madeOn')),
    'Сделано не позже отчётной даты',
    'Made no later than the date of the facts',
  ],
  [
    'two dates',
    cmp(field('soldOn'), '>', field('madeOn')),
    'Продано позже, чем «сделано»',
    'Sold after “made”',
  ],
  [
    'two numbers',
    cmp(field('size'), '>=', field('before')),
    'Размер — не меньше, чем «размер прежде»',
    'Size — at least “size before”',
  ],
  [
    'a value that is there',
    { op: 'known', value: field('soldOn') },
    'Указано «продано»',
    '“sold” is recorded',
  ],
  [
    'a value that is not',
    { op: 'not', of: { op: 'known', value: field('soldOn') } },
    'Не указано «продано»',
    '“sold” is not recorded',
  ],
  ['a comparison turned round', { op: 'not', of: big }, 'Размер — менее 5', 'Size — less than 5'],
  ['not not', { op: 'not', of: { op: 'not', of: big } }, 'Размер — не менее 5', 'Size — at least 5'],
  [
    'another policy',
    { op: 'use', policy: 'q' },
    'Выполнено правило «Тираж»',
    'The rule “Replication” is met',
  ],
  [
    'not another policy',
    { op: 'not', of: { op: 'use', policy: 'q' } },
    'Неверно, что выполнено правило «Тираж»',
    'It is not so that the rule “Replication” is met',
  ],
  [
    'no conditions',
    { op: 'all', of: [] },
    'Условий нет, выполнено всегда',
    'There are no conditions, always met',
  ],
  ['nothing that would do', { op: 'any', of: [] }, 'Не выполнено никогда', 'Never met'],
  [
    'a parameter with its origin',
    cmp(field('size'), '>=', param('least')),
    'Размер — не менее 15 (приказ № 1)',
    'Size — at least 15 (order No 1)',
  ],
  [
    'a parameter shown as a share',
    cmp({ op: 'ratio', numerator: field('size'), denominator: field('before') }, '>=', param('level')),
    '«размер» / «размер прежде» — не менее 80 % (приказ № 2)',
    '“size” / “size before” — at least 80% (order No 2)',
  ],
  [
    'arithmetic',
    cmp(
      {
        op: 'calc',
        fn: 'multiply',
        of: [{ op: 'calc', fn: 'subtract', of: [field('size'), lit(1)] }, lit(2)],
      },
      '>=',
      lit(10),
    ),
    '(«размер» − 1) × 2 — не менее 10',
    '(“size” − 1) × 2 — at least 10',
  ],
  [
    'a change',
    cmp({ op: 'change', from: field('before'), to: field('size') }, '>=', lit(0.1)),
    'Изменение «размер прежде» → «размер» — не менее 10 %',
    'The change “size before” → “size” — at least 10%',
  ],
  [
    'days later',
    cmp(field('soldOn'), '<=', { op: 'shift', date: field('madeOn'), by: lit(30), unit: 'day' }),
    'Продано не позже, чем «сделано» плюс 30 дней',
    'Sold no later than “made” plus 30 days',
  ],
  [
    'months earlier',
    cmp(field('madeOn'), '>', { op: 'shift', date: asOf, by: lit(-3), unit: 'month', rounding: 'down' }),
    'Сделано позже, чем отчётная дата минус 3 месяца (если такого числа нет, последний день месяца)',
    'Made after the date of the facts minus 3 months (where there is no such day, the last of the month)',
  ],
])('the page words %s', (_, rule, ru, en) => {
  expect([sentence(rule), sentence(rule, 'en')]).toEqual([ru, en])
})

test('a text of its own comes first, and what it means exactly follows', () => {
  const own = text('вещь хороша', 'the thing is good')
  expect(sentence({ ...big, text: own })).toBe('Вещь хороша: размер — не менее 5')
  expect(sentence({ op: 'any', of: [big, early], text: own })).toBe(
    'Вещь хороша, то есть выполнено хотя бы одно из условий: | 1.1 Размер — не менее 5 | 1.2 Сделано не позже отчётной даты',
  )
  expect(sentence({ op: 'not', of: { ...big, text: own } }, 'en')).toBe(
    'It is not so that the thing is good: size — at least 5',
  )
})

test('so many of some conditions are announced with how many there are', () => {
  const rule: Predicate = { op: 'atLeast', count: param('least'), of: [big, early, big] }
  expect(sentence(rule)).toContain('Выполнено не менее 15 (приказ № 1) из 3 условий:')
})

test('a parameter is shown as of the day of the law, and its origin is told once', () => {
  const rule: Predicate = {
    op: 'all',
    of: [cmp(field('size'), '>=', param('least')), cmp(field('before'), '>=', param('least'))],
  }
  const { rule: before, params: listed } = page(rule)
  expect(lines(before)).toEqual(['1 Размер — не менее 15 (приказ № 1)', '2 Размер прежде — не менее 15'])
  expect(plain(listed[0]?.text ?? '')).toBe('Не менее: 15 (с 01.01.2020, приказ № 1)')
  expect(listed[0]).toMatchObject({
    name: 'least',
    value: '15',
    from: '2020-01-01',
    values: [
      { value: '15', from: '2020-01-01' },
      { value: '21', from: '2026-01-01' },
    ],
  })
  expect(lines(page(rule, 'ru', '2026-01-01').rule)[0]).toBe('1 Размер — не менее 21 (приказ № 1)')
})

test('a parameter that no value is set for yet says so', () => {
  const rule: Predicate = cmp(agg('count'), '>=', param('least'))
  const policy = written(rule, { versions: [{ from: '2010-01-01', rule }] })
  const early = describePolicy(policy, { model, lawAt: '2015-01-01' }, 'ru')
  expect(lines(early.rule)).toEqual(['1 Число проверок — не установлено'])
  expect(early.params[0]?.text).toBe('Не менее: не установлено')
})

test('the page tells whom the rule is about, since when it holds, and its documents', () => {
  const policy = written(
    {
      op: 'all',
      of: [
        { ...big, cites: ['Приказ № 1'] },
        { ...early, id: 'early', cites: ['Приказ № 2', 'Приказ № 1'] },
      ],
    },
    { versions: [] },
  )
  const rule: Predicate = {
    op: 'all',
    of: [
      { ...big, cites: ['Приказ № 1'] },
      { ...early, id: 'early', cites: ['Приказ № 2', 'Приказ № 1'] },
    ],
  }
  const dated = {
    ...policy,
    versions: [{ from: '2020-01-01', until: '2026-01-01', applies: early, rule }] as const,
  }
  const described = describePolicy(dated, { model, lawAt: '2025-06-01' }, 'ru')
  expect(described).toMatchObject({
    title: 'Тираж',
    version: '2020-01-01',
    inForce: 'Действует с 01.01.2020 по 31.12.2025',
    applies: { text: 'Применяется, если:', of: [{ number: '1', text: 'Сделано не позже отчётной даты' }] },
    rule: {
      text: 'Выполнено, если выполнены все условия:',
      of: [{ number: '1' }, { number: '2', id: 'early' }],
    },
    cites: ['Приказ № 1', 'Приказ № 2'],
  })
  expect(JSON.parse(JSON.stringify(described))).toEqual(described)
  expect(describePolicy(dated, { model, lawAt: '2026-01-01' }, 'en')).toMatchObject({
    inForce: 'Not in force on 1 Jan 2026',
    rule: { of: [] },
  })
  expect(describePolicy(written(big), { model }, 'en').applies).toEqual({ text: 'Applies to all', of: [] })
})
