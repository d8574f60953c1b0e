import { type MariadbServer, startMariadb, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { increments, skews } from './contests.js'
import { newDatabase, opened, poolOf } from './databases.js'

const missing = await whyMissing('mariadb')

describe.skipIf(missing !== undefined)(
  `Commits at the same time${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    let server: MariadbServer
    beforeAll(async () => {
      server = await startMariadb()
    })
    afterAll(() => server?.stop())

    it.each(['READ COMMITTED', 'REPEATABLE READ'])(
      'that check what the other writes do not both succeed: %s',
      async (level) => {
        await server.query(`SET GLOBAL TRANSACTION ISOLATION LEVEL ${level}`)
        const database = await newDatabase(server)
        const [one, other] = [await opened(poolOf(server, database)), await opened(poolOf(server, database))]
        expect(await skews(one, other, 60)).toEqual([])
      },
    )

    it('lose no update', async () => {
      const database = await newDatabase(server)
      const storages = [await opened(poolOf(server, database)), await opened(poolOf(server, database))]
      expect(await increments(storages, { writers: 8, each: 12 })).toBe(96)
    })
  },
)
