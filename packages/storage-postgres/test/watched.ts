import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresClient, PostgresPool, PostgresValue } from '../src/index.js'
import type { Pool } from './database.js'

/** What a test does to the statements of an adapter. */
export interface Watch {
  /** Called before each statement, which waits for it. */
  before?(text: string, values: readonly PostgresValue[]): Promise<unknown> | unknown
  /** Called with the error of a statement. */
  failed?(error: unknown): void
}

/** The pool, whose statements are watched. */
export function watched(pool: Pool, watch: Watch): PostgresPool {
  return {
    async connect(): Promise<PostgresClient> {
      const client = await pool.connect()
      return {
        async query(text, values) {
          await watch.before?.(text, values)
          try {
            return await client.query(text, values)
          } catch (error) {
            watch.failed?.(error)
            throw error
          }
        },
        release: (error) => client.release(error),
        on: (event, listener) => client.on(event, listener),
        removeListener: (event, listener) => client.removeListener(event, listener),
      }
    },
  }
}

/** Comes to the first statement that matches, and waits there until it is told to go on. */
export function stopAt(pattern: RegExp): Stop {
  let reach = (): void => {}
  let go = (): void => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const gone = new Promise<void>((resolve) => {
    go = resolve
  })
  return {
    reached,
    go,
    async before(text) {
      if (!pattern.test(text)) return
      reach()
      await gone
    },
  }
}

export interface Stop {
  readonly reached: Promise<void>
  go(): void
  before(text: string): Promise<void>
}

/** The process of the server that waits for a lock; `undefined` once the work has ended without waiting. */
export async function waiting(admin: Pool, work: Promise<unknown>): Promise<number | undefined> {
  let ended = false
  const end = (): void => {
    ended = true
  }
  work.then(end, end)
  for (;;) {
    const { rows } = await admin.query("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    if (rows.length > 0) return Number(rows[0].pid)
    if (ended) return undefined
    await pause(5)
  }
}
