import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe } from 'vitest'
import { type Pools, pools } from './database.js'

export interface Running {
  readonly server: PostgresServer
  readonly databases: Pools
}

const missing = await whyMissing('postgres-npm')

/** Registers tests on a new server of the PostgreSQL 18 that comes by npm; skips them with the reason where there is none. */
export function onPostgres(name: string, body: (running: () => Running) => void): void {
  describe.skipIf(missing)(missing ? `${name} (skipped: ${missing})` : name, () => {
    let running: Running | undefined
    beforeAll(async () => {
      const server = await startPostgres()
      running = { server, databases: pools(server) }
    }, 60_000)
    afterAll(async () => {
      await running?.databases.end()
      await running?.server.stop()
    })
    body(() => {
      if (running === undefined) throw new Error('The server runs from the beginning of the first test')
      return running
    })
  })
}
