import type { Expression, Policy, Predicate } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import type { SubjectModel } from '../model.js'
import { rulebook } from '../rulebook.js'
import type { Dialect } from './dialect.js'
import { compileSql, type SqlStatement } from './statement.js'

const title = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fields = {
  n: { title, type: 'number' as const },
  d: { title, type: 'date' as const },
  c: { title, type: 'code' as const },
}
const model: SubjectModel = {
  kind: 'thing',
  label: 'c',
  fields,
  relations: { rows: { kind: 'row', title, noun, fields } },
}

function policy(rule: Predicate, id = 'p'): Policy {
  return {
    schema: 'policy/1',
    id,
    title,
    subject: 'thing',
    params: {},
    versions: [{ from: '2000-01-01', rule }],
  }
}

function compiled(rule: Predicate, dialect: Dialect = 'sqlite', of: SubjectModel = model): SqlStatement {
  const book = rulebook({ model: of, policies: { p: policy(rule) } })
  return compileSql(book, 'p', { dialect, dates: { asOf: '2025-01-01' } })
}

const lit = (value: string | number): Expression => ({ op: 'lit', value })
const field = (name: string, of: 'subject' | 'row' = 'subject'): Expression => ({ op: 'field', name, of })
const atLeast = (left: Expression, value: number): Predicate => ({
  op: 'cmp',
  left,
  is: '>=',
  right: lit(value),
})
const countRows = (where: Predicate, over = 'rows'): Expression => ({
  op: 'agg',
  fn: 'count',
  over,
  where,
  noun,
})

test('a rule about a subject is one select', () => {
  const { text, params, leaves } = compiled({
    op: 'any',
    of: [atLeast(field('n'), 2.5), { op: 'known', value: field('d') }],
  })
  expect(text).toBe(
    'WITH q_4 AS (SELECT s."id" AS _1, (s."n" >= CAST(?1 AS BIGINT)) AS _2, s."d" AS _3 ' +
      'FROM "facts_thing" AS s ORDER BY s."id" LIMIT -1 OFFSET 0)\n' +
      'SELECT _1 AS id, 3 AS standing, ' +
      'CASE (_2 OR (_3 IS NOT NULL)) WHEN TRUE THEN 2 WHEN FALSE THEN 0 ELSE 1 END AS status, ' +
      "(CASE _2 WHEN TRUE THEN '2' WHEN FALSE THEN '0' ELSE '1' END || " +
      "CASE (_3 IS NOT NULL) WHEN TRUE THEN '2' WHEN FALSE THEN '0' ELSE '1' END) AS leaves " +
      'FROM q_4 ORDER BY _1',
  )
  expect(params).toEqual([250])
  expect(leaves.map(({ op }) => op)).toEqual(['cmp', 'known'])
})

test('records are counted in a query of their own and joined', () => {
  const { text } = compiled(atLeast(countRows({ op: 'known', value: field('d', 'row') }), 2), 'postgres')
  expect(text).toContain('COUNT(CASE WHEN (r."d" IS NOT NULL) THEN 1 END)')
  expect(text).toContain('FROM "facts_thing_rows" AS r GROUP BY r."_subject"')
  expect(text).toContain('LEFT JOIN q_')
  expect(text).toMatch(/ORDER BY _\d+ COLLATE "C"$/)
})

test('a policy that is not in force says so of every subject', () => {
  const { policies, ...rest } = { model, policies: { p: policy(atLeast(field('n'), 1)) } }
  const { text } = compileSql(rulebook({ ...rest, policies }), 'p', {
    dialect: 'duckdb',
    dates: { asOf: '1999-12-31' },
  })
  expect(text).toBe(
    `SELECT s."id" AS id, 0 AS standing, 1 AS status, CAST('' AS TEXT) AS leaves FROM "facts_thing" AS s ORDER BY s."id"`,
  )
})

