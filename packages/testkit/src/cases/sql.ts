import {
  isTirazhError,
  type Json,
  type Querying,
  type Row,
  type SqlDialect,
  type StorageAdapter,
  type Supports,
} from '@tirazh/spec'
import { claim, same, thrownBy } from '../claims.js'
import { key, list, opened, practices, put } from '../scene.js'
import type { StorageCase, StorageHooks } from '../storage-case.js'

const docs: readonly Json[] = [
  { title: 'Ёмкая доска', count: 0.1, of: [null, true, {}] },
  'просто текст',
  '5',
  5,
  false,
  null,
  ['😀'],
]

export const sql: readonly StorageCase[] = [
  {
    id: 'sql/is-there-exactly-where-a-dialect-is-named',
    law: 'A3',
    async run(adapter) {
      const { sql: dialect } = adapter.supports
      const known = [null, 'sqlite', 'postgres'].includes(dialect)
      claim(known, `supports.sql must be null, sqlite or postgres, not ${dialect}`)
      const has = typeof Reflect.get(adapter, 'query')
      same(
        has,
        dialect === null ? 'undefined' : 'function',
        `The type of query where supports.sql is ${dialect}`,
      )
    },
  },
  {
    id: 'sql/counts-what-find-finds',
    law: 'A3',
    skip: needsSql,
    async run(adapter) {
      await opened(adapter)
      const { query, parameter } = asking(adapter)
      await adapter.commit([...practices(['1', '2', "O'Neil"]), ...practices(['1'], '16')])
      await adapter.commit([put(key('4', { kind: 'adoption' }), 0, {}), put(key('1'), 1, { title: 'новая' })])
      for (const kind of ['practice', 'adoption', "'; DROP TABLE tirazh_record; --"]) {
        for (const space of ['52', '16', "'"]) {
          const found = await list(adapter, { kind, space })
          const where = `kind = ${parameter(1)} AND space = ${parameter(2)} AND version >= ${parameter(3)}`
          for (const version of [1, 2]) {
            const [counted] = await query(`SELECT count(*) AS n FROM tirazh_record WHERE ${where}`, [
              kind,
              space,
              version,
            ])
            const expected = found.filter((row) => row.version >= version).length
            same(Number(counted?.n), expected, `The number of ${kind} in ${space} from version ${version}`)
          }
        }
      }
    },
  },
  {
    id: 'sql/gives-each-record-whole',
    law: 'A3',
    skip: needsSql,
    async run(adapter) {
      await opened(adapter)
      const { query, parameter, rowOf } = asking(adapter)
      await adapter.commit(docs.map((doc, i) => put(key(`${i}`), 0, doc)))
      await adapter.commit([put(key('0'), 1, docs[0] ?? null), { ...key('1'), op: 'delete', expect: 1 }])
      const columns = 'kind, space, id, version, doc'
      const rows = await query(
        `SELECT ${columns} FROM tirazh_record WHERE kind = ${parameter(1)} ORDER BY id`,
        ['practice'],
      )
      same(rows.map(rowOf), await list(adapter, { kind: 'practice' }), 'The records that a query gives')
      const twice = `SELECT id FROM tirazh_record WHERE id = ${parameter(1)} OR id = ${parameter(1)}`
      same(
        (await query(twice, ['2'])).map((row) => row.id),
        ['2'],
        'The records with a parameter that stands in two places',
      )
    },
  },
  {
    id: 'sql/refuses-to-write',
    law: 'A3',
    skip: needsSql,
    async run(adapter) {
      await opened(adapter)
      const { query } = asking(adapter)
      await adapter.commit(practices(['1', '2']))
      const before = await list(adapter, { kind: 'practice' })
      const unchanged = async (statement: string) =>
        same(await list(adapter, { kind: 'practice' }), before, `The records after the query ${statement}`)
      for (const statement of [
        "UPDATE tirazh_record SET version = 7 WHERE id = '1'",
        'DELETE FROM tirazh_record',
        "DELETE FROM tirazh_record WHERE id = '1' RETURNING id",
        "INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES ('practice', '52', '3', 1, '{}')",
        'DROP TABLE tirazh_record',
      ]) {
        const thrown = await thrownBy(query(statement, []))
        await unchanged(statement)
        claim(isTirazhError(thrown, 'STORAGE_FAILED'), `${statement} must be STORAGE_FAILED, not ${thrown}`)
      }
      // Some drivers refuse two statements, others run the first alone.
      for (const statement of [
        'SELECT 1; DELETE FROM tirazh_record',
        'COMMIT; DELETE FROM tirazh_record',
        "SELECT 1; COMMIT; UPDATE tirazh_record SET version = 7 WHERE id = '1'",
      ]) {
        await thrownBy(query(statement, []))
        await unchanged(statement)
      }
      await adapter.commit(practices(['3']))
    },
  },
  {
    id: 'sql/a-query-after-close-is-refused',
    law: 'A3',
    skip: needsSql,
    async run(adapter) {
      await opened(adapter)
      const { query } = asking(adapter)
      await adapter.close()
      const thrown = await thrownBy(query('SELECT count(*) AS n FROM tirazh_record', []))
      claim(
        isTirazhError(thrown, 'STORAGE_CLOSED'),
        `query after close must be STORAGE_CLOSED, not ${thrown}`,
      )
    },
  },
]

function needsSql(_: StorageHooks, supports?: Supports): string | undefined {
  return supports?.sql === null ? 'it answers no SQL' : undefined
}

/** How to ask this adapter, and how to understand what it answers. */
function asking(adapter: StorageAdapter): {
  readonly query: Querying['query']
  readonly parameter: (n: number) => string
  readonly rowOf: (columns: Readonly<Record<string, unknown>>) => Row
} {
  const { sql: dialect } = adapter.supports
  if (dialect === null || !isQuerying(adapter)) {
    throw new Error(`The adapter must have query, since its supports.sql is ${dialect}`)
  }
  return {
    query: async (text, values) => adapter.query(text, values),
    parameter: (n) => `${marks[dialect]}${n}`,
    rowOf: ({ kind, space, id, version, doc }) => ({
      kind: String(kind),
      space: String(space),
      id: String(id),
      // A driver may give a wide number as text.
      version: Number(version),
      doc: dialect === 'sqlite' ? JSON.parse(String(doc)) : doc,
    }),
  }
}

const marks: Readonly<Record<SqlDialect, string>> = { sqlite: '?', postgres: '$' }

function isQuerying(adapter: StorageAdapter): adapter is StorageAdapter & Querying {
  return 'query' in adapter && typeof adapter.query === 'function'
}
