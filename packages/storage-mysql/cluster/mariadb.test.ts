import { type MariadbServer, startMariadb, whyMissing } from '@tirazh/servers'
import { testStorage } from '@tirazh/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mysql } from '../src/index.js'
import { check, docs, kitOn, newDatabase, opened, poolOf, put, remove, thrownBy } from './databases.js'

const missing = await whyMissing('mariadb')

describe.skipIf(missing !== undefined)(`MariaDB${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: MariadbServer
  beforeAll(async () => {
    server = await startMariadb()
  })
  afterAll(() => server?.stop())

  testStorage({ describe, it, name: 'mysql on MariaDB', ...kitOn(() => server) })

  testStorage({
    describe,
    it,
    name: 'mysql with one connection',
    seed: 2,
    ...kitOn(() => server, { connectionLimit: 1 }),
  })

  testStorage({
    describe,
    it,
    name: 'mysql through a pool that returns everything in another form',
    seed: 3,
    ...kitOn(() => server, {
      rowsAsArray: true,
      nestTables: true,
      typeCast: false,
      namedPlaceholders: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
      charset: 'KOI8R_GENERAL_CI',
      timezone: '+03:00',
    }),
  })

  const modes = [
    "''",
    "'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES'",
    "'ORACLE,EMPTY_STRING_IS_NULL'",
  ]
  const levels = ['REPEATABLE READ', 'READ COMMITTED', 'SERIALIZABLE']
  for (const [n, mode] of modes.entries()) {
    describe(`with sql_mode ${mode} and isolation ${levels[n]}`, () => {
      beforeAll(async () => {
        await server.query(`SET GLOBAL sql_mode = ${mode}`)
        await server.query(`SET GLOBAL TRANSACTION ISOLATION LEVEL ${levels[n]}`)
        await server.query(`SET GLOBAL time_zone = '-09:00'`)
      })
      afterAll(async () => {
        await server.query('SET GLOBAL sql_mode = DEFAULT')
        await server.query('SET GLOBAL TRANSACTION ISOLATION LEVEL REPEATABLE READ')
        await server.query('SET GLOBAL time_zone = DEFAULT')
      })
      testStorage({ describe, it, name: 'mysql', seed: 4 + n, ...kitOn(() => server) })
    })
  }

  it('refuses a pool whose connections would show what is not committed, or nothing new', async () => {
    const settings = {
      'READ COMMITTED': 'SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED',
      autocommit: 'SET SESSION autocommit = 0',
    }
    for (const [remedy, setting] of Object.entries(settings)) {
      const pool = poolOf(server, await newDatabase(server), { connectionLimit: 1 })
      await pool.query(setting)
      const thrown = await thrownBy(mysql({ pool, migrate: 'auto' }).open([]))
      expect(thrown).toBeInstanceOf(TypeError)
      expect(String(thrown)).toContain(remedy)
    }
  })

  it('takes 50,000 operations as one commit, and refuses them as one', async () => {
    const storage = await opened(poolOf(server, await newDatabase(server)))
    const ops = Array.from({ length: 50_000 }, (_, i) => put(String(i).padStart(5, '0'), 0, { n: i }))
    expect(await thrownBy(storage.commit([...ops.slice(1), put('нет', 1)]))).toMatchObject({
      code: 'STORAGE_CONFLICT',
    })
    expect(await docs(storage)).toEqual({})
    await storage.commit(ops)
    await storage.commit(ops.map((op) => ({ ...op, expect: 1, doc: { again: true } })))
    const rows = await storage.read(ops)
    expect(rows.filter((row) => row?.version === 2)).toHaveLength(50_000)
    await storage.commit(ops.map(({ id }) => (id === '00000' ? check(id, 2) : remove(id, 2))))
    expect(await docs(storage)).toEqual({ '00000': { again: true } })
  })

  it('keeps documents of a megabyte, several in one commit', async () => {
    const storage = await opened(poolOf(server, await newDatabase(server)))
    const doc = { text: '"Ё\\'.repeat(200_000) }
    await storage.commit(['1', '2', '3'].map((id) => put(id, 0, doc)))
    expect(await docs(storage)).toEqual({ 1: doc, 2: doc, 3: doc })
  })

  it('refuses a document that the server would not take, says so, and goes on', async () => {
    const storage = await opened(poolOf(server, await newDatabase(server)))
    const thrown = await thrownBy(storage.commit([put('большой', 0, 'ё'.repeat(5_000_000))]))
    expect(thrown).toMatchObject({ code: 'STORAGE_FAILED', details: { during: 'commit', transient: false } })
    expect(String(thrown)).toContain('max_allowed_packet')
    await storage.commit([put('малый', 0)])
    expect(Object.keys(await docs(storage))).toEqual(['малый'])
  })

  it('refuses a key that is longer than its column, in every operation, and takes the longest', async () => {
    const storage = await opened(poolOf(server, await newDatabase(server)))
    const longest = 'Ж'.repeat(1024)
    await storage.commit([put(longest, 0)])
    expect(Object.keys(await docs(storage))).toEqual([longest])
    expect(await thrownBy(storage.commit([put(`${longest}x`, 0)]))).toBeInstanceOf(TypeError)
    expect(await storage.read([{ ...put(`${longest}x`, 0) }])).toEqual([undefined])
  })

  it('reads many records as of one moment', async () => {
    const storage = await opened(poolOf(server, await newDatabase(server)))
    const ids = Array.from({ length: 1500 }, (_, i) => String(i).padStart(4, '0'))
    await storage.commit(ids.map((id) => put(id, 0)))
    const [early, late] = ['0000', '1499']
    let version = 1
    let reading = true
    const writing = (async () => {
      for (; reading; version++) await storage.commit([put(early, version), put(late, version)])
    })()
    const seen: (readonly [number | undefined, number | undefined])[] = []
    for (let round = 0; round < 20; round++) {
      const rows = await storage.read(ids.map((id) => ({ ...put(id, 0) })))
      seen.push([rows[0]?.version, rows.at(-1)?.version])
    }
    reading = false
    await writing
    expect(seen.filter(([first, last]) => first !== last)).toEqual([])
    expect(new Set(seen.map(String)).size).toBeGreaterThan(1)
  })
})
