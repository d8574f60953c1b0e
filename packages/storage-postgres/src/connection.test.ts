import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type TcpProxy, tcpProxy } from '@tirazh/servers'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Pool } from '../test/database.js'
import { docs, key, opened, put, thrownBy } from '../test/records.js'
import { onPostgres } from '../test/server.js'
import { stopAt, waiting, watched } from '../test/watched.js'
import { type PostgresStorage, postgres } from './index.js'

const failed = { code: 'STORAGE_FAILED', details: { storage: 'postgres', transient: true } }

onPostgres('A lost connection', (running) => {
  test('ended by the server at any moment does not end a host that listens to its pool alone', async () => {
    const { server } = running()
    const args = [
      '--conditions=source',
      '--import',
      'tsx',
      fileURLToPath(new URL('../test/host.ts', import.meta.url)),
    ]
    const { stdout } = await promisify(execFile)(process.execPath, [...args, String(server.port)])
    const { told, docs } = JSON.parse(stdout)
    expect(told).toMatchObject([failed, failed, failed])
    expect(docs).toEqual({ 'ПР-1': { n: 2 } })
  })

  test('ended between two pages of a search is not noticed', async () => {
    const pool = await running().databases.fresh({ max: 1 })
    const storage = await opened(pool)
    await storage.commit(Array.from({ length: 1200 }, (_, n) => put(String(n).padStart(4, '0'), 0)))
    const found: string[] = []
    for await (const { id } of storage.find({ kind: 'practice' })) {
      if (found.length === 100) await ended(pool)
      found.push(id)
    }
    expect(found).toEqual(Array.from({ length: 1200 }, (_, n) => String(n).padStart(4, '0')))
  })

  test('is not handed out again, however often it happens', async () => {
    const pool = await running().databases.fresh({ max: 2 })
    const sure = await opened(await sameSchema(pool))
    await sure.commit([put('ПР-1', 0, { n: 1 })])
    const storage = postgres({ pool })
    await storage.open([])
    for (let turn = 0; turn < 6; turn++) {
      const lock = await sureLock(pool)
      const commit = thrownBy(storage.commit([put('ПР-2', 0), put('ПР-1', 1)]))
      await lock.terminate(commit)
      expect(await commit).toMatchObject(failed)
      await lock.release()
    }
    expect(await docs(sure)).toEqual({ 'ПР-1': { n: 1 } })
    expect(pool.totalCount).toBe(0)
  })

  test('is not one over which a statement was refused', async () => {
    const storage = await opened(await running().databases.fresh({ max: 1 }))
    const pid = 'SELECT pg_backend_pid() AS pid'
    const before = await storage.query(pid, [])
    expect(await thrownBy(storage.query('SELECT 1 / 0', []))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: 'PostgreSQL could not query: division by zero',
      details: { during: 'query', transient: false },
    })
    expect(await storage.query(pid, [])).toEqual(before)
  })

  /** Another pool that sees the same schema. */
  async function sameSchema(pool: Pool, settings: object = {}): Promise<Pool> {
    const { rows } = await pool.query('SELECT current_schema() AS schema')
    return running().databases.of({ options: `-c search_path=${rows[0]?.schema}`, ...settings })
  }

  /** Keeps everybody from the records, and ends the connection of one who waits. */
  async function sureLock(
    pool: Pool,
  ): Promise<{ terminate(work: Promise<unknown>): Promise<void>; release(): Promise<void> }> {
    const admin = await sameSchema(pool, { max: 2 })
    const client = await admin.connect()
    await client.query('BEGIN')
    await client.query('LOCK TABLE tirazh_record IN ACCESS EXCLUSIVE MODE')
    return {
      async terminate(work) {
        await admin.query('SELECT pg_terminate_backend($1)', [await waiting(admin, work)])
      },
      async release() {
        await client.query('ROLLBACK')
        client.release()
        await admin.end()
      },
    }
  }

  /** Ends all connections of a pool that rest, and waits until the pool has dropped them. */
  async function ended(pool: Pool): Promise<void> {
    const removed = new Promise((resolve) => pool.once('remove', resolve))
    const { rows } = await pool.query('SELECT pg_backend_pid() AS pid')
    await running().server.query(`SELECT pg_terminate_backend(${rows[0]?.pid})`)
    await removed
  }
})

