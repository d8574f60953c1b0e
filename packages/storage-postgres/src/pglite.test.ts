import { PGlite } from '@electric-sql/pglite'
import { testStorage } from '@tirazh/testkit'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { begun } from '../test/pglite.js'
import { type PostgresStorage, pglitePool, postgres } from './index.js'

let database: PGlite
beforeAll(async () => {
  database = new PGlite()
  await database.waitReady
}, 60_000)
afterAll(() => database?.close())

const made = new WeakMap<object, PostgresStorage>()

async function create(): Promise<PostgresStorage> {
  await database.exec('DROP TABLE IF EXISTS tirazh_record, tirazh_schema')
  const storage = postgres({ pool: pglitePool(database), migrate: 'auto', durable: false })
  made.set(storage, storage)
  return storage
}

testStorage({
  ...{ describe, it, name: 'postgres in PGlite', seed: 5, create },
  transactions: async (adapter) => begun(database, made.get(adapter)),
})

test('other work on the same PGlite waits for a commit and is no part of it', async () => {
  const storage = await create()
  await storage.open([{ kind: 'practice' }])
  const key = { space: '52', kind: 'practice' }
  await database.exec('CREATE TABLE IF NOT EXISTS news (id text)')
  const outcomes = await Promise.allSettled([
    storage.commit([
      { ...key, id: 'ПР-1', op: 'put', expect: 0, doc: {} },
      { ...key, id: 'ПР-2', op: 'check', expect: 1 },
    ]),
    database.query("INSERT INTO news VALUES ('1')"),
    storage.commit([{ ...key, id: 'ПР-3', op: 'put', expect: 0, doc: {} }]),
    database.query("INSERT INTO news VALUES ('2')"),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect((await database.query('SELECT id FROM news ORDER BY id')).rows).toEqual([{ id: '1' }, { id: '2' }])
  expect(await storage.query('SELECT id FROM tirazh_record', [])).toEqual([{ id: 'ПР-3' }])
})
