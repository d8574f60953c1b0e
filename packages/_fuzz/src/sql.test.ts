import {
  compileSql,
  type Dates,
  type Facts,
  factRows,
  factTables,
  readDecision,
  rulebook,
  type SqlDecision,
  type SubjectModel,
} from '@tirazh/rules'
import {
  compareCodePoints,
  type Expression,
  type PlainDate,
  type Policy,
  type Predicate,
  type SuccessionStep,
  type Text,
} from '@tirazh/spec'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addMonths, dateOf, dayOf } from '../../rules/src/days.js'
import { dialects, quoted, type SqlDatabase } from './databases/database.js'
import { openDatabase, whyMissing } from './databases/open.js'

/*
 * What random policies seldom come to: every month there is, names and values that mean harm, and the
 * largest policies that are allowed.
 */

const title: Text = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fields: SubjectModel['fields'] = {
  n: { title, type: 'number', decimals: 0 },
  m: { title, type: 'number', decimals: 0 },
  d: { title, type: 'date' },
  e: { title, type: 'date' },
  c: { title, type: 'code' },
}
const model: SubjectModel = {
  kind: 'thing',
  label: 'c',
  fields,
  relations: { rows: { kind: 'row', title, noun, fields } },
}
const asOf = { asOf: '2025-03-03' } as const

function policy(rule: Predicate, id = 'p', subject = 'thing'): Policy {
  return { schema: 'policy/1', id, title, subject, params: {}, versions: [{ from: '2000-01-01', rule }] }
}

const lit = (value: string | number | boolean): Expression => ({ op: 'lit', value })
const field = (name: string, of: 'subject' | 'row' = 'subject'): Expression => ({ op: 'field', name, of })
const same = (left: Expression, right: Expression): Predicate => ({ op: 'cmp', left, is: '=', right })
const reaches = (left: Expression, right: number): Predicate => ({
  op: 'cmp',
  left,
  is: '>=',
  right: lit(right),
})
const countRows = (where: Predicate): Expression => ({ op: 'agg', fn: 'count', over: 'rows', where, noun })
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Things with values that differ, some of them missing. */
function things(count: number): readonly Facts[] {
  const values = (index: number): object => ({
    ...(index % 5 === 0 ? {} : { n: (index * 7) % 11 }),
    ...(index % 7 === 0 ? {} : { d: dateOf(19_000 + index * 13) }),
    ...(index % 3 === 0 ? {} : { c: `c${index % 13}` }),
  })
  return times(count, (index) => {
    const rows = times(index % 5, (place) => ({ id: `r${place}`, ...values(index * 3 + place) }))
    return { id: `t${index}`, ...values(index), ...(index % 9 === 0 ? {} : { rows }) }
  })
}

