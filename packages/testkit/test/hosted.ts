import { DatabaseSync } from '@photostructure/sqlite'
import {
  checkOps,
  checkQuery,
  type Joining,
  type Querying,
  type Row,
  type StorageAdapter,
  TirazhError,
} from '@tirazh/spec'
import type { HostTransaction } from '../src/index.js'
import { type Model, model } from '../src/model.js'

/** Where records are: in the store itself, or in a transaction until it ends. */
export interface Place {
  records: Model
}

/** A transaction as a host would hold it. */
export interface Transaction extends Place {
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** A storage with every capability, and the host of its store. */
export interface Hosted extends StorageAdapter, Joining<Transaction>, Querying {
  readonly place: Place
  begin(): Transaction
}

/** The model as a storage. Transactions are copies of it; SQL is answered by a SQLite that is given its rows. */
export function hosted(place: Place = { records: model() }): Hosted {
  let state: 'new' | 'open' | 'closed' = 'new'
  const requireOpen = (): void => {
    if (state === 'open') return
    throw new TirazhError('STORAGE_CLOSED', `The hosted storage is ${state}; open one`, { storage: 'hosted' })
  }
  const own = at(place, requireOpen)
  return {
    ...own,
    supports: { durable: true, where: ['='], within: true, sql: 'sqlite' },
    place,
    async open() {
      if (state === 'closed') requireOpen()
      state = 'open'
    },
    async close() {
      state = 'closed'
    },
    within: (transaction) => at(transaction, requireOpen),
    begin() {
      const transaction: Transaction = {
        records: place.records.copy(),
        async commit() {
          place.records = transaction.records
        },
        async rollback() {},
      }
      return transaction
    },
    async query(text, values) {
      requireOpen()
      return ask(place, text, values)
    },
  }
}

/** What a tester hands in for it. */
export const hooks = {
  async transactions(adapter: StorageAdapter): Promise<HostTransaction> {
    const host = hostOf(adapter)
    const transaction = host.begin()
    return { adapter: host.within(transaction), commit: transaction.commit, rollback: transaction.rollback }
  },
  async reopen(adapter: StorageAdapter): Promise<StorageAdapter> {
    await adapter.close()
    return hosted(hostOf(adapter).place)
  },
}

/** A storage on what is at a place; it is open as long as told. */
export function at(place: Place, requireOpen: () => void): StorageAdapter {
  return {
    name: 'hosted',
    contract: 1,
    supports: { durable: true, where: ['='], within: false, sql: null },
    async open() {},
    async close() {},
    async read(keys) {
      requireOpen()
      return keys.map((key) => copyOf(place.records.row(key)))
    },
    async *find(query) {
      requireOpen()
      checkQuery(query)
      yield* place.records.find(query).map(copyOf)
    },
    async commit(ops) {
      requireOpen()
      checkOps(ops)
      const conflicts = place.records.commit(copyOf(ops))
      if (conflicts.length > 0) throw new TirazhError('STORAGE_CONFLICT', 'Guards do not hold', { conflicts })
    },
  }
}

/** Answers one statement over what is at the place; what it writes is kept unless it may only read. */
export function ask(
  place: Place,
  text: string,
  values: readonly (string | number | null)[],
  mayWrite = false,
): Answer {
  const database = new DatabaseSync(':memory:')
  try {
    database.exec('CREATE TABLE tirazh_record (kind, space, id, version, doc)')
    const insert = database.prepare('INSERT INTO tirazh_record VALUES (?, ?, ?, ?, ?)')
    for (const { kind, space, id, version, doc } of place.records.rows()) {
      insert.run(kind, space, id, version, JSON.stringify(doc))
    }
    if (!mayWrite) database.exec('PRAGMA query_only = ON')
    const answer: Answer = database.prepare(text).all(...values)
    const rows: Answer = database.prepare('SELECT * FROM tirazh_record').all()
    if (mayWrite) place.records = model(rows.map(rowOf))
    return answer
  } catch (cause) {
    const details = { storage: 'hosted', during: 'query', transient: false }
    throw new TirazhError('STORAGE_FAILED', `SQLite could not query: ${cause}`, details, { cause })
  } finally {
    database.close()
  }
}

type Answer = readonly Readonly<Record<string, unknown>>[]

function rowOf({ kind, space, id, version, doc }: Answer[number]): Row {
  return {
    kind: String(kind),
    space: String(space),
    id: String(id),
    version: Number(version),
    doc: JSON.parse(String(doc)),
  }
}

function hostOf(adapter: StorageAdapter): Hosted {
  if (isHosted(adapter)) return adapter
  throw new TypeError('Hand in an adapter made by hosted()')
}

function isHosted(adapter: StorageAdapter): adapter is Hosted {
  return 'begin' in adapter && 'place' in adapter
}

function copyOf<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value))
}
