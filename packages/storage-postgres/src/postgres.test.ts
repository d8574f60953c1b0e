import {
  type PostgresServer,
  startDebianPostgres,
  startPgBouncer,
  startPostgres,
  whyMissing,
} from '@tirazh/servers'
import { testStorage } from '@tirazh/testkit'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Pools, pools } from '../test/database.js'
import { hooks } from '../test/hooks.js'

const missing = await whyMissing('postgres-npm')
const noBouncer = missing ?? (await whyMissing('pgbouncer'))
const noDebian = await whyMissing('postgres-debian')

describe.skipIf(missing)(missing ?? 'PostgreSQL 18', () => {
  let server: PostgresServer
  let databases: Pools

  beforeAll(async () => {
    server = await startPostgres()
    await server.createDatabase('ru', { icuLocale: 'ru-RU' })
    databases = pools(server)
  })
  afterAll(async () => {
    await databases?.end()
    await server?.stop()
  })

  for (const [seed, database] of ['postgres', 'ru'].entries()) {
    testStorage({
      ...{ describe, it, name: `postgres in the database ${database}`, seed: seed + 1, histories: 50 },
      ...hooks(() => databases.fresh({ database })),
    })
  }

  describe.skipIf(noBouncer)(
    noBouncer ?? 'behind PgBouncer, which lends a connection for one transaction',
    () => {
      let bouncer: Awaited<ReturnType<typeof startPgBouncer>>
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
        ...{ describe, it, name: 'postgres behind PgBouncer', seed: 3, histories: 50 },
        ...hooks(() => shared.emptied('behind')),
      })
    },
  )
})

describe.skipIf(noDebian)(noDebian ?? 'PostgreSQL 15', () => {
  let server: PostgresServer
  let databases: Pools

  beforeAll(async () => {
    server = await startDebianPostgres()
    databases = pools(server)
  })
  afterAll(async () => {
    await databases?.end()
    await server?.stop()
  })

  testStorage({
    ...{ describe, it, name: 'postgres 15', seed: 4, histories: 50 },
    ...hooks(() => databases.fresh()),
  })
})
