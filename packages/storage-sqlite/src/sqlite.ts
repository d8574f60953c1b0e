import { checkOps, checkQuery, meets, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { connect, isDurable } from './connection.js'
import { checkOptions, type SqliteOptions } from './options.js'
import { readRows, rowOf } from './rows.js'
import { select } from './select.js'
import { session } from './session.js'
import { transaction } from './transaction.js'
import { write } from './write.js'

/** Rows that `find` asks for at a time. Between two pages others may write. */
const pageSize = 500

/**
 * Keeps records in one SQLite database. Several adapters and processes may share a file.
 * @throws TypeError where neither a path nor a database is given
 */
export function sqlite(options: SqliteOptions): StorageAdapter {
  checkOptions(options)
  const { open, use, close } = session(() => connect(options))

  return {
    name: 'sqlite',
    contract: 1,
    supports: { durable: isDurable(options), where: ['=', '<', '<=', '>', '>='], within: false, sql: null },
    open,
    close,

    async read(keys) {
      return use('read', (connection) => readRows(connection, keys))
    },

    async *find(query) {
      checkQuery(query)
      const { kind, where = [] } = query
      let left = query.limit ?? Number.POSITIVE_INFINITY
      let after = query.after
      while (left > 0) {
        const size = Math.min(pageSize, left)
        const page = select({ ...query, ...(after && { after }) }, size)
        const rows = use('find', (connection) =>
          connection
            .statement(page.text)
            .all(...page.values)
            .map((columns) => rowOf(kind, columns)),
        )
        for (const row of rows.filter(({ doc }) => where.every((condition) => meets(doc, condition)))) {
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
        transaction(connection, () => {
          const conflicts = write(connection, writes)
          if (conflicts.length === 0) return
          const message = `${conflicts.length} of ${ops.length} guards do not hold; nothing was written`
          throw new TirazhError('STORAGE_CONFLICT', message, { conflicts })
        }),
      )
    },
  }
}
