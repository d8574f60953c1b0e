import type { PostgresExecutor, PostgresPool } from './executor.js'
import { isConnectionLoss } from './failure.js'

/** Runs the work on a connection that is used by nobody else until it has ended. */
export type Connect = <T>(work: (client: PostgresExecutor) => Promise<T>) => Promise<T>

/** On a client of the pool. One that broke is given back with the error, so that the pool drops it. */
export function pooled(pool: PostgresPool): Connect {
  return async (work) => {
    const client = await pool.connect()
    let broken: Error | undefined
    // While a client is checked out the pool does not listen: unheard, this event would end the process.
    const onError = (error: Error): void => {
      broken ??= error
    }
    client.on('error', onError)
    try {
      return await work(client)
    } catch (error) {
      if (error instanceof Error && (error instanceof Unusable || isConnectionLoss(error))) broken ??= error
      throw error instanceof Unusable ? error.cause : error
    } finally {
      client.release(broken)
      client.removeListener('error', onError)
    }
  }
}

/** On the executor of the host, one after the other: it is one connection. */
export function hosted(executor: PostgresExecutor): Connect {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(() => work(executor))
    last = next.catch(() => {})
    return next
  }
}

/** The work failed with `cause`, and its transaction could not be rolled back. */
export class Unusable extends Error {}
