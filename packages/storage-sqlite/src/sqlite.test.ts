import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { isTirazhError, type Json } from '@tirazh/spec'
import { testStorage } from '@tirazh/testkit'
import { describe, expect, it, test } from 'vitest'
import { temporaryFiles } from '../test/files.js'
import { drivers, host, openWithNode } from '../test/handles.js'
import { docs, failure, practices as kinds, opened, put } from '../test/records.js'
import { type SqliteOptions, sqlite } from './index.js'

const newFile = temporaryFiles()

for (const [driver, open] of drivers) {
  const name = `sqlite with a database of ${driver}`
  testStorage({ describe, it, name, seed: 2, ...host(open, newFile) })
}
test.skipIf(openWithNode === undefined)('node:sqlite is tested where Node has it: from 22.13', () => {
  expect(drivers.map(([name]) => name)).toContain('node:sqlite')
})
testStorage({
  describe,
  it,
  name: 'sqlite in a file',
  ...host((path) => new DatabaseSync(path), newFile, 'own'),
})
testStorage({
  describe,
  it,
  name: 'sqlite in memory',
  seed: 3,
  ...host(
    (path) => new DatabaseSync(path),
    () => ':memory:',
  ),
})

test('two adapters on one file see each other’s commits and respect each other’s guards', async () => {
  const path = newFile()
  const [one, other] = [await opened({ path }), await opened({ path })]
  await one.commit([put('ПР-1', 0, { by: 'one' })])
  expect(await docs(other)).toEqual([{ by: 'one' }])
  await other.commit([put('ПР-1', 1, { by: 'other' })])
  expect(await docs(one)).toEqual([{ by: 'other' }])
  const stale = await one.commit([put('ПР-1', 1, { by: 'one' })]).catch((thrown) => thrown)
  expect(isTirazhError(stale, 'STORAGE_CONFLICT') && stale.details.conflicts[0]?.actual).toBe(2)
  await one.close()
  await other.close()
})

test('everything is there after the file is closed and opened again', async () => {
  const path = newFile()
  const before = await opened({ path })
  await before.commit([put('ПР-1', 0, { title: 'Ёмкая доска' }), put('ПР-2', 0, { title: '😀' })])
  await before.commit([put('ПР-2', 1, { title: 'вторая' })])
  await before.close()
  const after = await opened({ path })
  expect(await docs(after)).toEqual([{ title: 'Ёмкая доска' }, { title: 'вторая' }])
  await after.close()
})

test('after close the file alone holds everything', async () => {
  const [path, copy] = [newFile(), newFile()]
  const storage = await opened({ path })
  await storage.commit([put('ПР-1', 0, { title: 'Ёмкая доска' })])
  await storage.close()
  copyFileSync(path, copy)
  const copied = await opened({ path: copy })
  expect(await docs(copied)).toEqual([{ title: 'Ёмкая доска' }])
  await copied.close()
})

test('a register of 45,000 documents goes in with one commit', async () => {
  const storage = await opened({ path: newFile() })
  await storage.commit(
    Array.from({ length: 45_000 }, (_, i) => put(String(i).padStart(5, '0'), 0, { status: 'new', i })),
  )
  let last: Json = null
  let count = 0
  for await (const row of storage.find({ kind: 'practice' })) {
    count++
    last = row.doc
  }
  expect([count, last]).toEqual([45_000, { status: 'new', i: 44_999 }])
  await storage.close()
})

test('only what is in a file is called durable', () => {
  const path = newFile()
  expect(sqlite({ path }).supports.durable).toBe(true)
  expect(sqlite({ path: ':memory:' }).supports.durable).toBe(false)
  expect(sqlite({ database: new DatabaseSync(path) }).supports.durable).toBe(true)
  expect(sqlite({ database: new DatabaseSync(':memory:') }).supports.durable).toBe(false)
})

test('the database of the host keeps its own tables and stays open', async () => {
  const database = new DatabaseSync(':memory:')
  database.exec("CREATE TABLE news (title TEXT); INSERT INTO news VALUES ('Открытие фабрики процессов')")
  const storage = await opened({ database })
  await storage.commit([put('ПР-1', 0, {})])
  await storage.close()
  expect(database.prepare('SELECT title FROM news').all()).toMatchObject([
    { title: 'Открытие фабрики процессов' },
  ])
})

test('a commit inside a transaction of the host is refused and the host’s work goes on', async () => {
  const database = new DatabaseSync(':memory:')
  const storage = await opened({ database })
  database.exec('CREATE TABLE news (title TEXT); BEGIN; INSERT INTO news VALUES (1)')
  expect(await failure(storage.commit([put('ПР-1', 0, {})]))).toEqual({
    storage: 'sqlite',
    during: 'commit',
    transient: false,
  })
  database.exec('COMMIT')
  expect(database.prepare('SELECT count(*) AS news FROM news').get()).toMatchObject({ news: 1 })
  expect(await docs(storage)).toEqual([])
})

test('a commit that the database fails in the middle of leaves nothing behind', async () => {
  const database = new DatabaseSync(':memory:')
  const storage = await opened({ database })
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON tirazh_record WHEN NEW.id = 'ПР-3'
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  const commit = storage.commit(['ПР-1', 'ПР-2', 'ПР-3'].map((id) => put(id, 0, {})))
  await expect(commit).rejects.toThrow('SQLite could not commit: disk full')
  expect(await docs(storage)).toEqual([])
  await storage.commit([put('ПР-1', 0, {})])
  expect(await docs(storage)).toHaveLength(1)
})

test('a file that is not a database is refused and left as it was', async () => {
  const path = newFile()
  const text = 'Реестр лин-проектов; столбец; столбец\n'.repeat(100)
  writeFileSync(path, text)
  const storage = sqlite({ path })
  expect(await failure(storage.open(kinds))).toEqual({ storage: 'sqlite', during: 'open', transient: false })
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect(isTirazhError(await storage.commit([]).catch((thrown) => thrown), 'STORAGE_CLOSED')).toBe(true)
})

test('a file in a folder that does not exist is refused and nothing is created', async () => {
  const path = join(newFile(), 'programme.db')
  expect(await failure(sqlite({ path }).open(kinds))).toEqual({
    storage: 'sqlite',
    during: 'open',
    transient: false,
  })
  expect(existsSync(path)).toBe(false)
})

test('opening may be tried again after it failed', async () => {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE VIEW tirazh_record AS SELECT 1')
  const storage = sqlite({ database })
  expect(await failure(storage.open(kinds))).toEqual({ storage: 'sqlite', during: 'open', transient: false })
  database.exec('DROP VIEW tirazh_record')
  await storage.open(kinds)
  await storage.commit([put('ПР-1', 0, {})])
  expect(await docs(storage)).toEqual([{}])
})

test('an adapter closed while it was opening is closed', async () => {
  const storage = sqlite({ path: newFile() })
  const opening = storage.open(kinds)
  await storage.close()
  await opening.catch(() => {})
  const thrown = await storage.read([]).catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_CLOSED')).toBe(true)
})

test.each([{}, { path: '' }, { path: 5 }])('%j says nowhere to keep records', (options) => {
  expect(() => sqlite(options as SqliteOptions)).toThrow(TypeError)
})