for (const dialect of dialects) {
  const missing = await whyMissing(dialect)
  describe.skipIf(missing)(missing ?? dialect, () => {
    let database: SqlDatabase
    let made: readonly string[] = []
    beforeAll(async () => {
      database = await openDatabase(dialect)
    })
    afterAll(() => database?.close())
    afterEach(async () => {
      for (const table of made) await database.run(`DROP TABLE ${quoted(table)}`)
      made = []
    })

    async function store(of: SubjectModel, subjects: readonly Facts[]): Promise<void> {
      for (const statement of factTables(of, dialect)) await database.run(statement)
      const filled = factRows(of, subjects)
      made = filled.map(({ table }) => table)
      for (const { table, columns, rows } of filled) await database.insert(table, columns, rows)
    }

    async function ask(
      book: ReturnType<typeof rulebook>,
      dates: Dates = asOf,
      id = 'p',
    ): Promise<readonly SqlDecision[]> {
      const { text, params } = compileSql(book, id, { dialect, dates })
      return (await database.query(text, params)).map(readDecision)
    }

    /** Asks the database and the object evaluator. */
    async function agree(
      policies: readonly Policy[],
      subjects: readonly Facts[],
      succession: readonly SuccessionStep[] = [],
    ): Promise<void> {
      const book = rulebook({
        model,
        policies: Object.fromEntries(policies.map((each) => [each.id, each])),
        succession,
      })
      await store(model, subjects)
      const found = new Map((await ask(book)).map(({ id, standing, status }) => [id, { standing, status }]))
      const expected = new Map(subjects.map((subject) => [subject.id, book.decide('p', subject, asOf)]))
      expect(found).toEqual(expected)
      expect(new Set([...found.values()].map(({ status }) => status)).size).toBeGreaterThan(1)
    }

    test.each([-1200, -13, -1, 1, 11, 12, 1200])(
      'a day moved by %i months is the day that the calendar has',
      async (by) => {
        const days = [1600, 1899, 1999, 2023, 2099, 2399].flatMap((year) =>
          times(760, (day) => Number(dayOf(`${year}-06-01`)) + day),
        )
        const subjects = (['down', 'up'] as const).flatMap((rounding) =>
          days.map((day) => {
            return {
              id: `${rounding} ${day}`,
              d: dateOf(day),
              e: dateOf(addMonths(day, by, rounding)),
              c: rounding,
            }
          }),
        )
        const moved = (rounding: 'down' | 'up'): Predicate => {
          const date: Expression = {
            op: 'shift',
            date: field('d'),
            by: { op: 'lit', value: by },
            unit: 'month',
            rounding,
          }
          return { op: 'all', of: [same(field('c'), lit(rounding)), same(date, field('e'))] }
        }
        await store(model, subjects)
        const book = rulebook({
          model,
          policies: { p: policy({ op: 'any', of: [moved('down'), moved('up')] }) },
        })
        const wrong = (await ask(book)).filter(({ status }) => status !== 'met')
        expect(wrong).toEqual([])
      },
    )

    test('names and values that mean harm do none, and come back in the order of their code points', async () => {
      const hostile = [
        `'; DROP TABLE facts_thing; --`,
        '"',
        `" OR ""="`,
        '\\',
        '%',
        '?1',
        '$1',
        '\0',
        '\u0001',
        'x\0y',
        '\ud7ff',
        '\ud800',
        'a\udc00',
        '🙂',
        '\uffff',
        'é',
        'e\u0301',
        '',
        ' ',
        'NULL',
        'A',
        'a',
        'я',
        'Ё',
      ]
      // A name may be anything but blank.
      const names = hostile.map((text, place) => (text.trim() === '' ? `blank ${place}` : text))
      const named: SubjectModel = {
        kind: `thing"; --`,
        label: '"',
        fields: Object.fromEntries(names.map((name) => [name, { title, type: 'code' }])),
        relations: Object.fromEntries(
          ['b', 'B', '"rows"', '😀'].map((name) => [name, { kind: name, title, noun, fields }]),
        ),
      }
      const subjects = hostile.map((text) => ({
        ...Object.fromEntries(names.map((name) => [name, text])),
        id: text,
        B: [{ id: text, c: text }],
      }))
      await store(named, subjects)
      for (const [place, wanted] of hostile.entries()) {
        const rule: Predicate = {
          op: 'all',
          of: [
            same(field(names[names.length - 1 - place] ?? ''), lit(wanted)),
            { op: 'in', value: field(names[place] ?? ''), set: [wanted, 'nothing else'] },
            reaches(
              { op: 'agg', fn: 'count', over: 'B', where: same(field('c', 'row'), lit(wanted)), noun },
              1,
            ),
          ],
        }
        const book = rulebook({ model: named, policies: { p: policy(rule, 'p', named.kind) } })
        const found = await ask(book)
        expect(found.filter(({ status }) => status === 'met').map(({ id }) => id)).toEqual([wanted])
        if (place > 0) continue
        const whole = found.map(({ id }) => id).filter((id) => !/\p{Surrogate}/u.test(id))
        expect(whole).toEqual(whole.toSorted(compareCodePoints))
        expect(found).toHaveLength(hostile.length)
      }
    })

    test('only what was known at a moment is counted', async () => {
      const [t1, t2, t3] = [
        '2024-01-01T00:00:00.000Z',
        '2024-02-01T00:00:00.000Z',
        '2024-03-01T00:00:00.000Z',
      ] as const
      const rows = [
        { id: 'always' },
        { id: 'from t2', recordedAt: t2 },
        { id: 'until t2', supersededAt: t2 },
        { id: 'between', recordedAt: t1, supersededAt: t3 },
      ]
      const subject = { id: 's', rows }
      await store(model, [subject])
      const seen = async (knownAt: typeof t1 | typeof t2 | typeof t3): Promise<number> => {
        const counts = times(5, (count) => same(countRows({ op: 'all', of: [] }), lit(count)))
        const book = rulebook({ model, policies: { p: policy({ op: 'any', of: counts }) } })
        const [decision] = await ask(book, { ...asOf, knownAt })
        return decision?.leaves.indexOf('met') ?? -1
      }
      expect([await seen(t1), await seen(t2), await seen(t3)]).toEqual([3, 3, 2])
    })

    test('numbers beyond 2^53 are compared to the last digit', async () => {
      const product = (a: string, b: string): Expression => ({
        op: 'calc',
        fn: 'multiply',
        of: [field(a), field(b)],
      })
      // n² − n(n − 1) = n; as floating point numbers the two products would differ by something else.
      const difference: Expression = {
        op: 'calc',
        fn: 'subtract',
        of: [product('n', 'n'), product('n', 'm')],
      }
      const subjects = [999_999_999, 999_999_937, 5].map((n) => ({ id: String(n), n, m: n - 1 }))
      await agree([policy(same(difference, lit(999_999_937)))], subjects)
    })

    test('a rule of thousands of conditions is one statement', async () => {
      const leaves = times(2200, (index) => same(field('n'), lit(index - 5)))
      await agree([policy({ op: 'atLeast', count: { op: 'lit', value: 1 }, of: leaves })], things(40))
      const book = rulebook({ model, policies: { p: policy({ op: 'any', of: leaves }) } })
      expect((await ask(book))[0]?.leaves).toHaveLength(2200)
    })

    test('a rule of hundreds of counts is one statement', async () => {
      const counts = times(280, (index) =>
        reaches(countRows(reaches(field('n', 'row'), index % 40)), 1 + (index % 3)),
      )
      await agree([policy({ op: 'atLeast', count: { op: 'lit', value: 30 }, of: counts })], things(40))
    })

    test('a sum of thousands of values and a set of thousands of words are one statement', async () => {
      const sum: Expression = {
        op: 'calc',
        fn: 'add',
        of: times(2000, (index) => (index % 2 ? field('n') : lit(1))),
      }
      const set = times(5000, (index) => `c${index + 5}`)
      await agree(
        [policy({ op: 'all', of: [reaches(sum, 5000), { op: 'in', value: field('c'), set }] })],
        things(60),
      )
    })

    test('thresholds deep in one another are decided one after the other', async () => {
      let rule: Predicate = { op: 'known', value: field('d') }
      for (let depth = 0; depth < 25; depth += 1) {
        const of: readonly Predicate[] = [
          rule,
          reaches(field('n'), depth % 9),
          same(field('c'), lit(`c${depth % 13}`)),
          { op: 'not', of: rule },
        ]
        rule = { op: 'atLeast', count: { op: 'lit', value: 2 }, of: depth < 8 ? of : of.slice(0, 3) }
      }
      await agree([policy(rule)], things(60))
    })

    test('policies that use each other beside their records are decided one after the other', async () => {
      const use = (index: number): Predicate => ({ op: 'use', policy: `p${index}` })
      const made = times(20, (index): Policy => {
        if (index === 0) return policy({ op: 'known', value: field('d') }, 'p0')
        const where: Predicate = { op: 'any', of: [use(index - 1), same(field('c', 'row'), field('c'))] }
        return policy(
          { op: 'any', of: [reaches(countRows(where), 2), { op: 'not', of: use(index - 1) }] },
          `p${index}`,
        )
      })
      await agree([...made, policy(use(19))], things(60))
    })

    test('thousands of codes that succeed one another are read as of any day', async () => {
      const steps = times(3000, (index): SuccessionStep => {
        const on: PlainDate = dateOf(19_000 + ((index * 37) % 900))
        return {
          from: `c${index}`,
          fromName: '',
          to: `c${index % 4 === 0 ? index + 1 : index + 3000}`,
          toName: '',
          on,
        }
      })
      const now: Expression = { op: 'successor', code: field('c'), at: { op: 'asOf' } }
      const then: Expression = { op: 'successor', code: field('c', 'row'), at: field('d', 'row') }
      const different: Expression = { op: 'agg', fn: 'countDistinct', over: 'rows', value: then, noun }
      const rule: Predicate = { op: 'any', of: [same(now, lit('c1')), reaches(different, 3)] }
      await agree([policy(rule)], things(80), steps)
    })
  })
}
