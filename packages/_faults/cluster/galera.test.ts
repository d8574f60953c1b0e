import { setTimeout as pause } from 'node:timers/promises'
import { type GaleraCluster, startGalera, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '../src/look.js'
import { random } from '../src/random.js'
import type { Store } from '../src/store.js'
import { book, tally, told } from '../src/tally.js'
import { newWriter, type Writer } from '../src/writers.js'

const rounds = Number(process.env.FAULTS_ROUNDS ?? 5)

const missing = await whyMissing('galera')

describe.skipIf(missing)(missing ?? 'A Galera cluster of three nodes', () => {
  let cluster: GaleraCluster
  beforeAll(async () => {
    cluster = await startGalera({ durable: true })
  })
  afterAll(() => cluster?.stop())

  test('nodes that are killed and nodes that stand still while processes write to all three lose nothing and write nothing twice', async () => {
    const seed = 6
    const chance = random(seed)
    const sum = tally()
    const kept = book(sum)
    const stores = cluster.ports.map((port): Store => ({ kind: 'mysql', port }))
    const writers: Writer[] = []
    for (const [node, store] of stores.entries()) {
      const writer = await newWriter()
      await writer.begin({ store, name: `node-${node}` })
      writers.push(writer)
    }
    for (let round = 0; round < rounds; round += 1) {
      const victim = chance.integer(3)
      const others = writers.filter((_, node) => node !== victim)
      const acknowledge = (some: readonly Writer[]) => Promise.all(some.map((each) => each.acknowledges()))
      await acknowledge(writers)
      await pause(chance.integer(200))
      await cluster.kill(victim)
      await acknowledge(others)
      await cluster.restart(victim)
      await acknowledge(writers)
      cluster.freeze(victim)
      await acknowledge(others)
      await cluster.thaw(victim)
      await acknowledge(writers)

      await Promise.all(writers.map((each) => each.pause()))
      const acknowledged = writers.flatMap((each) => each.acknowledged())
      const [standing, ...same] = await Promise.all(stores.map(look))
      if (standing === undefined) throw new Error('The cluster has no nodes.')
      for (const other of same) expect(other.units).toEqual(standing.units)
      kept.close(acknowledged, standing)
      for (const each of writers) each.go()
    }
    const errors = writers.flatMap((each) => each.errors())
    const broken = writers.reduce((total, each) => total + each.brokenCommits(), 0)
    console.log(
      `Galera, in each round a node is killed and then stands still, seed ${seed}: ${told(sum)}; ` +
        `${broken} commits broken; ${errors.length} calls that the host had to make again`,
      [...new Set(errors)].slice(0, 5),
    )
    expect(sum).toMatchObject({ rounds, lost: 0, wrong: 0 })
  })
})
