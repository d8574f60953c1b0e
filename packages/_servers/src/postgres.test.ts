import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostgresServer, postgresPool, startPostgres, whyMissing } from './index.js'
import { until } from './processes.js'

const missing = await whyMissing('postgres-npm')

describe.skipIf(missing)(missing ?? 'the PostgreSQL that comes by npm', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres({ durable: true, settings: ['max_connections=30'] })
  })
  afterAll(() => server?.stop())

  test('a pool of pg works, and settings are taken', async () => {
    const pool = postgresPool({ port: server.port })
    expect((await pool.query('SHOW max_connections')).rows).toEqual([{ max_connections: '30' }])
    expect((await pool.query('SHOW fsync')).rows).toEqual([{ fsync: 'on' }])
    await pool.end()
  })

  test('what was committed before a crash is there after the restart, what was not is not', async () => {
    await server.query('CREATE TABLE kept (n int)')
    await server.query('INSERT INTO kept VALUES (1)')
    const pool = postgresPool({ port: server.port })
    const client = await pool.connect()
    client.on('error', () => {})
    await client.query('BEGIN')
    await client.query('INSERT INTO kept VALUES (2)')
    await server.kill()
    await expect(server.query('SELECT 1')).rejects.toThrow('ECONNREFUSED')
    client.release(true)
    await server.restart()
    expect((await pool.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }])
    await pool.end()
  })

  test('in a database with the collation ru-RU texts are ordered as in Russian', async () => {
    await server.createDatabase('russian', { icuLocale: 'ru-RU' })
    const pool = postgresPool({ port: server.port, database: 'russian' })
    const sql =
      "SELECT string_agg(t, ' ' ORDER BY t) AS t FROM (VALUES ('ель'), ('Ёж'), ('яр'), ('Ял')) AS a(t)"
    expect((await pool.query(sql)).rows).toEqual([{ t: 'Ёж ель Ял яр' }])
    expect(await server.query(sql)).toEqual([{ t: 'Ёж Ял ель яр' }])
    await pool.end()
  })

  test('the server ends with the process that started it, even killed', async () => {
    const code = `import { startPostgres } from ${JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)))}
      console.log((await startPostgres()).port)`
    const args = ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', code]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [printed] = await once(child.stdout, 'data')
    const port = Number(String(printed))
    expect(await isListening(port)).toBe(true)
    child.kill('SIGKILL')
    await until(async () => !(await isListening(port)), 'the end of the server')
  })
})

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
