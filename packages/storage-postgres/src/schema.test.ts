import type { KindSpec } from '@tirazh/spec'
import { beforeEach, expect, test } from 'vitest'
import type { Pool } from '../test/database.js'
import { docs, key, opened, practices, put, thrownBy } from '../test/records.js'
import { onPostgres } from '../test/server.js'
import { postgres } from './index.js'

onPostgres('The tables', (running) => {
  let pool: Pool

  beforeEach(async () => {
    pool = await running().databases.fresh()
  })

  test('that are missing are told with the remedy by `check`, which makes nothing', async () => {
    const storage = postgres({ pool })
    expect(await thrownBy(storage.open(practices))).toMatchObject({
      code: 'STORAGE_SCHEMA',
      message:
        'The tables of the postgres storage are not there: ' +
        "run what sql() prints, or pass migrate: 'auto'",
      details: { storage: 'postgres', found: 0, needed: 1 },
    })
    expect(await thrownBy(storage.commit([put('ПР-1', 0)]))).toMatchObject({ code: 'STORAGE_CLOSED' })
    expect(await relations()).toEqual([])
  })

  test('are made by what is printed, run as it is and run again, for one that may create nothing', async () => {
    const printed = postgres({ pool }).sql({ kinds: practices })
    await pool.query(printed)
    await pool.query(printed)
    const portal = await unprivileged()
    const storage = postgres({ pool: portal })
    await storage.open(practices)
    await storage.commit([put('ПР-1', 0, { status: 'met' })])
    expect(await docs(storage)).toEqual({ 'ПР-1': { status: 'met' } })
    await storage.close()
  })

  test('are the same, made by what is printed or by `auto`, and `auto` finds nothing to add', async () => {
    await pool.query(postgres({ pool }).sql({ kinds: practices }))
    const made = await relations()
    const other = await running().databases.fresh()
    await opened(other)
    expect(await relations(other)).toEqual(made)
    expect(made).toHaveLength(6)
    const portal = await unprivileged()
    await postgres({ pool: portal, migrate: 'auto' }).open(practices)
    expect(await relations()).toEqual(made)
  })

  test('that `auto` may not make are told with the remedy', async () => {
    const portal = await unprivileged()
    expect(await thrownBy(postgres({ pool: portal, migrate: 'auto' }).open([]))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('have a database administrator run what sql() prints'),
      details: { during: 'open', transient: false },
    })
  })

  test.each(['check', 'auto'] as const)(
    'that are newer and can be read are used by `%s`',
    async (migrate) => {
      await (await opened(pool)).commit([put('ПР-1', 0, {})])
      await pool.query('UPDATE tirazh_schema SET version = 7, readable_by = 1')
      const storage = postgres({ pool, migrate })
      await storage.open(practices)
      await storage.commit([put('ПР-1', 1, { n: 2 })])
      expect(await docs(storage)).toEqual({ 'ПР-1': { n: 2 } })
      expect((await pool.query('SELECT version::int FROM tirazh_schema')).rows).toEqual([{ version: 7 }])
    },
  )

  test.each(['check', 'auto'] as const)(
    'that are newer and would break are refused by `%s`',
    async (migrate) => {
      await opened(pool)
      await pool.query('UPDATE tirazh_schema SET version = 7, readable_by = 2')
      const before = await relations()
      expect(
        await thrownBy(postgres({ pool, migrate }).open([{ kind: 'new', indexes: ['n'] }])),
      ).toMatchObject({
        code: 'STORAGE_SCHEMA',
        message: expect.stringContaining('needs a newer release of @tirazh/storage-postgres: update it'),
        details: { found: 7, needed: 1 },
      })
      expect(await relations()).toEqual(before)
    },
  )

  test('that are older are told with the number to start from, and brought forward by `auto`', async () => {
    await opened(pool)
    await pool.query('UPDATE tirazh_schema SET version = 0')
    expect(await thrownBy(postgres({ pool }).open([]))).toMatchObject({ details: { found: 0 } })
    await postgres({ pool, migrate: 'auto' }).open([])
    await postgres({ pool }).open([])
  })

  test.each([2, 8])('are made once by %i adapters that open at the same time', async (count) => {
    for (let round = 0; round < 5; round++) {
      const shared = await running().databases.fresh({ max: count })
      const storages = Array.from({ length: count }, () => postgres({ pool: shared, migrate: 'auto' }))
      await Promise.all(storages.map((storage) => storage.open(practices)))
      await Promise.all(storages.map((storage, n) => storage.commit([put(`ПР-${n}`, 0)])))
      expect(Object.keys(await docs(postgresOf(storages)))).toHaveLength(count)
      expect(await relations(shared)).toHaveLength(6)
      await shared.end()
    }
  })

  test('get an index for a field that is declared later, beside a writer', async () => {
    const storage = await opened(pool)
    await storage.commit([put('ПР-1', 0, { title: 'доска' })])
    const later: KindSpec[] = [{ kind: 'practice', indexes: ['title'] }]
    const before = await relations()
    await Promise.all([
      postgres({ pool, migrate: 'auto' }).open(later),
      storage.commit([put('ПР-1', 1, { title: 'Доска' })]),
    ])
    expect((await relations()).length).toBe(before.length + 1)
    expect(await storage.read([key('ПР-1')])).toMatchObject([{ version: 2 }])
  })

  test('that have every index are not waited for while somebody writes', async () => {
    await opened(pool)
    const writer = await pool.connect()
    await writer.query('BEGIN')
    await writer.query("INSERT INTO tirazh_record VALUES ('52', 'practice', '1', 1, '{}')")
    await postgres({ pool, migrate: 'auto' }).open(practices)
    await writer.query('ROLLBACK')
    writer.release()
  })

  test('and the pool of the host stay when the storage is closed, which is not opened again', async () => {
    const storage = await opened(pool)
    await storage.close()
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(await thrownBy(storage.open(practices))).toMatchObject({ code: 'STORAGE_CLOSED' })
  })

  test('are indexed by fields and kinds of any name', async () => {
    const kind = `про'бел\\ "и" кавычки`
    const fields = ['a.b', "'", '\\', '"', '$1', '--', 'Ё'.repeat(200), '']
    const storage = postgres({ pool, migrate: 'auto' })
    await storage.open([{ kind, indexes: [...fields, ...fields] }])
    const doc = Object.fromEntries(fields.map((field, n) => [field, `x${n}`]))
    await storage.commit([{ space: '52', kind, id: '1', op: 'put', expect: 0, doc }])
    for (const [n, field] of fields.entries()) {
      const found: unknown[] = []
      for await (const row of storage.find({ kind, where: [{ field, is: '=', value: `x${n}` }] }))
        found.push(row.id)
      expect(found).toEqual(['1'])
    }
    expect((await relations()).filter((name) => name.startsWith('tirazh_record_'))).toHaveLength(
      fields.length + 1,
    )
  })

  test('are printed from a schema number that there is, or not at all', () => {
    const { sql } = postgres({ pool })
    expect(sql()).toMatch(/^BEGIN;\nCREATE TABLE [\s\S]*COMMIT;\n$/)
    expect(sql({ from: 1 })).toBe('BEGIN;\nCOMMIT;\n')
    for (const from of [-1, 2, 0.5, Number.NaN, '0' as never]) {
      expect(() => sql({ from })).toThrow(TypeError)
      expect(() => sql({ from })).toThrow('from must be a schema number between 0 and 1')
    }
  })

  /** Tables and indexes that the adapter has made, by name. */
  async function relations(from: Pool = pool): Promise<string[]> {
    const { rows } = await from.query(
      `SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')
        ORDER BY relname COLLATE "C"`,
    )
    return rows.map(({ relname }) => String(relname))
  }

  /** A pool on the same schema whose user may read and write, and create nothing. */
  async function unprivileged(): Promise<Pool> {
    const { rows } = await pool.query('SELECT current_schema() AS schema')
    const schema = String(rows[0]?.schema)
    await pool.query(`CREATE ROLE "portal_${schema}" LOGIN`)
    await pool.query(`GRANT USAGE ON SCHEMA ${schema} TO "portal_${schema}"`)
    await pool.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO "portal_${schema}"`,
    )
    return running().databases.of({ user: `portal_${schema}`, options: `-c search_path=${schema}` })
  }
})

function postgresOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('There must be one')
  return first
}
