import { type KindSpec, TirazhError } from '@tirazh/spec'
import type { Connection } from './connection.js'
import { failure } from './failure.js'
import { prepareSchema } from './schema.js'

/** A connection from its opening to its closing. */
export interface Session {
  /** @throws STORAGE_CLOSED, STORAGE_DRIVER_MISSING, STORAGE_SCHEMA, STORAGE_FAILED */
  open(kinds: readonly KindSpec[]): Promise<void>
  readonly use: Use
  /** Idempotent. @throws STORAGE_FAILED */
  close(): Promise<void>
}

/** Runs the work, which never waits, on the open connection. @throws STORAGE_CLOSED, STORAGE_FAILED */
export type Use = <T>(during: string, work: (connection: Connection) => T) => T

export function session(connect: () => Promise<Connection>): Session {
  let connection: Connection | undefined
  let opening: Promise<void> = Promise.resolve()
  let closed = false

  const prepare = async (kinds: readonly KindSpec[]): Promise<void> => {
    if (closed) throw notOpen(closed)
    let ready = connection
    try {
      ready ??= await connect()
      prepareSchema(ready, kinds)
    } catch (error) {
      if (connection === undefined) ready?.close()
      throw failure('open', error)
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
        throw failure(during, error)
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
        throw failure('close', error)
      }
    },
  }
}

function notOpen(closed: boolean): TirazhError<'STORAGE_CLOSED'> {
  const remedy = closed ? 'is closed; make a new one' : 'is not open; await open() first'
  return new TirazhError('STORAGE_CLOSED', `The sqlite storage ${remedy}`, { storage: 'sqlite' })
}
