import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import type { Op } from '@tirazh/spec'
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Pool, type Pools, pools } from '../test/database.js'
import { type PostgresExecutor, type PostgresStorage, postgres } from './index.js'

const missing = await whyMissing('postgres-npm')

interface Tables {
  news: { title: string }
}

describe.skipIf(missing)(missing ?? 'in a transaction of the host', () => {
  let server: PostgresServer
  let databases: Pools
  let pool: Pool
  let storage: PostgresStorage
  let host: Kysely<Tables>

  beforeAll(async () => {
    server = await startPostgres()
    databases = pools(server)
    pool = await databases.fresh()
    storage = postgres({ pool, migrate: 'auto' })
    await storage.open([{ kind: 'practice' }])
    await pool.query('CREATE TABLE news (title text)')
    host = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  })
  afterAll(async () => {
    await databases?.end()
    await server?.stop()
  })

  const executor = (transaction: Transaction<Tables>): PostgresExecutor => ({
    query: (text, values) => transaction.executeQuery(CompiledQuery.raw(text, values)),
  })

  test('records and the host’s rows are written together with Kysely, or not at all', async () => {
    const publish = (id: string, fails: boolean): Promise<void> =>
      host.transaction().execute(async (transaction) => {
        await transaction.insertInto('news').values({ title: id }).execute()
        await storage.within(executor(transaction)).commit([put(id, 0)])
        if (fails) throw new Error('the host changed its mind')
      })
    await publish('ПР-1', false)
    await expect(publish('ПР-2', true)).rejects.toThrow('changed its mind')
    expect((await pool.query('SELECT title FROM news')).rows).toEqual([{ title: 'ПР-1' }])
    expect(await storage.read([key('ПР-1'), key('ПР-2')])).toEqual([
      { ...key('ПР-1'), version: 1, doc: {} },
      undefined,
    ])
  })

  test('a refused commit leaves what Kysely has written and what it writes next', async () => {
    await storage.commit([put('ПР-3', 0)])
    await host.transaction().execute(async (transaction) => {
      await transaction.insertInto('news').values({ title: 'before' }).execute()
      const refused = storage.within(executor(transaction)).commit([put('ПР-4', 0), put('ПР-3', 0)])
      await expect(refused).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
      await transaction.insertInto('news').values({ title: 'after' }).execute()
    })
    const { rows } = await pool.query("SELECT title FROM news WHERE title IN ('before', 'after')")
    expect(rows).toHaveLength(2)
    expect(await storage.read([key('ПР-4')])).toEqual([undefined])
  })

  test('commits and questions at the same time are kept apart on the one connection', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    const joined = storage.within(client)
    const outcomes = await Promise.allSettled([
      joined.commit([put('ПР-5', 0)]),
      joined.commit([put('ПР-5', 7)]),
      joined.query('SELECT id FROM tirazh_record WHERE id = $1', ['ПР-5']),
      joined.commit([put('ПР-6', 0)]),
    ])
    await client.query('COMMIT')
    client.release()
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect((await storage.read([key('ПР-5'), key('ПР-6')])).map((row) => row?.version)).toEqual([1, 1])
  })

  test.each([
    'DELETE FROM tirazh_record',
    'COMMIT',
    '/* a */ -- b\n rollback',
    'SELECT 1; COMMIT; DELETE FROM tirazh_record',
    'SELECT no_such_column FROM tirazh_record',
  ])('the question %j is refused and the transaction can go on writing', async (question) => {
    const before = await storage.query('SELECT id FROM tirazh_record', [])
    const client = await pool.connect()
    await client.query('BEGIN')
    const joined = storage.within(client)
    await expect(joined.query(question, [])).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
    await joined.commit([put('ПР-7', 0)])
    await client.query('ROLLBACK')
    client.release()
    expect(await storage.query('SELECT id FROM tirazh_record', [])).toEqual(before)
  })

  test('a text with a semicolon inside is one question', async () => {
    expect(await storage.query("SELECT ';' AS mark; ", [])).toEqual([{ mark: ';' }])
    expect(await storage.query("SELECT 'a; b' AS text -- all; of it", [])).toEqual([{ text: 'a; b' }])
  })

  test('without a transaction the commit is refused and says what to do', async () => {
    const client = await pool.connect()
    const commit = storage.within(client).commit([put('ПР-8', 0)])
    await expect(commit).rejects.toThrow('give within an executor whose transaction has begun')
    client.release()
    expect(await storage.read([key('ПР-8')])).toEqual([undefined])
  })

  test('a snapshot that is too old is a failure that passes with a new transaction', async () => {
    await storage.commit([put('ПР-9', 0)])
    const client = await pool.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    const joined = storage.within(client)
    await joined.read([key('ПР-9')])
    await storage.commit([put('ПР-9', 1)])
    await expect(joined.commit([put('ПР-9', 1)])).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      details: { transient: true },
    })
    await client.query('ROLLBACK')
    client.release()
  })

  test('what cannot run statements is a wrong argument', () => {
    const nothing: unknown = {}
    expect(() => storage.within(nothing as PostgresExecutor)).toThrow(TypeError)
  })
})

function key(id: string): { space: string; kind: string; id: string } {
  return { space: '52', kind: 'practice', id }
}

function put(id: string, expect: number): Op {
  return { ...key(id), op: 'put', expect, doc: {} }
}
