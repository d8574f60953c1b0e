import { type StorageAdapter, TirazhError } from '@tirazh/spec'
import type { Fault } from './fault.js'
import { ask, at, type Hosted, hosted, type Place } from './hosted.js'

/** Mistakes of storages that join a host's transactions, answer SQL or outlive their process. */
export const hostedFaults: Readonly<Record<string, Fault>> = {
  'says that it joins transactions and cannot': {
    caughtBy: ['within/is-there-exactly-where-it-is-supported'],
    create: () => {
      const { within: _, ...rest } = hosted()
      return rest
    },
  },
  'joins transactions and does not say so': {
    caughtBy: ['within/is-there-exactly-where-it-is-supported'],
    create: () => {
      const storage = hosted()
      return { ...storage, supports: { ...storage.supports, within: false } }
    },
  },
  'reads past the transaction': {
    caughtBy: ['within/what-is-written-is-there-in-the-same-transaction'],
    create: () =>
      joining((joined, { place }) => {
        const outside = at(place, () => {})
        return { ...joined, read: outside.read, find: outside.find }
      }),
  },
  'loses what was written within': {
    caughtBy: ['within/two-commits-are-there-for-others-after-the-transaction'],
    create: () => joining((_, { place }) => at({ records: place.records.copy() }, () => {})),
  },
  'keeps only the last commit within': {
    caughtBy: ['within/two-commits-are-there-for-others-after-the-transaction'],
    create: () =>
      joining((joined, { place }, transaction) => ({
        ...joined,
        commit: async (ops) => {
          transaction.records = place.records.copy()
          await joined.commit(ops)
        },
      })),
  },
  'ignores a rollback': {
    caughtBy: ['within/what-is-rolled-back-never-happened'],
    create: () => joining((_, { place }) => at(place, () => {})),
  },
  'leaves half of what is refused within': {
    caughtBy: ['within/a-refused-commit-leaves-the-transaction-usable'],
    create: () =>
      joining((joined) => ({
        ...joined,
        commit: async (ops) => {
          for (const op of ops) await joined.commit([op])
        },
      })),
  },
  'undoes the whole transaction when a commit within is refused': {
    caughtBy: ['within/a-refused-commit-leaves-the-transaction-usable'],
    create: () =>
      joining((joined, { place }, transaction) => ({
        ...joined,
        commit: (ops) =>
          joined.commit(ops).catch((thrown) => {
            transaction.records = place.records.copy()
            throw thrown
          }),
      })),
  },
  'fails everything in a transaction after a refusal': {
    caughtBy: ['within/a-refused-commit-leaves-the-transaction-usable'],
    create: () =>
      joining((joined) => {
        let aborted = false
        return {
          ...joined,
          commit: async (ops) => {
            if (aborted) throw failed('commit', 'current transaction is aborted')
            await joined.commit(ops).catch((thrown) => {
              aborted = true
              throw thrown
            })
          },
        }
      }),
  },
  'closes with what joined a transaction': {
    caughtBy: ['within/opening-and-closing-it-does-nothing'],
    create: () => joining((joined, storage) => ({ ...joined, close: () => storage.close() })),
  },
  'answers SQL and does not say so': {
    caughtBy: ['sql/is-there-exactly-where-a-dialect-is-named'],
    create: () => {
      const storage = hosted()
      return { ...storage, supports: { ...storage.supports, sql: null } }
    },
  },
  'names a dialect and answers no SQL': {
    caughtBy: ['sql/is-there-exactly-where-a-dialect-is-named', 'sql/counts-what-find-finds'],
    create: () => {
      const { query: _, ...rest } = hosted()
      return rest
    },
  },
  'writes when it is asked': {
    caughtBy: ['sql/refuses-to-write'],
    create: (): Hosted => {
      const storage = hosted()
      return { ...storage, query: async (text, values) => ask(storage.place, text, values, true) }
    },
  },
  'misses rows when it is asked': {
    caughtBy: ['sql/counts-what-find-finds', 'sql/gives-each-record-whole'],
    create: (): Hosted => {
      const storage = hosted()
      return {
        ...storage,
        query: (text, values) =>
          storage.query(text.replace('tirazh_record', '(SELECT * FROM tirazh_record LIMIT 1)'), values),
      }
    },
  },
  'puts parameters into the text': {
    caughtBy: ['sql/counts-what-find-finds'],
    create: (): Hosted => {
      const storage = hosted()
      return {
        ...storage,
        query: (text, values) =>
          storage.query(
            text.replace(/\?(\d)/g, (_, n) => `'${values[n - 1]}'`),
            [],
          ),
      }
    },
  },
  'answers SQL after it was closed': {
    caughtBy: ['sql/a-query-after-close-is-refused'],
    create: (): Hosted => {
      const storage = hosted()
      return { ...storage, query: async (text, values) => ask(storage.place, text, values) }
    },
  },
  'forgets everything when it is closed': {
    caughtBy: ['durable/what-was-committed-is-there-after-reopening'],
    create: () => {
      const storage = hosted()
      const empty = storage.place.records.copy()
      return {
        ...storage,
        close: async () => {
          storage.place.records = empty
          await storage.close()
        },
      }
    },
  },
  'writes the last commit when the next one comes': {
    caughtBy: ['durable/what-was-committed-is-there-after-reopening'],
    create: () => {
      const storage = hosted()
      let written = storage.place.records.copy()
      return {
        ...storage,
        commit: (ops) => {
          written = storage.place.records.copy()
          return storage.commit(ops)
        },
        close: async () => {
          storage.place.records = written
          await storage.close()
        },
      }
    },
  },
}

/** A hosted storage whose view within a transaction is changed. */
function joining(
  change: (joined: StorageAdapter, storage: Hosted, transaction: Place) => StorageAdapter,
): Hosted {
  const storage = hosted()
  return { ...storage, within: (transaction) => change(storage.within(transaction), storage, transaction) }
}

function failed(during: string, message: string): TirazhError<'STORAGE_FAILED'> {
  return new TirazhError('STORAGE_FAILED', message, { storage: 'hosted', during, transient: false })
}
