import { createRequire } from 'node:module'
import { betterSqlite3, whyMissing } from '@tirazh/servers'
import { testStorage } from '@tirazh/testkit'
import { afterAll, describe, expect, it, test } from 'vitest'
import { sqlite } from '../src/index.js'
import { temporaryFiles } from '../test/files.js'
import { type HostDatabase, host } from '../test/handles.js'
import { docs, failure, opened, practices, put } from '../test/records.js'

/** It is compiled where it is installed, which is not everywhere possible. */
const missing = await whyMissing('better-sqlite3')
const newFile = temporaryFiles()

describe.skipIf(missing)(missing ?? 'better-sqlite3', () => {
  const handles: HostDatabase[] = []
  const open = (path: string): HostDatabase => {
    const database: HostDatabase = new (createRequire(import.meta.url)(betterSqlite3))(path)
    handles.push(database)
    return database
  }
  afterAll(() => {
    for (const handle of handles) handle.close()
  })

  testStorage({ describe, it, name: 'sqlite', ...host(open, newFile) })

  test('numbered parameters, whole numbers and a null alone reach SQL as they are', async () => {
    const storage = await opened({ database: open(':memory:') })
    const text = 'SELECT ?2 AS b, ?1 AS a, ?2 AS again, 7 / ?3 AS half'
    expect(await storage.query(text, ['один', 'два', 2])).toEqual([
      { b: 'два', a: 'один', again: 'два', half: 3 },
    ])
    expect(await storage.query('SELECT ?1 AS v', [null])).toEqual([{ v: null }])
    expect(await failure(storage.query('DELETE FROM tirazh_record', []))).toMatchObject({ during: 'query' })
  })

  test('a lock of somebody else is transient, a snapshot that is out of date is not', async () => {
    const path = newFile()
    const [storage, database] = [sqlite({ path }), open(path)]
    await storage.open(practices)
    database.exec('PRAGMA busy_timeout = 20; BEGIN')
    const joined = storage.within(database)
    expect(await docs(joined)).toEqual([])
    await storage.commit([put('ПР-1', 0, {})])
    expect(await failure(joined.commit([put('ПР-2', 0, {})]))).toMatchObject({ transient: false })
    database.exec('ROLLBACK')
    const other = open(path)
    other.exec('BEGIN IMMEDIATE')
    expect(await failure(sqlite({ database }).open(practices))).toMatchObject({ transient: true })
    other.exec('ROLLBACK')
    await storage.close()
  })
})
