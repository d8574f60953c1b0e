import { readFileSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { isTirazhError } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { temporaryFiles } from '../test/files.js'
import { docs, opened, practices, put } from '../test/records.js'
import { connectionTo } from './connection.js'
import { type Migration, migrations, prepareSchema } from './schema.js'
import { sqlite } from './sqlite.js'

const newFile = temporaryFiles()

/** A later version of this package: another column, and indexes that an older adapter would break or not. */
const next = (readableBy: number): readonly Migration[] => [
  ...migrations,
  { readableBy, statements: ['ALTER TABLE tirazh_record ADD COLUMN author TEXT'] },
]

test('a new file is of the newest schema and says so', async () => {
  const path = newFile()
  await (await opened({ path })).close()
  expect(schema(path)).toEqual([{ version: 1, readable_by: 1 }])
})

test('a file made before schemas had numbers is of schema 1 and keeps its records', async () => {
  const path = newFile()
  const before = await opened({ path })
  await before.commit([put('ПР-1', 0, { title: 'Ёмкая доска' })])
  await before.close()
  edit(path, 'DROP TABLE tirazh_schema')
  const after = await opened({ path })
  expect(await docs(after)).toEqual([{ title: 'Ёмкая доска' }])
  await after.close()
  expect(schema(path)).toEqual([{ version: 1, readable_by: 1 }])
})

test('an older file is brought forward, once, with its records', async () => {
  const path = newFile()
  const before = await opened({ path })
  await before.commit([put('ПР-1', 0, { n: 1 })])
  await before.close()
  for (const _ of ['the first time', 'the second time']) {
    edit(path, (database) => prepareSchema(connectionTo(database), practices, next(2)))
    expect(schema(path)).toEqual([{ version: 2, readable_by: 2 }])
  }
  edit(path, (database) => {
    expect(database.prepare('SELECT author, doc FROM tirazh_record').all()).toMatchObject([
      { author: null, doc: '{"n":1}' },
    ])
  })
})

test('a migration that fails leaves the schema as it was', async () => {
  const path = newFile()
  await (await opened({ path })).close()
  const broken = [
    ...migrations,
    { readableBy: 2, statements: ['CREATE TABLE half (a)', 'CREATE TABLE half (a)'] },
  ]
  edit(path, (database) => {
    expect(() => prepareSchema(connectionTo(database), [], broken)).toThrow('already exists')
    expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all()).toEqual([])
  })
  expect(schema(path)).toEqual([{ version: 1, readable_by: 1 }])
})

test('a newer file that this adapter may use is used and stays what it is', async () => {
  const path = newFile()
  edit(path, (database) => prepareSchema(connectionTo(database), practices, next(1)))
  const storage = await opened({ path })
  await storage.commit([put('ПР-1', 0, { n: 1 })])
  expect(await docs(storage)).toEqual([{ n: 1 }])
  await storage.close()
  expect(schema(path)).toEqual([{ version: 2, readable_by: 1 }])
})

test('a newer file that this adapter would break is refused and left as it was, byte for byte', async () => {
  const path = newFile()
  edit(path, (database) => prepareSchema(connectionTo(database), practices, next(2)))
  const before = readFileSync(path)
  const storage = sqlite({ path })
  const thrown = await storage.open(practices).catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_SCHEMA') && thrown.details).toEqual({
    storage: 'sqlite',
    found: 2,
    needed: 1,
  })
  expect(thrown.message).toContain('update the SDK')
  await storage.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('so is a newer database of the host', async () => {
  const database = new DatabaseSync(':memory:')
  prepareSchema(connectionTo(database), practices, next(2))
  const thrown = await sqlite({ database })
    .open([{ kind: 'other', indexes: ['status'] }])
    .catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_SCHEMA')).toBe(true)
  expect(database.prepare("SELECT name FROM sqlite_master WHERE name LIKE '%other%'").all()).toEqual([])
})

function schema(path: string): unknown {
  const database = new DatabaseSync(path)
  const rows: object[] = database.prepare('SELECT * FROM tirazh_schema').all()
  database.close()
  return rows.map((row) => ({ ...row }))
}

function edit(path: string, how: string | ((database: InstanceType<typeof DatabaseSync>) => void)): void {
  const database = new DatabaseSync(path)
  try {
    if (typeof how === 'string') database.exec(how)
    else how(database)
  } finally {
    database.close()
  }
}