describe('nothing that others wrote gets into the text', () => {
  const hostile = [`x'; DROP TABLE t; --`, '"', `')) OR 1=1 --`, '?1 $1', '\\', '/*', '\0', '\ud800']
  const dialects = ['sqlite', 'postgres', 'duckdb'] as const

  test.each(dialects)('values of a policy are parameters: %s', (dialect) => {
    for (const value of hostile) {
      const { text, params } = compiled(
        {
          op: 'any',
          of: [
            { op: 'cmp', left: field('c'), is: '=', right: lit(value) },
            { op: 'in', value: field('c'), set: [value, 'other'] },
          ],
        },
        dialect,
      )
      const plain = compiled(
        {
          op: 'any',
          of: [
            { op: 'cmp', left: field('c'), is: '=', right: lit('plain') },
            { op: 'in', value: field('c'), set: ['plain', 'other'] },
          ],
        },
        dialect,
      )
      expect(text).toBe(plain.text)
      expect(params).toHaveLength(2)
    }
  })

  test.each(dialects)('names of a model are replaced: %s', (dialect) => {
    const named = (name: string): SqlStatement => {
      const own = { [name]: fields.n }
      const of: SubjectModel = {
        kind: name,
        label: name,
        fields: own,
        relations: { [name]: { kind: name, title, noun, fields: own } },
      }
      const rule = atLeast(countRows(atLeast(field(name, 'row'), 1), name), 1)
      const made: Policy = { ...policy({ op: 'all', of: [rule, atLeast(field(name), 1)] }), subject: name }
      return compileSql(rulebook({ model: of, policies: { p: made } }), 'p', {
        dialect,
        dates: { asOf: '2025-01-01' },
      })
    }
    const texts = hostile.map((name) => named(name).text)
    expect(new Set(texts).size).toBe(1)
  })
})

describe('the text grows with the policy, not with the number of ways through it', () => {
  const length = (rule: Predicate): number => compiled(rule).text.length
  const ratio = (make: (depth: number) => Predicate): number => length(make(24)) / length(make(12))

  test('thresholds in one another', () => {
    const nested = (depth: number): Predicate =>
      depth === 0
        ? { op: 'known', value: field('d') }
        : {
            op: 'atLeast',
            count: { op: 'lit', value: 2 },
            of: [nested(depth - 1), atLeast(field('n'), depth), { op: 'known', value: field('c') }],
          }
    expect(ratio(nested)).toBeLessThan(3)
  })

  test('months upon months', () => {
    const shifted = (depth: number): Expression =>
      depth === 0
        ? field('d')
        : {
            op: 'shift',
            date: shifted(depth - 1),
            by: { op: 'lit', value: depth },
            unit: 'month',
            rounding: 'up',
          }
    const rule = (depth: number): Predicate => ({
      op: 'cmp',
      left: shifted(depth),
      is: '>=',
      right: lit('2024-02-29'),
    })
    expect(ratio(rule)).toBeLessThan(3)
  })

  test('policies that use each other beside records', () => {
    const chain = (depth: number): number => {
      const policies: Record<string, Policy> = { p0: policy({ op: 'known', value: field('d') }, 'p0') }
      for (let index = 1; index <= depth; index += 1) {
        const used: Predicate = { op: 'use', policy: `p${index - 1}` }
        const where: Predicate = { op: 'any', of: [used, atLeast(field('n', 'row'), index)] }
        policies[`p${index}`] = policy({ op: 'all', of: [atLeast(countRows(where), 2), used] }, `p${index}`)
      }
      const book = rulebook({ model, policies })
      return compileSql(book, `p${depth}`, { dialect: 'sqlite', dates: { asOf: '2025-01-01' } }).text.length
    }
    expect(chain(24) / chain(12)).toBeLessThan(3)
  })
})

test('the same value is one parameter, a set is one parameter', () => {
  const set = Array.from({ length: 5000 }, (_, index) => `c${index}`)
  const { params } = compiled({
    op: 'all',
    of: [
      atLeast(field('n'), 1),
      { op: 'not', of: atLeast(field('n'), 1) },
      { op: 'in', value: field('c'), set },
    ],
  })
  expect(params).toEqual([100, JSON.stringify(set)])
})

test('a whole number beyond 2^53 is a parameter with all its digits', () => {
  const small: SubjectModel = {
    ...model,
    fields: { n: { title, type: 'number', decimals: 0, max: 10 } },
    label: 'n',
  }
  const { params } = compiled({ op: 'cmp', left: field('n'), is: '>=', right: lit(3e-17) }, 'sqlite', small)
  expect(params).toEqual(['100000000000000000', 3])
})
