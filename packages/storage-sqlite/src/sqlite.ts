import type { Joining, Querying, StorageAdapter } from '@tirazh/spec'
import { type Connection, connect, connectionTo, isDurable } from './connection.js'
import type { SqliteHandle } from './handle.js'
import { checkHandle, checkOptions, type SqliteOptions } from './options.js'
import { records } from './records.js'
import { session, type Use } from './session.js'
import { type Enclose, savepoint, transaction } from './transaction.js'

/** Records in SQLite, which also joins a transaction of the host and answers SQL. */
export interface SqliteStorage extends StorageAdapter, Joining<SqliteHandle>, Querying {
  /** @throws TypeError where it is not a database handle */
  within(handle: SqliteHandle): SqliteStorage
}

/**
 * Keeps records in one SQLite database. Several adapters and processes may share a file.
 * @throws TypeError where neither a path nor a database is given
 */
export function sqlite(options: SqliteOptions): SqliteStorage {
  checkOptions(options)
  const { open, use, close } = session(() => connect(options))
  const durable = isDurable(options)
  const joined = new WeakMap<SqliteHandle, Connection>()

  const adapter = (
    life: Pick<StorageAdapter, 'open' | 'close'>,
    use: Use,
    enclose: Enclose,
  ): SqliteStorage => ({
    name: 'sqlite',
    contract: 1,
    supports: { durable, where: ['=', '<', '<=', '>', '>='], within: true, sql: 'sqlite' },
    ...life,
    ...records(use, enclose),
    within(handle) {
      checkHandle(handle)
      // Kept, so that the next transaction on this handle finds its statements prepared.
      const connection = joined.get(handle) ?? connectionTo(handle)
      joined.set(handle, connection)
      return adapter(hosted, (during, work) => use(during, () => work(connection)), savepoint)
    },
  })

  return adapter({ open, close }, use, transaction)
}

/** The host opens and closes what it joins to. */
const hosted: Pick<StorageAdapter, 'open' | 'close'> = { open: async () => {}, close: async () => {} }
