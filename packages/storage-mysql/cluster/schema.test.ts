import { type MariadbServer, startMariadb, whyMissing } from '@tirazh/servers'
import type { Pool } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mysql } from '../src/index.js'
import { docs, newDatabase, opened, poolOf, put, thrownBy } from './databases.js'

const missing = await whyMissing('mariadb')

describe.skipIf(missing !== undefined)(`The tables${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: MariadbServer
  let pool: Pool
  beforeAll(async () => {
    server = await startMariadb()
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    pool = poolOf(server, await newDatabase(server), { multipleStatements: true })
  })

  it('are asked for where they are missing, and nothing is created', async () => {
    const storage = mysql({ pool })
    const thrown = await thrownBy(storage.open([{ kind: 'practice' }]))
    expect(thrown).toMatchObject({
      code: 'STORAGE_SCHEMA',
      details: { storage: 'mysql', found: 0, needed: 1 },
    })
    expect(String(thrown)).toContain('sql({ from: 0 })')
    expect((await pool.query('SHOW TABLES'))[0]).toEqual([])
    expect(await thrownBy(storage.commit([]))).toMatchObject({ code: 'STORAGE_CLOSED' })
  })

  it('are those of the printed SQL, which may be run again', async () => {
    const storage = mysql({ pool })
    await pool.query(storage.sql())
    await storage.open([{ kind: 'practice' }])
    await storage.commit([put('ПР-1', 0, { n: 1 })])
    await pool.query(storage.sql({ from: 0 }))
    await storage.open([{ kind: 'practice' }])
    expect(await docs(storage)).toEqual({ 'ПР-1': { n: 1 } })
    expect(storage.sql({ from: 1 })).toBe('')
  })

  it('are created by many at the same time', async () => {
    const storages = Array.from({ length: 6 }, () => mysql({ pool, migrate: 'auto' }))
    await Promise.all(storages.map((storage) => storage.open([{ kind: 'practice' }])))
    expect((await pool.query('SELECT version, readable_by FROM tirazh_schema'))[0]).toEqual([
      { version: 1, readable_by: 1 },
    ])
  })

  it('of a newer version are used where it says that they may be', async () => {
    await opened(pool)
    await pool.query('UPDATE tirazh_schema SET version = 7, readable_by = 1')
    const storage = await opened(pool, { migrate: 'check' })
    await storage.commit([put('ПР-1', 0, {})])
    await opened(pool, { migrate: 'auto' })
    expect((await pool.query('SELECT version FROM tirazh_schema'))[0]).toEqual([{ version: 7 }])
  })

  it.each(['check', 'auto'] as const)(
    'of a newer version that breaks this one are refused: %s',
    async (migrate) => {
      await opened(pool)
      await pool.query('UPDATE tirazh_schema SET version = 7, readable_by = 2')
      const thrown = await thrownBy(mysql({ pool, migrate }).open([]))
      expect(thrown).toMatchObject({ code: 'STORAGE_SCHEMA', details: { found: 7, needed: 1 } })
      expect(String(thrown)).toContain('update @tirazh/storage-mysql')
    },
  )

  it('can be opened after they were made, by an adapter that was refused before', async () => {
    const storage = mysql({ pool })
    await thrownBy(storage.open([]))
    await pool.query(storage.sql())
    await storage.open([])
    expect(await docs(storage)).toEqual({})
  })

  it('that the user may not read are a failure, not missing', async () => {
    await opened(pool)
    const [[row]] = await pool.query<never[]>('SELECT DATABASE() AS name')
    const { name } = row ?? { name: '' }
    await server.query(`CREATE USER IF NOT EXISTS stranger`)
    await server.query(`GRANT CREATE ON ${name}.* TO stranger`)
    const strange = poolOf(server, name, { user: 'stranger' })
    expect(await thrownBy(mysql({ pool: strange }).open([]))).toMatchObject({
      code: 'STORAGE_FAILED',
      details: { during: 'open', transient: false },
    })
  })

  it('stay when the storage is closed, and so does the pool', async () => {
    const storage = await opened(pool)
    await storage.commit([put('ПР-1', 0, {})])
    await storage.close()
    expect((await pool.query('SELECT version FROM tirazh_record'))[0]).toEqual([{ version: 1 }])
  })
})
