import { type MariadbServer, startMariadb, whyMissing } from '@tirazh/servers'
import type { Pool, PoolConnection } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { MysqlStorage } from '../src/index.js'
import { check, docs, key, newDatabase, opened, poolOf, put, remove, thrownBy } from './databases.js'

const missing = await whyMissing('mariadb')

describe.skipIf(missing !== undefined)(
  `A transaction of the host${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    let server: MariadbServer
    let pool: Pool
    let storage: MysqlStorage
    beforeAll(async () => {
      server = await startMariadb({ settings: ['innodb-lock-wait-timeout=1'] })
    })
    afterAll(() => server?.stop())
    beforeEach(async () => {
      pool = poolOf(server, await newDatabase(server))
      storage = await opened(pool)
      await pool.query('CREATE TABLE news (title VARCHAR(40) CHARACTER SET utf8mb4) ENGINE = InnoDB')
    })

    it('commits records with the host’s own rows', async () => {
      const host = await begun(pool)
      const joined = storage.within(host)
      await host.query("INSERT INTO news VALUES ('Открытие')")
      await joined.commit([put('ПР-1', 0, { n: 1 })])
      expect(await docs(joined)).toEqual({ 'ПР-1': { n: 1 } })
      expect(await docs(storage)).toEqual({})
      await host.commit()
      expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 } })
    })

    it('takes records back when the host rolls back', async () => {
      const host = await begun(pool)
      await storage.within(host).commit([put('ПР-1', 0)])
      await host.rollback()
      expect(await docs(storage)).toEqual({})
    })

    it('is as it was after a refused commit, and goes on', async () => {
      await storage.commit([put('старая', 0, { n: 1 }), put('лишняя', 0, { n: 1 })])
      const host = await begun(pool)
      const joined = storage.within(host)
      await host.query("INSERT INTO news VALUES ('Открытие')")
      await joined.commit([put('первая', 0, {})])
      const refusals = [
        [put('новая', 0), remove('лишняя', 1), put('старая', 5)],
        [put('новая', 0), put('старая', 1), put('лишняя', 0)],
        [put('новая', 0), check('лишняя', 0)],
      ]
      for (const ops of refusals) {
        expect(await thrownBy(joined.commit(ops))).toMatchObject({
          code: 'STORAGE_CONFLICT',
          details: { conflicts: [{ actual: 1 }] },
        })
        expect(await docs(joined)).toEqual({ старая: { n: 1 }, лишняя: { n: 1 }, первая: {} })
      }
      await joined.commit([put('старая', 1, { n: 2 })])
      await host.commit()
      expect(await docs(storage)).toEqual({ старая: { n: 2 }, лишняя: { n: 1 }, первая: {} })
      expect((await pool.query('SELECT title FROM news'))[0]).toEqual([{ title: 'Открытие' }])
    })

    it('tells of a conflict what is stored now, not what was when the transaction began', async () => {
      await storage.commit([put('ПР-1', 0)])
      const host = await begun(pool)
      const joined = storage.within(host)
      expect(await joined.read([key('ПР-1')])).toMatchObject([{ version: 1 }])
      await storage.commit([put('ПР-1', 1)])
      expect(await thrownBy(joined.commit([put('ПР-1', 1)]))).toMatchObject({
        code: 'STORAGE_CONFLICT',
        details: { conflicts: [{ expected: 1, actual: 2 }] },
      })
      await host.rollback()
    })

    it('runs commits at the same time one after the other', async () => {
      const host = await begun(pool)
      const commits = Array.from({ length: 8 }, (_, i) =>
        storage.within(host).commit([put('ПР-1', 0, { i }), put(`${i}`, 0)]),
      )
      const outcomes = await Promise.allSettled(commits)
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await host.commit()
      expect(Object.keys(await docs(storage))).toEqual(['0', 'ПР-1'])
    })

    it('must have begun', async () => {
      const idle = await taken(pool)
      for (const executor of [idle, pool]) {
        const thrown = await thrownBy(storage.within(executor).commit([put('ПР-1', 0), put('ПР-2', 1)]))
        expect(thrown).toBeInstanceOf(TypeError)
        expect(String(thrown)).toContain('beginTransaction')
      }
      expect(await docs(storage)).toEqual({})
    })

    it('goes on after a lock was waited for in vain', async () => {
      await storage.commit([put('ПР-1', 0), put('ПР-2', 0)])
      const [host, other] = [await begun(pool), await begun(pool)]
      await storage.within(other).commit([put('ПР-2', 1)])
      const joined = storage.within(host)
      expect(await thrownBy(joined.commit([put('новая', 0), put('ПР-2', 1)]))).toMatchObject({
        code: 'STORAGE_FAILED',
        details: { during: 'commit', transient: true },
      })
      await joined.commit([put('ПР-1', 1, { by: 'host' })])
      await host.commit()
      await other.rollback()
      expect(await docs(storage)).toEqual({ 'ПР-1': { by: 'host' }, 'ПР-2': { by: 'ПР-2' } })
    })

    it('keeps nobody from other records, however few there are', async () => {
      await storage.commit(['б', 'г', 'е', 'и'].map((id) => put(id, 0)))
      const host = await begun(pool)
      await storage.within(host).commit([put('г', 1), check('ж', 0), remove('и', 1), put('л', 0)])
      await storage.commit([put('а', 0), put('д', 0), put('м', 0), check('з', 0)])
      await storage.commit([put('б', 1), check('е', 1), remove('а', 1)])
      await storage.commit([put('е', 1), check('б', 2), put('к', 0), put('в', 0)])
      await host.rollback()
    })

    it('keeps nobody from the few records that it leaves alone', async () => {
      const ids = Array.from({ length: 1000 }, (_, i) => String(i).padStart(4, '0'))
      await storage.commit(ids.map((id) => put(id, 0)))
      const [left, taken] = [ids.filter((_, i) => i % 100 === 0), ids.filter((_, i) => i % 100 > 0)]
      const host = await begun(pool)
      await storage.within(host).commit(taken.map((id, i) => (i % 4 > 0 ? remove(id, 1) : put(id, 1))))
      await storage.commit(left.map((id) => put(id, 1)))
      await host.rollback()
    })

    it('is over when the server broke a deadlock with it, and the error says so', async () => {
      await storage.commit([put('ПР-1', 0, { n: 1 }), put('ПР-2', 0, { n: 1 })])
      const [host, other] = [await begun(pool), await begun(pool)]
      await host.query("INSERT INTO news VALUES ('Открытие')")
      const [joined, another] = [storage.within(host), storage.within(other)]
      await joined.commit([put('ПР-1', 1)])
      await another.commit([put('ПР-2', 1)])
      const outcomes = await Promise.all([
        thrownBy(joined.commit([put('ПР-2', 1)])),
        thrownBy(another.commit([put('ПР-1', 1)])),
      ])
      const [told] = outcomes.filter((thrown) => String(thrown).includes('whole transaction'))
      expect(told).toMatchObject({ code: 'STORAGE_FAILED', details: { transient: true } })
      await Promise.all([host.rollback(), other.rollback()])
      expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 }, 'ПР-2': { n: 1 } })
    })

    it('may be joined as long as the storage is open', async () => {
      const host = await begun(pool)
      const joined = storage.within(host)
      await joined.open([])
      await joined.close()
      await joined.commit([put('ПР-1', 0)])
      await storage.close()
      for (const use of [joined.commit([put('ПР-2', 0)]), joined.read([key('ПР-1')]), docs(joined)]) {
        expect(await thrownBy(use)).toMatchObject({ code: 'STORAGE_CLOSED' })
      }
      await host.rollback()
    })
  },
)

async function begun(pool: Pool): Promise<PoolConnection> {
  const connection = await taken(pool)
  await connection.beginTransaction()
  return connection
}

async function taken(pool: Pool): Promise<PoolConnection> {
  const connection = await pool.getConnection()
  onTestFinished(() => connection.destroy())
  return connection
}
