import {
  type PgBouncer,
  type PostgresServer,
  startDebianPostgres,
  startPgBouncer,
  whyMissing,
} from '@tirazh/servers'
import { testStorage } from '@tirazh/testkit'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Pools, pools } from '../test/database.js'
import { hooks } from '../test/hooks.js'

const missing = await whyMissing('postgres-debian')
const noBouncer = missing ?? (await whyMissing('pgbouncer'))

describe.skipIf(missing)(missing ?? 'PostgreSQL 15 of Debian', () => {
  let server: PostgresServer
  let databases: Pools

  beforeAll(async () => {
    server = await startDebianPostgres()
    await server.createDatabase('ru', { icuLocale: 'ru-RU' })
    databases = pools(server)
  })
  afterAll(async () => {
    await databases?.end()
    await server?.stop()
  })

  test('is version 15, with a database that orders texts as in Russian', async () => {
    const pool = await databases.fresh({ database: 'ru' })
    const { rows } = await pool.query(
      "SELECT current_setting('server_version') AS version, 'Ёж' < 'ель' AS russian",
    )
    expect(rows).toEqual([{ version: expect.stringMatching(/^15\./), russian: true }])
  })

  testStorage({
    ...{ describe, it, name: 'postgres in a Russian database of PostgreSQL 15', seed: 3, histories: 500 },
    ...hooks(() => databases.fresh({ database: 'ru' })),
  })

  describe.skipIf(noBouncer)(
    noBouncer ?? 'behind PgBouncer, which lends a connection for one transaction',
    () => {
      let bouncer: PgBouncer
      let shared: Pools

      beforeAll(async () => {
        bouncer = await startPgBouncer({ port: server.port, poolSize: 3 })
        await server.createDatabase('behind')
        shared = pools({ port: bouncer.port })
      })
      afterAll(async () => {
        await shared?.end()
        await bouncer?.stop()
      })

      testStorage({
        ...{ describe, it, name: 'postgres behind PgBouncer', seed: 4, histories: 500 },
        ...hooks(() => shared.emptied('behind')),
      })
    },
  )
})