onPostgres('A network that breaks', (running) => {
  let proxy: TcpProxy
  let sure: PostgresStorage
  let options: object

  beforeEach(async () => {
    const { server, databases } = running()
    proxy = await tcpProxy({ to: server.port })
    const pool = await databases.fresh()
    sure = await opened(pool)
    await sure.commit([put('ПР-1', 0, { n: 1 })])
    const { rows } = await pool.query('SELECT current_schema() AS schema')
    options = { options: `-c search_path=${rows[0]?.schema}`, port: proxy.port }
    onTestFinished(() => proxy.stop())
  })

  test.each(['BEGIN', 'UPDATE', 'INSERT', 'COMMIT'])(
    'by a cut before %s writes nothing',
    async (statement) => {
      const stop = stopAt(new RegExp(`^(WITH .*)?${statement}`, 's'))
      const storage = postgres({ pool: watched(through(), stop) })
      await storage.open([])
      const commit = thrownBy(storage.commit([put('ПР-1', 1, { n: 2 }), put('ПР-2', 0)]))
      await stop.reached
      await proxy.cut()
      stop.go()
      expect(await commit).toMatchObject(failed)
      expect(await thrownBy(storage.read([key('ПР-1')]))).toMatchObject(failed)
      expect(await docs(sure)).toEqual({ 'ПР-1': { n: 1 } })
      await proxy.mend()
      await storage.commit([put('ПР-1', 1, { n: 2 })])
      expect(await docs(storage)).toEqual({ 'ПР-1': { n: 2 } })
    },
  )

  test('by a cut fails every call that is under way, and the adapter works again', async () => {
    const stop = stopAt(/^SELECT|^BEGIN READ/)
    const pool = through()
    const storage = postgres({ pool })
    await storage.open([])
    const stopped = postgres({ pool: watched(pool, { before: (text) => opening || stop.before(text) }) })
    let opening = true
    await stopped.open([])
    opening = false
    const calls = {
      read: stopped.read([key('ПР-1')]),
      find: docs(stopped),
      query: stopped.query('SELECT 1 AS one', []),
    }
    const thrown = Object.values(calls).map(thrownBy)
    await stop.reached
    await proxy.cut()
    stop.go()
    const details = Object.keys(calls).map((during) => ({
      ...failed,
      details: { ...failed.details, during },
    }))
    expect(await Promise.all(thrown)).toMatchObject(details)
    await proxy.mend()
    expect(await docs(stopped)).toEqual({ 'ПР-1': { n: 1 } })
  })

  test('by swallowing everything fails when the pool’s query_timeout is over', async () => {
    const storage = postgres({ pool: through({ query_timeout: 300 }) })
    await storage.open([])
    proxy.blackHole()
    expect(await thrownBy(storage.commit([put('ПР-1', 1, { n: 2 })]))).toMatchObject(failed)
    await proxy.mend()
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 } })
    await storage.commit([put('ПР-1', 1, { n: 2 })])
    expect(await docs(sure)).toEqual({ 'ПР-1': { n: 2 } })
  })

  test('by swallowing a COMMIT leaves it open whether it happened, and the answer is not taken for another', async () => {
    const storage = postgres({
      pool: watched(through({ query_timeout: 300, max: 1 }), {
        before: (text) => {
          if (text === 'COMMIT' && !swallowed) proxy.blackHole()
          swallowed ||= text === 'COMMIT'
        },
      }),
    })
    let swallowed = false
    await storage.open([])
    expect(await thrownBy(storage.commit([put('ПР-1', 1, { n: 2 })]))).toMatchObject(failed)
    await proxy.mend()
    // Late, the COMMIT arrives on a connection that nobody uses any more.
    const { version } = await eventually(async () => {
      const [row] = await storage.read([key('ПР-1')])
      return row?.version === 2 ? row : undefined
    })
    await storage.commit([put('ПР-1', version, { n: 3 })])
    expect(await docs(sure)).toEqual({ 'ПР-1': { n: 3 } })
  })

  test('while a connection is made is told when the pool has waited long enough', async () => {
    const pool = through({ connectionTimeoutMillis: 300, max: 1 })
    const storage = postgres({ pool })
    proxy.blackHole()
    const opening = { ...failed, details: { ...failed.details, during: 'open' } }
    expect(await thrownBy(storage.open([]))).toMatchObject(opening)
    await proxy.mend()
    await storage.open([])
    const client = await pool.connect()
    expect(await thrownBy(storage.read([key('ПР-1')]))).toMatchObject(failed)
    client.release()
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 } })
  })

  test('by losing the answer to COMMIT is told, and the commit happened once', async () => {
    const storage = postgres({ pool: through() })
    await storage.open([])
    const lost = proxy.loseNextAnswer(/COMMIT/)
    const commit = thrownBy(storage.commit([put('ПР-1', 1, { n: 2 }), put('ПР-2', 0, {})]))
    await lost
    expect(await commit).toMatchObject(failed)
    expect(await sure.read([key('ПР-1'), key('ПР-2')])).toMatchObject([{ version: 2 }, { version: 1 }])
    await storage.commit([put('ПР-1', 2, { n: 3 })])
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 3 }, 'ПР-2': {} })
  })

  function through(settings: object = {}): Pool {
    return running().databases.of({ ...options, ...settings })
  }
})

/** The first answer there is. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
  }
}
