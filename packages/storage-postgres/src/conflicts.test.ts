import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import { isTirazhError, type Op } from '@tirazh/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Pool, type Pools, pools } from '../test/database.js'
import { type PostgresExecutor, type PostgresStorage, postgres } from './index.js'

const missing = await whyMissing('postgres-npm')

describe.skipIf(missing)(missing ?? 'a commit that meets others', () => {
  let server: PostgresServer
  let databases: Pools
  let pool: Pool
  let storage: PostgresStorage

  beforeAll(async () => {
    server = await startPostgres()
    databases = pools(server)
    pool = await databases.fresh({ max: 20 })
    storage = postgres({ pool, migrate: 'auto' })
    await storage.open([{ kind: 'practice' }])
  })
  afterAll(async () => {
    await databases?.end()
    await server?.stop()
  })

  test('a check of what is absent waits for a transaction that creates it, and then fails', async () => {
    const host = await pool.connect()
    await host.query('BEGIN')
    await storage.within(host).commit([put(key('Д'), 0)])
    const waiting = storage.commit([put(key('Е'), 0), check(key('Д'), 0)])
    await untilSomebodyWaits()
    await host.query('COMMIT')
    host.release()
    await expect(waiting).rejects.toMatchObject({
      code: 'STORAGE_CONFLICT',
      details: { conflicts: [{ key: key('Д'), expected: 0, actual: 1 }] },
    })
  })

  test('a check of what is absent holds where the other transaction is rolled back, and leaves nothing', async () => {
    const host = await pool.connect()
    await host.query('BEGIN')
    await storage.within(host).commit([put(key('Ж'), 0)])
    const waiting = storage.commit([put(key('З'), 0), check(key('Ж'), 0)])
    await untilSomebodyWaits()
    await host.query('ROLLBACK')
    host.release()
    await waiting
    expect((await storage.read([key('Ж'), key('З')])).map((row) => row?.version ?? 0)).toEqual([0, 1])
  })

  test('whoever checks a record stops its change until the commit', async () => {
    await storage.commit([put(key('И'), 0)])
    const host = await pool.connect()
    await host.query('BEGIN')
    await storage.within(host).commit([check(key('И'), 1)])
    let changed = false
    const waiting = storage.commit([put(key('И'), 1)]).then(() => {
      changed = true
    })
    await untilSomebodyWaits()
    expect(changed).toBe(false)
    await host.query('COMMIT')
    host.release()
    await waiting
  })

  test('two that only check the same record do not wait for each other', async () => {
    await storage.commit([put(key('К'), 0)])
    const host = await pool.connect()
    await host.query('BEGIN')
    await storage.within(host).commit([check(key('К'), 1)])
    await storage.commit([check(key('К'), 1), put(key('Л'), 0)])
    await host.query('ROLLBACK')
    host.release()
  })

  test.each(['40001', '40P01'])('a commit that the server gives up with %s is made again', async (code) => {
    const texts: string[] = []
    const first = failing(pool, (text) => {
      texts.push(text)
      if (text.includes('INSERT') && texts.filter((each) => each.includes('INSERT')).length < 3) {
        throw Object.assign(new Error('in the way'), { code })
      }
    })
    const other = postgres({ pool: first })
    await other.open([])
    await other.commit([put(key(`Н-${code}`), 0)])
    expect(texts.filter((text) => text === 'ROLLBACK')).toHaveLength(2)
    expect((await storage.read([key(`Н-${code}`)]))[0]?.version).toBe(1)
  })

  test('a commit that is always in the way is a failure that may pass', async () => {
    const other = postgres({
      pool: failing(pool, (text) => {
        if (text === 'COMMIT') throw Object.assign(new Error('in the way'), { code: '40001' })
      }),
    })
    await other.open([])
    await expect(other.commit([put(key('О'), 0)])).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      details: { storage: 'postgres', during: 'commit', transient: true },
    })
    expect(await storage.read([key('О')])).toEqual([undefined])
  })

  test('a register of 50,000 records is created, changed and deleted with one commit each', async () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => ({ ...key(String(i)), space: '16' }))
    await storage.commit(keys.map((each, i) => ({ ...put(each, 0), doc: { i, status: 'новая' } })))
    await storage.commit(keys.map((each) => put(each, 1)))
    const stale = await storage.commit(keys.map((each, i) => put(each, i === 44_444 ? 1 : 2))).catch((e) => e)
    expect(isTirazhError(stale, 'STORAGE_CONFLICT') && stale.details.conflicts).toEqual([
      { key: keys[44_444], expected: 1, actual: 2 },
    ])
    const read = await storage.read(keys)
    expect(read.filter((row, i) => row?.version === 2 && row.id === String(i))).toHaveLength(50_000)
    await storage.commit(keys.map((each) => ({ ...each, op: 'delete', expect: 2 })))
    expect(await storage.query("SELECT id FROM tirazh_record WHERE space = '16'", [])).toEqual([])
  })

  /** Until a connection of this server waits for the end of another one's transaction. */
  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const [{ n } = {}] = await server.query(
        "SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
      )
      if (Number(n) > 0) return
    }
  }
})

function key(id: string): { space: string; kind: string; id: string } {
  return { space: '52', kind: 'practice', id }
}

function put(at: ReturnType<typeof key>, expect: number): Op {
  return { ...at, op: 'put', expect, doc: { after: expect } }
}

function check(at: ReturnType<typeof key>, expect: number): Op {
  return { ...at, op: 'check', expect }
}

/** The pool, with something that happens before each statement. */
function failing(pool: Pool, before: (text: string) => void): Parameters<typeof postgres>[0]['pool'] {
  return {
    async connect() {
      const client = await pool.connect()
      const query: PostgresExecutor['query'] = async (text, values) => {
        before(text)
        return client.query(text, values)
      }
      return {
        query,
        release: (error) => client.release(error),
        on: (event, listener) => client.on(event, listener),
        removeListener: (event, listener) => client.removeListener(event, listener),
      }
    },
  }
}
