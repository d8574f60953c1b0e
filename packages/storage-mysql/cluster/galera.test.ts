import { type GaleraCluster, startGalera, whyMissing } from '@tirazh/servers'
import type { StorageAdapter } from '@tirazh/spec'
import { testStorage } from '@tirazh/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MysqlStorage, mysql } from '../src/index.js'
import { increments, skews } from './contests.js'
import { check, docs, key, kitOn, newDatabase, poolOf, put, thrownBy } from './databases.js'

const missing = await whyMissing('galera')

describe.skipIf(missing !== undefined)(`Galera${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let cluster: GaleraCluster
  beforeAll(async () => {
    cluster = await startGalera()
  })
  afterAll(() => cluster?.stop())

  testStorage({ describe, it, name: 'mysql on a node', ...kitOn(() => node(0)) })

  testStorage({
    describe,
    it,
    name: 'mysql on three nodes in turn',
    seed: 2,
    create: async () => inTurn(await closedEverywhere()),
  })

  it('commits on two nodes that rely on what the other changes do not both succeed', async () => {
    const [one, other] = await everywhere()
    expect(await skews(one, other, 60)).toEqual([])
  })

  it('commits on three nodes lose no update', async () => {
    expect(await increments(await everywhere(), { writers: 6, each: 10 })).toBe(60)
  })

  it('what is acknowledged on one node is read on every other at once', async () => {
    const [one, other, third] = await everywhere()
    for (let version = 0; version < 50; version++) {
      await one.commit([put('ПР-1', version, { version })])
      expect(await other.read([key('ПР-1')])).toMatchObject([{ version: version + 1 }])
      expect(await docs(third)).toEqual({ 'ПР-1': { version } })
    }
  })

  it('a guard is not refused because a node lags behind', async () => {
    const storages = await everywhere()
    for (let version = 0; version < 60; version++) {
      await storages[version % 3]?.commit([put('ПР-1', version, 'Ё'.repeat(1000)), put(`след ${version}`, 0)])
    }
  })

  it('a node without the others is told to be asked again later', async () => {
    const [one, other] = await everywhere()
    await one.commit([put('ПР-1', 0, {})])
    await cluster.kill(1)
    await cluster.kill(2)
    const later = { code: 'STORAGE_FAILED', details: { transient: true } }
    expect(await thrownBy(other.read([key('ПР-1')]))).toMatchObject(later)
    // The node first has to notice; until then it may only be slow.
    for (;;) {
      const thrown = await thrownBy(one.read([key('ПР-1')]))
      if (thrown === undefined) continue
      expect(thrown).toMatchObject(later)
      break
    }
    expect(await thrownBy(one.commit([check('ПР-1', 1)]))).toMatchObject(later)
  })

  function node(number: number): { port: number } {
    return { port: cluster.ports[number] ?? 0 }
  }

  /** An open adapter on each node, all of one new database. */
  async function everywhere(): Promise<[MysqlStorage, MysqlStorage, MysqlStorage]> {
    const storages = await closedEverywhere()
    for (const storage of storages) await storage.open([{ kind: 'practice' }])
    return storages
  }

  async function closedEverywhere(): Promise<[MysqlStorage, MysqlStorage, MysqlStorage]> {
    const database = await newDatabase(node(0))
    const on = (number: number) => mysql({ pool: poolOf(node(number), database), migrate: 'auto' })
    return [on(0), on(1), on(2)]
  }
})

/** An adapter whose every call goes to the next one. */
function inTurn(storages: readonly [MysqlStorage, ...MysqlStorage[]]): StorageAdapter {
  let turn = 0
  const next = (): MysqlStorage => storages[turn++ % storages.length] ?? storages[0]
  return {
    name: 'mysql',
    contract: 1,
    supports: { ...storages[0].supports, within: false },
    async open(kinds) {
      for (const storage of storages) await storage.open(kinds)
    },
    async close() {
      for (const storage of storages) await storage.close()
    },
    read: (keys) => next().read(keys),
    find: (query) => next().find(query),
    commit: (ops) => next().commit(ops),
  }
}
