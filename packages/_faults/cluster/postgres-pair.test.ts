import { setTimeout as pause } from 'node:timers/promises'
import { startPostgresPair, whyMissing } from '@tirazh/servers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { look } from '../src/look.js'
import { random } from '../src/random.js'
import type { Store } from '../src/store.js'
import { book, tally, told } from '../src/tally.js'
import { newWriter, type Writer } from '../src/writers.js'

const rounds = Number(process.env.FAULTS_ROUNDS ?? 5)

const missing = await whyMissing('postgres-pair')

describe.skipIf(missing)(missing ?? 'A primary of PostgreSQL with a synchronous standby', () => {
  test('what the primary acknowledged before it was killed is on the promoted standby, where each process goes on with the unit it was at', async () => {
    const seed = 7
    const chance = random(seed)
    const sum = tally()
    let broken = 0
    let repeated = 0
    for (let round = 0; round < rounds; round += 1) {
      const pair = await startPostgresPair()
      onTestFinished(() => pair.stop())
      const primary: Store = { kind: 'postgres', port: pair.primary.port }
      const standby: Store = { kind: 'postgres', port: pair.standby.port }
      const writers: Writer[] = []
      for (const name of ['один', 'два']) {
        const writer = await newWriter()
        await writer.begin({ store: primary, name })
        writers.push(writer)
      }
      await Promise.all(writers.map((each) => each.acknowledges()))
      await pause(chance.integer(500))
      await pair.killPrimary()
      await pair.promote()
      await Promise.all(writers.map((each, number) => each.begin({ store: standby, name: `${number}` })))
      await Promise.all(writers.map((each) => each.acknowledges()))
      await Promise.all(writers.map((each) => each.pause()))
      const acknowledged = writers.flatMap((each) => each.acknowledged())
      book(sum).close(acknowledged, await look(standby))
      broken += writers.reduce((total, each) => total + each.brokenCommits(), 0)
      repeated += writers.reduce((total, each) => total + each.errors().length, 0)
      await Promise.all(writers.map((each) => each.kill()))
      await pair.stop()
    }
    console.log(
      `PostgreSQL, the primary killed and the standby promoted, seed ${seed}: ${told(sum)}; ` +
        `${broken} commits broken; ${repeated} calls that the host had to make again`,
    )
    expect(sum).toMatchObject({ rounds, lost: 0, wrong: 0 })
    expect(broken).toBeGreaterThan(0)
  })
})
