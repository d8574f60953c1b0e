import type { PoolClient } from 'pg'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Pool } from '../test/database.js'
import { check, docs, key, opened, put, remove, thrownBy } from '../test/records.js'
import { onPostgres } from '../test/server.js'
import type { PostgresStorage } from './index.js'

onPostgres('In a transaction that the host began with a client of pg', (running) => {
  let pool: Pool
  let storage: PostgresStorage

  beforeEach(async () => {
    pool = await running().databases.fresh()
    storage = await opened(pool)
    await pool.query('CREATE TABLE news (title text)')
  })

  test('two commits and the host’s own rows are kept together', async () => {
    const client = await begun()
    await client.query("INSERT INTO news VALUES ('Открытие')")
    const joined = storage.within(client)
    await joined.commit([put('ПР-1', 0, { n: 1 })])
    await joined.commit([put('ПР-1', 1, { n: 2 }), put('ПР-2', 0, { n: 2 })])
    expect(await docs(joined)).toEqual({ 'ПР-1': { n: 2 }, 'ПР-2': { n: 2 } })
    expect(await docs(storage)).toEqual({})
    await client.query('COMMIT')
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 2 }, 'ПР-2': { n: 2 } })
    expect(await news()).toEqual(['Открытие'])
  })

  test('a rollback takes back two commits and the host’s own rows', async () => {
    const client = await begun()
    await client.query("INSERT INTO news VALUES ('Открытие')")
    await storage.within(client).commit([put('ПР-1', 0)])
    await storage.within(client).commit([remove('ПР-1', 1), put('ПР-2', 0)])
    await client.query('ROLLBACK')
    expect(await docs(storage)).toEqual({})
    expect(await news()).toEqual([])
  })

  test('a refused commit takes back only itself, and the transaction goes on', async () => {
    await storage.commit([put('ПР-1', 0, { n: 1 })])
    const client = await begun()
    await client.query("INSERT INTO news VALUES ('Открытие')")
    const joined = storage.within(client)
    await joined.commit([put('ПР-2', 0, { n: 2 })])
    const stale = joined.commit([put('ПР-3', 0), put('ПР-2', 1), check('ПР-1', 7)])
    expect(await thrownBy(stale)).toMatchObject({
      code: 'STORAGE_CONFLICT',
      details: { conflicts: [{ key: key('ПР-1'), expected: 7, actual: 1 }] },
    })
    await client.query("INSERT INTO news VALUES ('Продолжение')")
    await joined.commit([put('ПР-4', 0, { n: 4 })])
    await client.query('COMMIT')
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 }, 'ПР-2': { n: 2 }, 'ПР-4': { n: 4 } })
    expect(await news()).toEqual(['Открытие', 'Продолжение'])
  })

  test('a transaction that failed before is told from one that is refused', async () => {
    const client = await begun()
    await thrownBy(client.query('SELECT 1/0'))
    expect(await thrownBy(storage.within(client).commit([put('ПР-1', 0)]))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('a statement of this transaction failed before: roll it back'),
      details: { transient: false },
    })
  })

  test('it may be joined as long as the storage is open', async () => {
    const joined = storage.within(await begun())
    await joined.close()
    expect(await docs(joined)).toEqual({})
    await storage.close()
    for (const use of [joined.commit([put('ПР-1', 0)]), docs(joined), joined.query('SELECT 1', [])]) {
      expect(await thrownBy(use)).toMatchObject({ code: 'STORAGE_CLOSED' })
    }
  })

  async function begun(): Promise<PoolClient> {
    const client = await pool.connect()
    onTestFinished(() => client.release(true))
    await client.query('BEGIN')
    return client
  }

  async function news(): Promise<unknown[]> {
    const { rows } = await pool.query('SELECT title FROM news ORDER BY title')
    return rows.map(({ title }) => title)
  }
})
