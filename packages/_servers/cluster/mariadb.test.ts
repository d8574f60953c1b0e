import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MariadbServer, mysqlPool, startMariadb, tcpProxy, whyMissing } from '../src/index.js'

const missing = await whyMissing('mariadb')

describe.skipIf(missing)(missing ?? "Debian's MariaDB", () => {
  let server: MariadbServer
  beforeAll(async () => {
    server = await startMariadb({ durable: true })
  }, 120_000)
  afterAll(() => server?.stop())

  test('a pool of mysql2 works, and what was committed is there after a crash', async () => {
    const pool = mysqlPool({ port: server.port, database: 'test' })
    await pool.query('CREATE TABLE kept (n INT PRIMARY KEY, note TEXT)')
    await pool.query("INSERT INTO kept VALUES (1, 'ё 🙂')")
    const connection = await pool.getConnection()
    await connection.query('BEGIN')
    await connection.query("INSERT INTO kept VALUES (2, '')")
    await server.kill()
    await expect(server.query('SELECT 1')).rejects.toThrow()
    connection.destroy()
    await server.restart()
    expect((await pool.query('SELECT * FROM kept'))[0]).toEqual([{ n: 1, note: 'ё 🙂' }])
    await pool.end()
  }, 60_000)

  test('a prepared write whose answer is lost is an error to the client and done on the server', async () => {
    await server.query('CREATE TABLE test.done (n INT PRIMARY KEY)')
    const proxy = await tcpProxy({ to: server.port })
    const pool = mysqlPool({ port: proxy.port, database: 'test' })
    await pool.query('SELECT 1')
    const lost = proxy.loseNextAnswer((bytes) => bytes[4] === '\x17')
    await expect(pool.execute('INSERT INTO done VALUES (?)', [7])).rejects.toThrow('Connection lost')
    await lost
    expect(await server.query('SELECT n FROM test.done')).toEqual([{ n: 7 }])
    await pool.end()
    await proxy.stop()
  }, 60_000)
})
