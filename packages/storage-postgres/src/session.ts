import { type KindSpec, TirazhError } from '@tirazh/spec'
import type { Connect } from './connection.js'
import type { PostgresExecutor } from './executor.js'
import { failure } from './failure.js'

/** Runs the work on a connection. @throws STORAGE_CLOSED, STORAGE_FAILED */
export type Use = <T>(during: string, work: (client: PostgresExecutor) => Promise<T>) => Promise<T>

/** An adapter from its opening to its closing. */
export interface Session {
  open(kinds: readonly KindSpec[]): Promise<void>
  /** What may be used while this is open. */
  use(connect: Connect): Use
  close(): Promise<void>
}

export function session(prepare: (kinds: readonly KindSpec[]) => Promise<void>): Session {
  let state: 'new' | 'open' | 'closed' = 'new'

  const requireOpen = (): void => {
    if (state === 'open') return
    const remedy = state === 'new' ? 'is not open; await open() first' : 'is closed; make a new one'
    throw new TirazhError('STORAGE_CLOSED', `The postgres storage ${remedy}`, { storage: 'postgres' })
  }

  return {
    async open(kinds) {
      if (state === 'closed') requireOpen()
      try {
        await prepare(kinds)
      } catch (error) {
        throw failure('open', error)
      }
      // Who closed it meanwhile wants it closed.
      if (state === 'closed') requireOpen()
      state = 'open'
    },

    use: (connect) => async (during, work) => {
      requireOpen()
      try {
        return await connect(work)
      } catch (error) {
        throw failure(during, error)
      }
    },

    async close() {
      state = 'closed'
    },
  }
}
