import { isTirazhError, type KindSpec, TirazhError } from '@tirazh/spec'
import type { Connection } from './connection.js'
import { createSchema } from './schema.js'

/** A connection from its opening to its closing. */
export interface Session {
  /** @throws STORAGE_CLOSED, STORAGE_DRIVER_MISSING, STORAGE_FAILED */
  open(kinds: readonly KindSpec[]): Promise<void>
  /** Runs the work, which never waits, on the open connection. @throws STORAGE_CLOSED, STORAGE_FAILED */
  use<T>(during: string, work: (connection: Connection) => T): T
  /** Idempotent. @throws STORAGE_FAILED */
  close(): Promise<void>
}

export function session(connect: () => Promise<Connection>): Session {
  let connection: Connection | undefined
  let opening: Promise<void> = Promise.resolve()
  let closed = false

  const prepare = async (kinds: readonly KindSpec[]): Promise<void> => {
    if (closed) throw notOpen(closed)
    let ready = connection
    try {
      ready ??= await connect()
      createSchema(ready, kinds)
    } catch (error) {
      if (connection === undefined) ready?.close()
      throw failed('open', error)
    }
    connection = ready
  }

  return {
    open(kinds) {
      // One after the other: two calls at the same time must not open two connections.
      opening = opening.catch(() => {}).then(() => prepare(kinds))
      return opening
    },

    use(during, work) {
      if (closed || connection === undefined) throw notOpen(closed)
      try {
        return work(connection)
      } catch (error) {
        throw failed(during, error)
      }
    },

    async close() {
      closed = true
      await opening.catch(() => {})
      const last = connection
      connection = undefined
      try {
        last?.close()
      } catch (error) {
        throw failed('close', error)
      }
    },
  }
}

function notOpen(closed: boolean): TirazhError<'STORAGE_CLOSED'> {
  const remedy = closed ? 'is closed; make a new one' : 'is not open; await open() first'
  return new TirazhError('STORAGE_CLOSED', `The sqlite storage ${remedy}`, { storage: 'sqlite' })
}

function failed(during: string, cause: unknown): Error {
  if (isTirazhError(cause)) return cause
  const message = `SQLite could not ${during}: ${cause instanceof Error ? cause.message : String(cause)}`
  return new TirazhError('STORAGE_FAILED', message, { storage: 'sqlite', during, transient: false }, { cause })
}
