import { setTimeout as pause } from 'node:timers/promises'
import { type PostgresServer, startPostgres, type TcpProxy, tcpProxy, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '../src/look.js'
import { type Random, random } from '../src/random.js'
import type { Store } from '../src/store.js'
import { book, type Tally, tally, told } from '../src/tally.js'
import { newWriter } from '../src/writers.js'

/** Never so few that by chance no commit is open when the network breaks: a round takes less than a second. */
const rounds = Math.max(12, Number(process.env.FAULTS_ROUNDS ?? 50))
/** How long the host waits for an answer, in milliseconds. */
const patience = 500

const missing = await whyMissing('postgres-npm')

describe.skipIf(missing)(missing ?? 'PostgreSQL behind a network that breaks', () => {
  let server: PostgresServer
  let proxy: TcpProxy
  beforeAll(async () => {
    server = await startPostgres()
    proxy = await tcpProxy({ to: server.port })
  })
  afterAll(async () => {
    await proxy?.stop()
    await server?.stop()
  })

  test('connections that are cut at any moment lose nothing and write nothing twice', async () => {
    await survives('cut', 3, async (chance) => {
      await proxy.cut()
      await pause(chance.integer(50))
      await proxy.mend()
    })
  })

  test('a network that swallows everything and delivers it later loses nothing and writes nothing twice', async () => {
    await survives('black hole', 4, async (chance) => {
      proxy.blackHole()
      // At times shorter than the host waits, at times longer.
      await pause(chance.integer(3 * patience))
      await proxy.mend()
    })
  })

  test('a COMMIT whose answer is lost is neither lost nor made twice', async () => {
    await survives('lost answer', 5, () => proxy.loseNextAnswer(/COMMIT/))
  })

  /** Lets a process write through the proxy while the network breaks, again and again. */
  async function survives(
    what: string,
    seed: number,
    breaks: (chance: Random) => Promise<void>,
  ): Promise<void> {
    const chance = random(seed)
    const database = what.replaceAll(' ', '_')
    await server.createDatabase(database)
    const sum: Tally = tally()
    const kept = book(sum)
    const store: Store = { kind: 'postgres', port: server.port, database }
    const writer = await newWriter()
    await writer.begin({ store: { ...store, port: proxy.port, patience }, name: database })
    for (let round = 0; round < rounds; round += 1) {
      await writer.acknowledges()
      await pause(chance.integer(30))
      await breaks(chance)
      await writer.acknowledges()
      await writer.pause()
      kept.close(writer.acknowledged(), await look(store))
      writer.go()
    }
    const errors = writer.errors()
    const broken = writer.brokenCommits()
    console.log(
      `PostgreSQL, ${what}, seed ${seed}: ${told(sum)}; ${broken} broken in mid-commit; ${errors.length} calls that the host had to make again`,
      [...new Set(errors)].slice(0, 5),
    )
    expect(sum).toMatchObject({ rounds, lost: 0, wrong: 0 })
    // Otherwise nothing was put to the test.
    expect(broken).toBeGreaterThan(rounds / 10)
    // It was all over sooner than core gives up: the host had nothing to do.
    expect(errors).toEqual([])
    // The process has outlived all of it.
    await writer.pause()
  }
})
