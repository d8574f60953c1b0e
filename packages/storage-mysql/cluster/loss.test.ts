import { Socket } from 'node:net'
import { type MariadbServer, mysqlPool, startMariadb, tcpProxy, whyMissing } from '@tirazh/servers'
import type { PoolConnection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { check, docs, key, newDatabase, opened, poolOf, put, thrownBy } from './databases.js'

const missing = await whyMissing('mariadb')
const lost = { code: 'STORAGE_FAILED', details: { storage: 'mysql', transient: true } }

describe.skipIf(missing !== undefined)(`A lost connection${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: MariadbServer
  beforeAll(async () => {
    server = await startMariadb({ settings: ['innodb-lock-wait-timeout=2'] })
  })
  afterAll(() => server?.stop())

  it('in the middle of a commit leaves nothing behind and the host alive', async () => {
    const database = await newDatabase(server)
    const storage = await opened(poolOf(server, database))
    await storage.commit([put('ПР-1', 0, { n: 1 })])
    const release = await lockOf(database, 'ПР-1')
    const commit = thrownBy(storage.commit([put('ПР-2', 0), put('ПР-1', 1)]))
    await killed(server, 'FOR UPDATE')
    expect(await commit).toMatchObject(lost)
    await release()
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 } })
    await storage.commit([put('ПР-1', 1, { n: 2 })])
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 2 } })
  })

  it.each(['START', 'FOR UPDATE', 'INSERT'])(
    'between two statements, after %s, is an error of that commit only',
    async (last) => {
      const pool = poolOf(server, await newDatabase(server))
      const sure = await opened(pool)
      await sure.commit([put('ПР-1', 0, { n: 1 })])
      const storage = await opened({
        query: (statement) => pool.query(statement),
        async getConnection() {
          const connection = await pool.getConnection()
          return {
            on: (event, listener) => connection.on(event, listener),
            off: (event, listener) => connection.off(event, listener),
            release: () => connection.release(),
            destroy: () => connection.destroy(),
            async query(statement) {
              const answer = await connection.query(statement)
              if (!statement.sql.includes(last)) return answer
              const closed = closing(connection)
              await server.query(`KILL ${connection.threadId}`)
              await closed
              return answer
            },
          }
        },
      })
      // More often than the pool has connections: those that are lost must not be handed out again.
      for (let turn = 0; turn < 12; turn++) {
        expect(await thrownBy(storage.commit([put('ПР-1', 1), put('ПР-2', 0)]))).toMatchObject(lost)
      }
      expect(await docs(sure)).toEqual({ 'ПР-1': { n: 1 } })
    },
  )

  it('is not used again after a statement of it was killed, which leaves no lock behind', async () => {
    const database = await newDatabase(server)
    const storage = await opened(poolOf(server, database))
    await storage.commit([put('а', 0), put('б', 0)])
    const release = await lockOf(database, 'б')
    const commit = thrownBy(storage.commit([put('а', 1), put('б', 1)]))
    await killed(server, 'FOR UPDATE', 'KILL QUERY')
    expect(await commit).toMatchObject(lost)
    await opened(poolOf(server, database)).then((other) => other.commit([put('а', 1)]))
    await release()
  })

  it('while the pool rested is made good by the pool', async () => {
    const storage = await opened(poolOf(server, await newDatabase(server)))
    await storage.commit([put('ПР-1', 0, {})])
    await server.restart()
    const again = await eventually(() => storage.read([key('ПР-1')]))
    expect(again).toMatchObject([{ version: 1 }])
    await storage.commit([put('ПР-1', 1, {})])
  })

  it('before the answer to COMMIT is told, and the commit is not made twice', async () => {
    const proxy = await tcpProxy({ to: server.port })
    onTestFinished(() => proxy.stop())
    const database = await newDatabase(server)
    const sure = await opened(poolOf(server, database))
    const storage = await opened(poolOf({ port: proxy.port }, database))
    const cut = proxy.loseNextAnswer(/COMMIT/)
    const thrown = await thrownBy(storage.commit([put('ПР-1', 0, { n: 1 })]))
    await cut
    expect(thrown).toMatchObject(lost)
    expect(await docs(sure)).toEqual({ 'ПР-1': { n: 1 } })
    await proxy.mend()
    await eventually(() => storage.commit([put('ПР-1', 1, { n: 2 })]))
    expect(await docs(sure)).toEqual({ 'ПР-1': { n: 2 } })
  })

  it('to a server that is not there is told', async () => {
    const database = await newDatabase(server)
    const storage = await opened(poolOf(server, database))
    await storage.commit([put('ПР-1', 0, {})])
    await server.kill()
    const uses = {
      read: () => storage.read([key('ПР-1')]),
      find: () => docs(storage),
      commit: () => storage.commit([check('ПР-1', 1)]),
      open: () => storage.open([]),
    }
    for (const [during, use] of Object.entries(uses)) {
      expect(await thrownBy(use())).toMatchObject({ ...lost, details: { ...lost.details, during } })
    }
    await server.restart()
    expect(await eventually(() => docs(storage))).toEqual({ 'ПР-1': {} })
  })

  /** Locks a record until it is told to let go. */
  async function lockOf(database: string, id: string): Promise<() => Promise<void>> {
    const pool = mysqlPool({ port: server.port, database, connectionLimit: 1 })
    const connection = await pool.getConnection()
    await connection.beginTransaction()
    await connection.query(
      "SELECT * FROM tirazh_record WHERE kind = 'practice' AND space = '52' AND id = ? FOR UPDATE",
      [Buffer.from(id)],
    )
    return async () => {
      await connection.rollback()
      await pool.end()
    }
  }
})

/** Ends the one connection, or what it does, that runs such a statement, as soon as there is one. */
async function killed(server: MariadbServer, statement: string, how = 'KILL'): Promise<void> {
  for (;;) {
    const [found] = await server.query(
      `SELECT id FROM information_schema.processlist WHERE info LIKE '%${statement}%' AND id <> CONNECTION_ID()`,
    )
    if (found !== undefined) return void (await server.query(`${how} ${found.id}`))
  }
}

/** The answer of the first attempt that succeeds: connections that died unnoticed fail once each. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 20) throw error
    }
  }
}

/** When the connection has noticed that it is closed. */
function closing(connection: PoolConnection): Promise<unknown> {
  const stream: unknown = Reflect.get(connection.connection, 'stream')
  if (!(stream instanceof Socket)) throw new TypeError('mysql2 keeps its socket elsewhere now')
  return new Promise((resolve) => stream.once('close', resolve))
}
