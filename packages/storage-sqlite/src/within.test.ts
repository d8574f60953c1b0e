import { isTirazhError } from '@tirazh/spec'
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { describe, expect, test } from 'vitest'
import { temporaryFiles } from '../test/files.js'
import { drivers } from '../test/handles.js'
import { docs, failure, opened, put } from '../test/records.js'

const newFile = temporaryFiles()

describe.each(drivers)('in a transaction of %s', (_, open) => {
  test('records and the host’s own rows are kept together or not at all', async () => {
    const database = open(newFile())
    database.exec('CREATE TABLE news (title TEXT)')
    const storage = await opened({ database })
    for (const [end, expected] of [
      ['ROLLBACK', 0],
      ['COMMIT', 1],
    ] as const) {
      database.exec("BEGIN IMMEDIATE; INSERT INTO news VALUES ('Открытие фабрики процессов')")
      await storage.within(database).commit([put('ПР-1', 0, { status: 'met' })])
      database.exec(end)
      expect(database.prepare('SELECT count(*) AS count FROM news').get()).toMatchObject({ count: expected })
      expect(await docs(storage)).toHaveLength(expected)
    }
    database.close()
  })

  test('what is written is seen through the handle at once and by others after the host commits', async () => {
    const path = newFile()
    const [storage, database] = [await opened({ path }), open(path)]
    database.exec('BEGIN IMMEDIATE')
    const joined = storage.within(database)
    await joined.commit([put('ПР-1', 0, { status: 'met' })])
    const key = { space: '52', kind: 'practice', id: 'ПР-1' }
    expect(await joined.read([key])).toMatchObject([{ version: 1 }])
    expect(await docs(joined)).toEqual([{ status: 'met' }])
    expect(await joined.query('SELECT count(*) AS count FROM tirazh_record', [])).toEqual([{ count: 1 }])
    expect(await docs(storage)).toEqual([])
    database.exec('COMMIT')
    expect(await docs(storage)).toEqual([{ status: 'met' }])
    database.close()
    await storage.close()
  })

  test('a refused commit takes back only itself', async () => {
    const database = open(':memory:')
    const storage = await opened({ database })
    database.exec('CREATE TABLE news (title TEXT); BEGIN; INSERT INTO news VALUES (1)')
    const joined = storage.within(database)
    await joined.commit([put('ПР-1', 0, { n: 1 })])
    const refused = joined.commit([put('ПР-2', 0, {}), put('ПР-1', 5, {})]).catch((thrown) => thrown)
    expect(isTirazhError(await refused, 'STORAGE_CONFLICT')).toBe(true)
    await joined.commit([put('ПР-3', 0, { n: 3 })])
    database.exec('COMMIT')
    expect(await docs(storage)).toEqual([{ n: 1 }, { n: 3 }])
    expect(database.prepare('SELECT count(*) AS count FROM news').get()).toMatchObject({ count: 1 })
  })

  test('a commit without a transaction is refused and writes nothing', async () => {
    const database = open(':memory:')
    const storage = await opened({ database })
    // A handle of an older driver does not say whether a transaction is open.
    const mute = {
      exec: (sql: string) => database.exec(sql),
      prepare: (sql: string) => database.prepare(sql),
    }
    for (const handle of [database, mute]) {
      const commit = storage.within(handle).commit([put('ПР-1', 0, {})])
      await expect(commit).rejects.toThrow(/no open transaction; run BEGIN IMMEDIATE/)
    }
    expect(await docs(storage)).toEqual([])
    database.exec('BEGIN')
    await storage.within(mute).commit([put('ПР-1', 0, {})])
    database.exec('COMMIT')
    expect(await docs(storage)).toEqual([{}])
  })

  test('a transaction that began to read before others wrote must be begun anew', async () => {
    const path = newFile()
    const [storage, database] = [await opened({ path }), open(path)]
    database.exec('BEGIN')
    const joined = storage.within(database)
    expect(await docs(joined)).toEqual([])
    await storage.commit([put('ПР-1', 0, {})])
    expect(await failure(joined.commit([put('ПР-2', 0, {})]))).toMatchObject({ transient: false })
    database.exec('ROLLBACK; BEGIN IMMEDIATE')
    await joined.commit([put('ПР-2', 0, {})])
    database.exec('COMMIT')
    expect(await docs(storage)).toHaveLength(2)
    database.close()
    await storage.close()
  })
})

test('what is joined is open as long as the storage', async () => {
  const database = new Libsql(':memory:')
  const storage = await opened({ database })
  database.exec('BEGIN')
  const joined = storage.within(database)
  await joined.close()
  expect(await docs(joined)).toEqual([])
  await storage.close()
  const thrown = await docs(joined).catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_CLOSED')).toBe(true)
})

test('a transaction of Kysely keeps its rows and the records together', async () => {
  const database = new Libsql(newFile())
  database.exec('CREATE TABLE news (title TEXT)')
  const storage = await opened({ database })
  const kysely = new Kysely<{ news: { title: string } }>({ dialect: new SqliteDialect({ database }) })
  const publish = (id: string, version: number): Promise<void> =>
    kysely.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('news')
        .values({ title: `Практика ${id}` })
        .execute()
      await storage.within(database).commit([put(id, version, { status: 'met' })])
    })

  await publish('ПР-1', 0)
  await expect(publish('ПР-2', 7)).rejects.toThrow('1 of 1 guards do not hold')
  expect(await kysely.selectFrom('news').selectAll().execute()).toEqual([{ title: 'Практика ПР-1' }])
  expect(await docs(storage)).toEqual([{ status: 'met' }])
  await kysely.destroy()
})

test('the transaction object of a query builder is not a handle', async () => {
  const storage = await opened({ path: ':memory:' })
  for (const handle of [undefined, {}, { prepare() {} }]) {
    expect(() => storage.within(handle as never)).toThrow(
      /needs the open database itself, with exec and prepare/,
    )
  }
})
