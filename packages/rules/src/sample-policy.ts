import type { Policy } from '@tirazh/spec'

const text = { ru: 'текст', en: 'text' }
const noun = {
  ru: { one: 'строка', few: 'строки', many: 'строк' },
  en: { one: 'row', other: 'rows' },
}

/** For tests: a policy that holds every kind of object of the language, and every key. */
export const samplePolicy: Policy = {
  schema: 'policy/1',
  id: 'sample',
  title: text,
  subject: 'thing',
  params: {
    least: {
      title: text,
      origin: text,
      shownAs: 'share',
      values: [
        { from: '2020-01-01', until: '2022-01-01', value: 3 },
        { from: '2022-01-01', value: 5 },
      ],
    },
    level: { title: text, origin: text, values: [{ from: '2020-01-01', value: 'high' }] },
  },
  versions: [
    {
      from: '2020-01-01',
      until: '2024-02-29',
      applies: { op: 'known', value: { op: 'field', name: 'started', of: 'subject' } },
      rule: {
        op: 'all',
        id: 'everything',
        text,
        cites: ['Order 1', 'Order 2'],
        of: [
          {
            op: 'any',
            of: [
              {
                op: 'cmp',
                left: { op: 'asOf' },
                is: '>=',
                right: {
                  op: 'shift',
                  date: { op: 'field', name: 'started', of: 'subject' },
                  by: { op: 'lit', value: -3 },
                  unit: 'month',
                  rounding: 'down',
                },
              },
              {
                op: 'cmp',
                left: {
                  op: 'shift',
                  date: { op: 'lit', value: '2024-02-29' },
                  by: { op: 'param', name: 'least' },
                  unit: 'day',
                },
                is: '<',
                right: { op: 'asOf' },
              },
            ],
          },
          {
            op: 'atLeast',
            count: { op: 'lit', value: 1 },
            of: [
              { op: 'not', of: { op: 'use', policy: 'other' } },
              {
                op: 'in',
                value: {
                  op: 'successor',
                  code: { op: 'field', name: 'code', of: 'subject' },
                  at: { op: 'asOf' },
                },
                set: ['a', 'b'],
              },
              { op: 'in', value: { op: 'field', name: 'done', of: 'subject' }, set: [true] },
              { op: 'in', value: { op: 'field', name: 'size', of: 'subject' }, set: [1, 2.5, -3] },
            ],
          },
          {
            op: 'cmp',
            left: {
              op: 'agg',
              fn: 'sum',
              over: 'rows',
              value: {
                op: 'calc',
                fn: 'multiply',
                of: [
                  { op: 'field', name: 'size', of: 'row' },
                  { op: 'lit', value: 2 },
                ],
              },
              where: {
                op: 'cmp',
                left: { op: 'field', name: 'level', of: 'row' },
                is: '=',
                right: { op: 'param', name: 'level' },
              },
              noun,
            },
            is: '>=',
            right: { op: 'param', name: 'least' },
          },
          {
            op: 'cmp',
            left: {
              op: 'ratio',
              numerator: { op: 'agg', fn: 'count', over: 'rows' },
              denominator: { op: 'field', name: 'size', of: 'subject' },
            },
            is: '!=',
            right: {
              op: 'change',
              from: { op: 'field', name: 'before', of: 'subject' },
              to: { op: 'field', name: 'after', of: 'subject' },
            },
          },
        ],
      },
    },
    {
      from: '2024-02-29',
      until: '2030-01-01',
      rule: { op: 'atLeast', id: 'everything', count: { op: 'param', name: 'least' }, of: [] },
    },
  ],
}
