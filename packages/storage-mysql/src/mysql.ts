import { checkOps, type Joining, type Op, type StorageAdapter, type Supports } from '@tirazh/spec'
import { commit, commitWithin } from './commit.js'
import { failed } from './failures.js'
import { checkKeys } from './keys.js'
import { checkExecutor, checkOptions, type MysqlExecutor, type MysqlOptions } from './options.js'
import { queueOf } from './queue.js'
import { findRows, readOnce, readRows } from './read.js'
import { run } from './rows.js'
import { requireSchema, schemaSql } from './schema.js'
import { askServer } from './server.js'
import { session } from './session.js'

/** Storage in MariaDB, Galera or MySQL. */
export interface MysqlStorage extends StorageAdapter, Joining<MysqlExecutor> {
  /**
   * The SQL that makes the tables, or brings them up from the version that STORAGE_SCHEMA has found;
   * empty where there is nothing to do. @throws TypeError where `from` is not a version known here
   */
  sql(options?: { readonly from?: number }): string
}

/**
 * Keeps records in a database of MariaDB 10.6 or newer, of a Galera cluster, or of MySQL 8, through a
 * pool of mysql2 that the host owns. Several adapters, processes and nodes may share the tables.
 * @throws TypeError where there is no pool of promises, or an option has a value that it cannot have
 */
export function mysql(options: MysqlOptions): MysqlStorage {
  checkOptions(options)
  const { pool, migrate = 'check', galera } = options
  const { open, server, close } = session()

  return {
    name: 'mysql',
    contract: 1,
    supports,
    close,
    sql: ({ from = 0 } = {}) => schemaSql(from),

    open(kinds) {
      return open(() =>
        attempting('open', async () => {
          checkKeys(kinds.map(({ kind }) => ({ kind, space: '', id: '' })))
          const asked = await askServer(pool, galera)
          await requireSchema(pool, migrate, asked.display)
          return asked
        }),
      )
    },

    async read(keys) {
      const known = server()
      return attempting('read', () => readOnce(pool, keys, known))
    },

    async *find(query) {
      server()
      yield* findRows(query, (select) => attempting('find', () => run(pool, server().display(select))))
    },

    async commit(ops) {
      const known = server()
      check(ops)
      await attempting('commit', () => commit(pool, ops, known))
    },

    within(executor) {
      checkExecutor(executor)
      const inTurn = queueOf(executor)
      return {
        name: 'mysql',
        contract: 1,
        supports: { ...supports, within: false },
        async open() {},
        async close() {},

        async read(keys) {
          server()
          return attempting('read', () => inTurn(() => readRows(executor, keys)))
        },

        async *find(query) {
          server()
          yield* findRows(query, (select) => {
            server()
            return attempting('find', () => inTurn(() => run(executor, select)))
          })
        },

        async commit(ops) {
          const known = server()
          check(ops)
          await attempting('commit', () => inTurn(() => commitWithin(executor, ops, known)))
        },
      }
    },
  }
}

/** `=` only: what is compared is the text of the documents, and no order of texts is that of numbers. */
const supports: Supports = { durable: true, where: ['='], within: true, sql: null }

function check(ops: readonly Op[]): void {
  checkOps(ops)
  checkKeys(ops)
}

async function attempting<T>(during: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw failed(during, error)
  }
}
