import { Unusable } from './connection.js'
import type { PostgresExecutor } from './executor.js'
import { isConnectionLoss } from './failure.js'

/** Runs the work so that all of it is written, or, if it throws, none. */
export type Enclose = <T>(client: PostgresExecutor, work: () => Promise<T>) => Promise<T>

/** In a transaction of its own. Whatever isolation the server gives by default is enough. */
export const transaction: Enclose = (client, work) =>
  settle(client, work, { begin: ['BEGIN'], keep: ['COMMIT'], undo: ['ROLLBACK'] })

/** As a part of the transaction that is open. */
export const savepoint: Enclose = (client, work) =>
  settle(client, work, {
    begin: ['SAVEPOINT tirazh'],
    keep: ['RELEASE SAVEPOINT tirazh'],
    undo: ['ROLLBACK TO SAVEPOINT tirazh', 'RELEASE SAVEPOINT tirazh'],
  })

/** In a transaction of its own that the server lets write nothing. */
export const reading: Enclose = (client, work) =>
  settle(client, work, { begin: ['BEGIN READ ONLY'], keep: ['ROLLBACK'], undo: ['ROLLBACK'] })

/** As a part of the transaction that is open, which may write again afterwards. */
export const readingInside: Enclose = (client, work) =>
  settle(client, work, {
    begin: ['SAVEPOINT tirazh', 'SET LOCAL transaction_read_only = on'],
    // Only going back to the savepoint ends the ban on writing.
    keep: ['ROLLBACK TO SAVEPOINT tirazh', 'RELEASE SAVEPOINT tirazh'],
    undo: ['ROLLBACK TO SAVEPOINT tirazh', 'RELEASE SAVEPOINT tirazh'],
  })

interface Frame {
  readonly begin: readonly string[]
  readonly keep: readonly string[]
  readonly undo: readonly string[]
}

async function settle<T>(
  client: PostgresExecutor,
  work: () => Promise<T>,
  { begin, keep, undo }: Frame,
): Promise<T> {
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await client.query(statement, [])
  }
  await run(begin)
  try {
    const result = await work()
    await run(keep)
    return result
  } catch (error) {
    // There is nobody left to ask; an answer that did not come in time would hold up this question too.
    if (isConnectionLoss(error)) throw error
    try {
      await run(undo)
    } catch {
      throw new Unusable('The transaction could not be rolled back', { cause: error })
    }
    throw error
  }
}
