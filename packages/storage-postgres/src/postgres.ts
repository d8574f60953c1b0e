import { checkOps, checkQuery, type Joining, meets, type Querying, type StorageAdapter } from '@tirazh/spec'
import { answers } from './answers.js'
import { commit, type Stubbornness } from './commit.js'
import { type Connect, hosted, pooled } from './connection.js'
import type { PostgresExecutor } from './executor.js'
import { column } from './executor.js'
import { checkTables, createTables } from './open.js'
import { checkExecutor, checkOptions, type PostgresOptions } from './options.js'
import { readRows, rowOf } from './rows.js'
import { type MigrationOptions, printed } from './schema.js'
import { select } from './select.js'
import { session } from './session.js'
import { type Enclose, reading, readingInside, savepoint, transaction } from './transaction.js'

/** Records in PostgreSQL, which also joins a transaction of the host and answers SQL. */
export interface PostgresStorage extends StorageAdapter, Joining<PostgresExecutor>, Querying {
  /** @throws TypeError where it cannot run statements */
  within(executor: PostgresExecutor): PostgresStorage
  /** The tables and indexes as plain SQL to run with psql. @throws TypeError where `from` is no schema number */
  sql(options?: MigrationOptions): string
}

/** Rows that `find` asks for at a time. Between two pages others may write. */
const pageSize = 500

/**
 * Keeps records in one table of PostgreSQL. Any number of adapters and processes may share it.
 * @throws TypeError where there is no pool, or an option has no such value
 */
export function postgres(options: PostgresOptions): PostgresStorage {
  checkOptions(options)
  const { pool, migrate = 'check', durable = true } = options
  const connect = pooled(pool)
  const { open, use, close } = session((kinds) =>
    migrate === 'auto' ? createTables(connect, kinds) : checkTables(connect),
  )
  const life = { open, close }
  return adapter(life, connect, { commits: transaction, queries: reading, stubbornness: 'retries' })

  function adapter(life: Life, connect: Connect, manner: Manner): PostgresStorage {
    const run = use(connect)
    return {
      name: 'postgres',
      contract: 1,
      supports: { durable, where: ['=', '<', '<=', '>', '>='], within: true, sql: 'postgres' },
      ...life,
      sql: (options = {}) => printed(options),

      async read(keys) {
        return run('read', (client) => readRows(client, keys))
      },

      async *find(query) {
        checkQuery(query)
        const { kind, where = [] } = query
        let left = query.limit ?? Number.POSITIVE_INFINITY
        let after = query.after
        while (left > 0) {
          const size = Math.min(pageSize, left)
          const page = select({ ...query, ...(after && { after }) }, size)
          const { rows } = await run('find', (client) => client.query(page.text, [...page.values]))
          for (const found of rows) {
            const row = rowOf(
              { space: String(column(found, 'space')), kind, id: String(column(found, 'id')) },
              found,
            )
            after = row
            if (!where.every((condition) => meets(row.doc, condition))) continue
            yield row
            left--
          }
          if (rows.length < size) return
        }
      },

      async commit(ops) {
        checkOps(ops)
        await run('commit', (client) => commit(client, ops, manner.commits, manner.stubbornness))
      },

      async query(text, values) {
        return run('query', (client) => manner.queries(client, () => answers(client, text, values)))
      },

      within(executor) {
        checkExecutor(executor)
        return adapter(ofHost, hosted(executor), {
          commits: savepoint,
          queries: readingInside,
          stubbornness: 'gives up',
        })
      },
    }
  }
}

type Life = Pick<StorageAdapter, 'open' | 'close'>

/** How this adapter makes something whole. */
interface Manner {
  readonly commits: Enclose
  readonly queries: Enclose
  readonly stubbornness: Stubbornness
}

/** The host opens and closes what it joins to. */
const ofHost: Life = { open: async () => {}, close: async () => {} }
