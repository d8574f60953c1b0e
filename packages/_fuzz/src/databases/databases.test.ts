import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialects, type SqlDatabase } from './database.js'
import { openDatabase, whyMissing } from './open.js'

for (const dialect of dialects) {
  const missing = await whyMissing(dialect)
  describe.skipIf(missing)(missing ?? dialect, () => {
    let database: SqlDatabase
    beforeAll(async () => {
      database = await openDatabase(dialect)
    })
    afterAll(() => database?.close())

    const mark = dialect === 'sqlite' ? '?' : '$1'

    test('rows come back as they were put in, whatever they hold', async () => {
      const int = dialect === 'sqlite' ? 'INTEGER' : 'BIGINT'
      await database.run(`CREATE TABLE "odd ""t" (id TEXT, unused TEXT, n ${int}, note TEXT)`)
      const rows = [
        ['1', 5, 'it\'s "quoted" \\ {a,b} NULL'],
        ['2', null, null],
        ['3', -9_007_199_254_740_991, ''],
        ['4', 9_223_372_036_854_775_807n, 'ё e\u0301 é 🙂'],
      ]
      await database.insert('odd "t', ['id', 'n', 'note'], rows)
      const read = await database.query('SELECT id, n, note FROM "odd ""t" ORDER BY id')
      expect(read).toEqual(rows.map(([id, n, note]) => ({ id, n, note })))
      expect(await database.query(`SELECT id FROM "odd ""t" WHERE n = ${mark}`, [5])).toEqual([{ id: '1' }])
      await database.run(`DELETE FROM "odd ""t" WHERE id = ${mark}`, ['1'])
      expect(await database.query('SELECT count(*) AS n FROM "odd ""t"')).toEqual([{ n: 3 }])
    })

    test('booleans and decimals are accepted', async () => {
      await database.run('CREATE TABLE b (yes BOOLEAN, x DOUBLE PRECISION); CREATE TABLE c (n INTEGER)')
      await database.insert(
        'b',
        ['yes', 'x'],
        [
          [true, 0.1],
          [false, null],
        ],
      )
      expect(await database.query('SELECT x FROM b WHERE yes')).toEqual([{ x: 0.1 }])
    })

    test('many rows go in at once', async () => {
      await database.run('CREATE TABLE many (id INTEGER, name TEXT)')
      const rows = Array.from({ length: 50_000 }, (_, id) => [id, `name ${id}`] as const)
      await database.insert('many', ['id', 'name'], rows)
      const read = await database.query('SELECT count(*) AS n, sum(id) AS total, max(name) AS last FROM many')
      expect(read).toEqual([{ n: 50_000, total: 1_249_975_000, last: 'name 9999' }])
    })

    test('a mistake in the text of a query is an error, after which the database still works', async () => {
      await expect(database.query('SELECT n FROM nowhere')).rejects.toThrow(/nowhere/)
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    })
  })
}
