import { describe, expect, test } from 'vitest'
import { drivers } from '../test/handles.js'
import { docs, failure, opened, put } from '../test/records.js'

describe.each(drivers)('SQL with %s', (_, open) => {
  test('answers with rows by the names of their columns, in the order asked for', async () => {
    const storage = await opened({ database: open(':memory:') })
    await storage.commit(['ПР-1', 'ПР-2', 'ПР-3'].map((id, n) => put(id, 0, { status: 'met', count: n })))
    const text = `SELECT id, json_extract(doc, '$.count') AS count FROM tirazh_record
      WHERE kind = ?1 AND json_extract(doc, '$.count') < ?2 ORDER BY id DESC;`
    const expected = [
      { id: 'ПР-2', count: 1 },
      { id: 'ПР-1', count: 0 },
    ]
    expect(await storage.query(text, ['practice', 2])).toEqual(expected)
    expect(await storage.query(text, ['practice', 1.5])).toEqual(expected)
  })

  test('parameters may be used in any order and more than once, and keep their types', async () => {
    const storage = await opened({ database: open(':memory:') })
    const text = 'SELECT ?2 AS b, ?1 AS a, ?2 AS again, 7 / ?3 AS half, typeof(?4) AS real, ?5 AS empty'
    expect(await storage.query(text, ['один', 'два', 2, 2.5, null])).toEqual([
      { b: 'два', a: 'один', again: 'два', half: 3, real: 'real', empty: null },
    ])
  })

  test('a null alone is a parameter too, also after another value in the same statement', async () => {
    const storage = await opened({ database: open(':memory:') })
    for (const value of ['x', null, 0])
      expect(await storage.query('SELECT ?1 AS v', [value])).toEqual([{ v: value }])
  })

  test.each([
    "INSERT INTO tirazh_record VALUES ('practice', '52', 'ПР-2', 1, '{}') RETURNING id",
    'WITH one AS (SELECT 1) DELETE FROM tirazh_record RETURNING id',
    'UPDATE tirazh_record SET version = 9',
    'SELECT 1; DELETE FROM tirazh_record',
    'SELECT 1) AS one; DELETE FROM tirazh_record; SELECT (1',
    'DROP TABLE tirazh_record',
    'PRAGMA user_version = 5',
    "ATTACH ':memory:' AS other",
    'BEGIN',
    'VACUUM',
  ])('what is not one statement that reads is refused: %s', async (text) => {
    const database = open(':memory:')
    const storage = await opened({ database })
    await storage.commit([put('ПР-1', 0, { n: 1 })])
    expect(await failure(storage.query(text, []))).toEqual({
      storage: 'sqlite',
      during: 'query',
      transient: false,
    })
    expect(await docs(storage)).toEqual([{ n: 1 }])
    await storage.commit([put('ПР-1', 1, { n: 2 })])
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 0 })
  })

  test.each([
    'WITH one AS (SELECT 1 AS n) SELECT n FROM one',
    'VALUES (1)',
    'SELECT 1 -- a comment; to the end',
    '/* first */ SELECT 1;\n',
  ])('what reads is answered: %s', async (text) => {
    const storage = await opened({ database: open(':memory:') })
    expect((await storage.query(text, [])).map((row) => Object.values(row))).toEqual([[1]])
  })

  test('SQL that is wrong is told in the words of SQLite', async () => {
    const storage = await opened({ database: open(':memory:') })
    await expect(storage.query('SELECT * FROM practice', [])).rejects.toThrow(
      'SQLite could not query: no such table: practice',
    )
  })
})
