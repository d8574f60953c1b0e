import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import { type Condition, type Json, meets, type Operator, type Query } from '@tirazh/spec'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Pool, type Pools, pools } from '../test/database.js'
import { type PostgresStorage, postgres } from './index.js'
import { select } from './select.js'

const missing = await whyMissing('postgres-npm')
const operators: readonly Operator[] = ['=', '<', '<=', '>', '>=']
const quoted = `it's a "b" \\ ; --`

describe.skipIf(missing)(missing ?? 'finding', () => {
  let server: PostgresServer
  let databases: Pools
  let pool: Pool
  let storage: PostgresStorage

  beforeAll(async () => {
    server = await startPostgres()
    await server.createDatabase('ru', { icuLocale: 'ru-RU' })
    databases = pools(server)
    pool = await databases.fresh({ database: 'ru' })
    storage = postgres({ pool, migrate: 'auto' })
    await storage.open([
      { kind: 'practice', indexes: ['value', 'status'] },
      { kind: quoted, indexes: [quoted] },
    ])
  })
  afterAll(async () => {
    await databases?.end()
    await server?.stop()
  })

  let rounds = 0
  /** In a space of its own: the places of the documents that meet the condition. */
  async function places(docs: readonly Json[], conditions: readonly Condition[]): Promise<number[][]> {
    const space = String(++rounds)
    await storage.commit(
      docs.map((doc, i) => ({
        op: 'put',
        space,
        kind: 'practice',
        id: String(i).padStart(3, '0'),
        expect: 0,
        doc,
      })),
    )
    const found: number[][] = []
    for (const condition of conditions) {
      const rows = await all({ kind: 'practice', space, where: [condition] })
      found.push(rows.map(({ id }) => Number(id)))
    }
    return found
  }

  async function all(query: Query): Promise<{ id: string; doc: Json }[]> {
    const rows: { id: string; doc: Json }[] = []
    for await (const row of storage.find(query)) rows.push(row)
    return rows
  }

  test('every number comes out as it went in', async () => {
    const extreme = [
      5e-324,
      -5e-324,
      1.7976931348623157e308,
      2 ** -1022,
      0.1,
      0.1 + 0.2,
      1e21,
      1e-7,
      2 ** 53 - 1,
    ]
    const double = fc.double({ noNaN: true, noDefaultInfinity: true })
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(double, { minLength: 50, maxLength: 50 }), async (numbers) => {
        const key = { space: 'numbers', kind: 'practice', id: String(++round) }
        const doc = [...numbers, ...extreme].map((n) => n + 0)
        await storage.commit([{ ...key, op: 'put', expect: 0, doc }])
        const [row] = await storage.read([key])
        expect(row?.doc).toEqual(JSON.parse(JSON.stringify(doc)))
      }),
      { numRuns: 40 },
    )
  })

  test('numbers and texts are compared as the definition says, however near to each other', async () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }).map((n) => n + Number.EPSILON),
      fc.constantFrom(0, 1, 5e-324, 1e-17, 0.1, 0.1 + 0.2, Number.MAX_VALUE, -Number.MAX_VALUE, true, false),
      fc.string({
        unit: fc.constantFrom('а', 'б', 'ё', 'Ё', 'я', 'z', '-', ' ', '\uffff', '😀', '1'),
        maxLength: 4,
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 10 }), value, async (values, other) => {
        const docs = values.map((each) => ({ value: each }))
        const conditions = [...values, other].flatMap((each) =>
          operators.map((is): Condition => ({ field: 'value', is, value: each })),
        )
        const expected = conditions.map((condition) =>
          docs.flatMap((doc, i) => (meets(doc, condition) ? [i] : [])),
        )
        expect(await places(docs, conditions)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  test('long texts that begin alike are kept and told apart in a declared field', async () => {
    const start = Array.from({ length: 20_000 }, (_, i) =>
      String.fromCodePoint(0x400 + ((i * i * 7919) % 4000)),
    ).join('')
    const docs = [start, `${start}а`, start.slice(1), ''].map((value) => ({ value }))
    const conditions = docs.map(({ value }): Condition => ({ field: 'value', is: '=', value }))
    expect(await places(docs, conditions)).toEqual([[0], [1], [2], [3]])
  })

  test('a condition with what PostgreSQL cannot hold matches as the definition says', async () => {
    const docs = [{ value: '\ufffd' }, { value: 'а' }]
    const conditions: Condition[] = [
      { field: 'value', is: '=', value: '\ud83d' },
      { field: 'value', is: '=', value: '\0' },
      { field: 'value', is: '>', value: '\0' },
      { field: '\0', is: '=', value: 'а' },
    ]
    expect(await places(docs, conditions)).toEqual([[], [], [0, 1], []])
  })

  test('names with quotes and backslashes do no harm, whatever the server thinks of backslashes', async () => {
    await storage.commit([
      { op: 'put', space: quoted, kind: quoted, id: quoted, expect: 0, doc: { [quoted]: quoted } },
    ])
    const where: Condition[] = [{ field: quoted, is: '=', value: quoted }]
    expect(await all({ kind: quoted, space: quoted, where })).toMatchObject([{ id: quoted }])
    const old = await pool.connect()
    await old.query('BEGIN; SET LOCAL standard_conforming_strings = off')
    const ids: string[] = []
    for await (const row of storage.within(old).find({ kind: quoted, where })) ids.push(row.id)
    await old.query('ROLLBACK')
    old.release()
    expect(ids).toEqual([quoted])
  })

  test.each<[string, Condition['value']]>([
    ['text', 'met'],
    ['number', 17],
    ['truth value', true],
  ])('a declared field that equals a %s is found by its index', async (_, value) => {
    const plan = await planOf({ kind: 'practice', space: '52', where: [{ field: 'status', is: '=', value }] })
    expect(plan).toMatch(/on tirazh_record_[0-9a-f]{16} |using tirazh_record_[0-9a-f]{16} /)
    expect(plan).toMatch(/Index Cond: .*space = .*"?left"?\(.*'status'/)
  })

  test('a field that is not declared is looked for within its space alone', async () => {
    const plan = await planOf({
      kind: 'practice',
      space: '52',
      where: [{ field: 'other', is: '=', value: 1 }],
    })
    expect(plan).toMatch(/Index Cond: \(+space = '52'/)
  })

  test('the next page begins where the one before ended', async () => {
    const plan = await planOf({ kind: 'practice', space: '52', after: { space: '52', id: '3' } })
    expect(plan).toMatch(/using tirazh_record_pkey.*Index Cond: .*id > /s)
    expect(plan).not.toContain('Sort')
  })

  /** The plan over some thousand records that differ, of which each space holds a twelfth. */
  async function planOf(query: Query): Promise<string> {
    await pool.query(
      `INSERT INTO tirazh_record
        SELECT (41 + n % 12)::text, 'practice', 'п' || n, 1, jsonb_build_object('status', n)
        FROM generate_series(1, 30000) AS n ON CONFLICT DO NOTHING`,
    )
    await pool.query('ANALYZE tirazh_record')
    const { text, values } = select(query, 500)
    const { rows } = await pool.query(`EXPLAIN ${text}`, [...values])
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
})
