import type { PGlite } from '@electric-sql/pglite'
import type { HostTransaction } from '@tirazh/testkit'
import type { PostgresStorage } from '../src/index.js'

/** A transaction of PGlite that lasts until it is told to end. */
export function begun(database: PGlite, storage: PostgresStorage | undefined): Promise<HostTransaction> {
  return new Promise((resolve) => {
    const ended = database.transaction(async (transaction) => {
      const keep = await new Promise<boolean>((end) => {
        if (storage === undefined) throw new Error('This adapter was made elsewhere')
        const after = async (keep: boolean): Promise<void> => {
          end(keep)
          await ended
        }
        resolve({
          adapter: storage.within(transaction),
          commit: () => after(true),
          rollback: () => after(false),
        })
      })
      if (!keep) await transaction.rollback()
    })
  })
}
