import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GaleraCluster, startGalera, whyMissing } from '../src/index.js'
import { until } from '../src/processes.js'

const missing = await whyMissing('galera')

describe.skipIf(missing)(missing ?? 'A Galera cluster of three nodes', () => {
  let cluster: GaleraCluster
  beforeAll(async () => {
    cluster = await startGalera()
    await cluster.query(0, 'CREATE TABLE test.kept (n INT PRIMARY KEY)')
  }, 180_000)
  afterAll(() => cluster?.stop(), 60_000)

  const read = async (node: number) => {
    const rows = await cluster.query(
      node,
      'SET STATEMENT wsrep_sync_wait=1 FOR SELECT n FROM test.kept ORDER BY n',
    )
    return rows.map(({ n }) => n)
  }

  test('what one node took, all have', async () => {
    await cluster.query(1, 'INSERT INTO test.kept VALUES (1)')
    expect(await Promise.all([0, 1, 2].map(read))).toEqual([[1], [1], [1]])
  })

  test('a killed node misses nothing when it is back', async () => {
    await cluster.kill(2)
    await expect(cluster.query(2, 'SELECT 1')).rejects.toThrow()
    await cluster.query(0, 'INSERT INTO test.kept VALUES (2)')
    await cluster.restart(2)
    expect(await read(2)).toEqual([1, 2])
  }, 120_000)

  test('the others go on without a frozen node, which misses nothing when it is thawed', async () => {
    cluster.freeze(1)
    await cluster.query(0, 'INSERT INTO test.kept VALUES (3)')
    // Until the frozen node is expelled, a read that waits for all that was written before gives up.
    await until(async () => String(await read(2).catch(() => [])) === '1,2,3', 'an answer of the others')
    await cluster.thaw(1)
    expect(await read(1)).toEqual([1, 2, 3])
  }, 120_000)

  test('the node a cluster began with comes back too', async () => {
    await cluster.kill(0)
    await cluster.query(1, 'INSERT INTO test.kept VALUES (4)')
    await cluster.restart(0)
    expect(await read(0)).toEqual([1, 2, 3, 4])
  }, 120_000)
})
