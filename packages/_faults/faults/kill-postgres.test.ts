import { setTimeout as pause } from 'node:timers/promises'
import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '../src/look.js'
import { random } from '../src/random.js'
import { book, type Tally, tally, told } from '../src/tally.js'
import { newWriter } from '../src/writers.js'

const rounds = Number(process.env.FAULTS_ROUNDS ?? 100)
/** Rounds that go on with the same database. */
const roundsOfDatabase = 10

const missing = await whyMissing('postgres-npm')

describe.skipIf(missing)(missing ?? 'PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres({ durable: true })
  })
  afterAll(() => server?.stop())

  test('100 times the server is killed while a process writes: the process goes on by itself, nothing acknowledged is lost and nothing is half there', async () => {
    const seed = 2
    const chance = random(seed)
    const sum: Tally = tally()
    const writer = await newWriter()
    let slowest = 0
    let kept = book(sum)
    for (let round = 0; round < rounds; round += 1) {
      const database = `round_${Math.floor(round / roundsOfDatabase)}`
      const store = { kind: 'postgres', port: server.port, database } as const
      if (round % roundsOfDatabase === 0) {
        kept = book(sum)
        await server.createDatabase(database)
        await writer.begin({ store, name: database })
      } else {
        writer.go()
      }
      await writer.acknowledges()
      await pause(chance.integer(150))
      await server.kill()
      const began = performance.now()
      await server.restart()
      await writer.acknowledges()
      slowest = Math.max(slowest, performance.now() - began)
      await writer.pause()
      const here = writer.acknowledged().filter((unit) => unit.startsWith(`${database}-`))
      kept.close(here, await look(store))
    }
    const errors = writer.errors().length
    const broken = writer.brokenCommits()
    console.log(
      `PostgreSQL, kill -9 of the server, seed ${seed}: ${told(sum)}; ${broken} broken in mid-commit; ${errors} calls that the host had to make ` +
        `again; from the start of the server to the next acknowledgement ${Math.round(slowest)} ms at most`,
    )
    expect(sum).toMatchObject({ rounds, lost: 0, wrong: 0 })
    // Otherwise nothing was put to the test.
    expect(broken).toBeGreaterThan(rounds / 10)
  })
})
