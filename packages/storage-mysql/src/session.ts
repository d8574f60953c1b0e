import { TirazhError } from '@tirazh/spec'
import type { Server } from './server.js'

/** What the adapter knows from its opening to its closing. */
export interface Session {
  /** One after the other: two calls at the same time must not migrate at the same time. */
  open(prepare: () => Promise<Server>): Promise<void>
  /** @throws STORAGE_CLOSED before the first successful `open` and after `close` */
  server(): Server
  /** Idempotent; waits for an `open` that has begun. */
  close(): Promise<void>
}

export function session(): Session {
  let known: Server | undefined
  let opening: Promise<void> = Promise.resolve()
  let closed = false

  return {
    open(prepare) {
      opening = opening
        .catch(() => {})
        .then(async () => {
          if (closed) throw notOpen(closed)
          known = await prepare()
        })
      return opening
    },

    server() {
      if (closed || known === undefined) throw notOpen(closed)
      return known
    },

    async close() {
      closed = true
      await opening.catch(() => {})
    },
  }
}

function notOpen(closed: boolean): TirazhError<'STORAGE_CLOSED'> {
  const remedy = closed ? 'is closed; make a new one' : 'is not open; await open() first'
  return new TirazhError('STORAGE_CLOSED', `The mysql storage ${remedy}`, { storage: 'mysql' })
}
