import { createServer } from 'node:net'
import { createPool } from 'mysql2'
import { createPool as createPromisePool } from 'mysql2/promise'
import { afterAll, expect, test } from 'vitest'
import { type MysqlOptions, mysql } from './index.js'

const pool = createPromisePool({ host: '127.0.0.1', port: await unusedPort() })
afterAll(() => pool.end())
const put = { op: 'put', space: '52', kind: 'practice', id: 'ПР-1', expect: 0, doc: {} } as const

test('a server that cannot be reached is told, and may be tried again', async () => {
  const storage = mysql({ pool })
  const thrown = await storage.open([{ kind: 'practice' }]).catch((error) => error)
  expect(thrown).toMatchObject({
    code: 'STORAGE_FAILED',
    details: { storage: 'mysql', during: 'open', transient: true },
    cause: { code: 'ECONNREFUSED' },
  })
  await expect(storage.commit([put])).rejects.toMatchObject({ code: 'STORAGE_CLOSED' })
})

test('nothing can be done before it is open, or after it is closed, also not in a transaction', async () => {
  const storage = mysql({ pool })
  const uses = [
    () => storage.read([put]),
    () => storage.commit([put]),
    () => storage.find({ kind: 'practice' })[Symbol.asyncIterator]().next(),
    () => storage.within(pool).commit([put]),
  ]
  for (const use of uses) await expect(use()).rejects.toMatchObject({ code: 'STORAGE_CLOSED' })
  await storage.close()
  await storage.close()
  for (const use of uses) await expect(use()).rejects.toThrow('make a new one')
  await expect(storage.open([])).rejects.toMatchObject({ code: 'STORAGE_CLOSED' })
})

test.each([
  [{}, "from 'mysql2/promise'"],
  [{ pool: { query() {} } }, "from 'mysql2/promise'"],
  [{ pool: createPool({}) }, 'pool.promise()'],
  [{ pool, migrate: true }, "'check' or 'auto'"],
  [{ pool, galera: 'yes' }, 'true or false'],
])('wrong options are refused with what to do (%#)', (options, remedy) => {
  const given = options as unknown as MysqlOptions
  expect(() => mysql(given)).toThrow(TypeError)
  expect(() => mysql(given)).toThrow(remedy)
})

test('the SQL of the tables is printed from every version there has been', () => {
  const storage = mysql({ pool })
  expect(storage.sql()).toBe(storage.sql({ from: 0 }))
  expect(storage.sql().match(/^(CREATE TABLE IF NOT EXISTS|INSERT INTO) \w+/gm)).toEqual([
    'CREATE TABLE IF NOT EXISTS tirazh_record',
    'CREATE TABLE IF NOT EXISTS tirazh_schema',
    'INSERT INTO tirazh_schema',
  ])
  expect(storage.sql({ from: 1 })).toBe('')
  for (const from of [-1, 2, 0.5]) expect(() => storage.sql({ from })).toThrow(TypeError)
})

/** A port at which nobody answers. */
async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port')
  return address.port
}
