import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PgBouncer,
  type PostgresPair,
  type PostgresServer,
  postgresPool,
  startDebianPostgres,
  startPgBouncer,
  startPostgresPair,
  tcpProxy,
  whyMissing,
} from '../src/index.js'

const missing = (await whyMissing('postgres-debian')) ?? (await whyMissing('pgbouncer'))

describe.skipIf(missing)(missing ?? "Debian's PostgreSQL 15", () => {
  let server: PostgresServer
  let bouncer: PgBouncer
  beforeAll(async () => {
    server = await startDebianPostgres({ durable: true })
    bouncer = await startPgBouncer({ port: server.port, poolSize: 1 })
  }, 60_000)
  afterAll(async () => {
    await bouncer?.stop()
    await server?.stop()
  })

  test('is version 15, and orders texts as in Russian where asked', async () => {
    await server.createDatabase('russian', { icuLocale: 'ru-RU' })
    const pool = postgresPool({ port: server.port, database: 'russian' })
    const sql =
      "SELECT string_agg(t, ' ' ORDER BY t) AS t FROM (VALUES ('ель'), ('Ёж'), ('яр'), ('Ял')) AS a(t)"
    expect((await pool.query(sql)).rows).toEqual([{ t: 'Ёж ель Ял яр' }])
    expect((await pool.query('SHOW server_version')).rows[0]?.server_version).toMatch(/^15\./)
    await pool.end()
  })

  test('behind PgBouncer two clients share one connection, a transaction each', async () => {
    const pool = postgresPool({ port: bouncer.port, max: 2 })
    const [one, two] = [await pool.connect(), await pool.connect()]
    const pid = async (client: typeof one) =>
      (await client.query('SELECT pg_backend_pid() AS pid')).rows[0]?.pid
    expect(await pid(one)).toBe(await pid(two))
    await one.query('BEGIN')
    const first = await pid(one)
    let isDone = false
    const second = pid(two).then((found) => {
      isDone = true
      return found
    })
    await pid(one)
    expect(isDone).toBe(false)
    await one.query('COMMIT')
    expect(await second).toBe(first)
    one.release()
    two.release()
    await pool.end()
  })

  test('a commit whose answer is lost is an error to the client and done on the server', async () => {
    await server.query('CREATE TABLE done (n int)')
    const proxy = await tcpProxy({ to: server.port })
    const pool = postgresPool({ port: proxy.port })
    const client = await pool.connect()
    client.on('error', () => {})
    const lost = proxy.loseNextAnswer(/COMMIT/i)
    await client.query('BEGIN')
    await client.query('INSERT INTO done VALUES (7)')
    await expect(client.query('COMMIT')).rejects.toThrow(/terminated|ECONNRESET/)
    await lost
    client.release(true)
    expect((await pool.query('SELECT n FROM done')).rows).toEqual([{ n: 7 }])
    await pool.end()
    await proxy.stop()
  })
})

const noPair = await whyMissing('postgres-pair')

describe.skipIf(noPair)(noPair ?? 'A primary and its synchronous standby', () => {
  let pair: PostgresPair
  beforeAll(async () => {
    pair = await startPostgresPair()
  }, 60_000)
  afterAll(() => pair?.stop())

  test('what the primary acknowledged is on the standby at once and after it was promoted', async () => {
    await pair.primary.query('CREATE TABLE kept (n int)')
    for (let n = 0; n < 20; n++) {
      await pair.primary.query(`INSERT INTO kept VALUES (${n})`)
      expect(await pair.standby.query('SELECT max(n) AS n FROM kept')).toEqual([{ n }])
    }
    await expect(pair.standby.query('INSERT INTO kept VALUES (20)')).rejects.toThrow(/read-only/)
    await pair.killPrimary()
    await pair.promote()
    await pair.standby.query('INSERT INTO kept VALUES (20)')
    expect(await pair.standby.query('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 21 }])
  }, 60_000)
})
