import { checkOps, checkQuery, meets, type Query, type Row, TirazhError } from '@tirazh/spec'
import { ask } from './ask.js'
import type { Connection } from './connection.js'
import { readRows, rowOf } from './rows.js'
import { select } from './select.js'
import type { Use } from './session.js'
import type { SqliteStorage } from './sqlite.js'
import type { Enclose } from './transaction.js'
import { write } from './write.js'

/**
 * Rows that `find` asks for at first, and at most, at a time; each page is twice the one before, since one
 * that an index does not put in order costs a look at all that is left. Between two pages others may write.
 */
const [firstPage, largestPage] = [500, 4000]

/** What can be done with the records of a database, with each commit enclosed as told. */
export function records(
  use: Use,
  enclose: Enclose,
): Pick<SqliteStorage, 'read' | 'find' | 'commit' | 'query'> {
  return {
    async read(keys) {
      return use('read', (connection) => readRows(connection, keys))
    },

    async *find(query) {
      checkQuery(query)
      let left = query.limit ?? Number.POSITIVE_INFINITY
      let after = query.after
      for (let most = firstPage; left > 0; most = Math.min(2 * most, largestPage)) {
        const size = Math.min(most, left)
        const rows = use('find', (connection) =>
          page(connection, { ...query, ...(after && { after }) }, size),
        )
        for (const row of rows) {
          if (query.where?.every((condition) => meets(row.doc, condition)) === false) continue
          yield row
          left--
        }
        if (rows.length < size) return
        after = rows.at(-1)
      }
    },

    async commit(ops) {
      checkOps(ops)
      const writes = ops.map((op) => ({ op, json: op.op === 'put' ? JSON.stringify(op.doc) : '' }))
      use('commit', (connection) =>
        enclose(connection, () => {
          const conflicts = write(connection, writes)
          if (conflicts.length === 0) return
          const message = `${conflicts.length} of ${ops.length} guards do not hold; nothing was written`
          throw new TirazhError('STORAGE_CONFLICT', message, { conflicts })
        }),
      )
    },

    async query(text, values) {
      return use('query', (connection) => ask(connection, text, values))
    },
  }
}

function page(connection: Connection, query: Query, size: number): Row[] {
  const { text, values } = select(query, size)
  const found = connection.statement(text).all(...values)
  return found.map((columns) => rowOf(query.kind, columns))
}
