import { isTirazhError, type Op, type StorageAdapter } from '@tirazh/spec'
import { beforeEach, expect, test } from 'vitest'
import type { Pool } from '../test/database.js'
import { check, docs, key, opened, put, remove, thrownBy } from '../test/records.js'
import { onPostgres } from '../test/server.js'
import { stopAt, waiting, watched } from '../test/watched.js'
import { postgres } from './index.js'

/** Two commits, each of which relies on what the other one changes. */
const crossings: Readonly<Record<string, readonly [Op[], Op[]]>> = {
  'each checks what the other updates': [
    [check('а', 1), put('б', 1)],
    [check('б', 1), put('а', 1)],
  ],
  'each checks what the other deletes': [
    [check('а', 1), remove('б', 1)],
    [check('б', 1), remove('а', 1)],
  ],
  'each relies on the absence of what the other creates': [
    [check('в', 0), put('г', 0)],
    [check('г', 0), put('в', 0)],
  ],
  'one relies on absence, the other on presence': [
    [check('в', 0), put('а', 1)],
    [check('а', 1), put('в', 0)],
  ],
}

onPostgres('Of commits at the same time', (running) => {
  let pool: Pool

  beforeEach(async () => {
    pool = await running().databases.fresh({ max: 20 })
  })

  test.each(Object.entries(crossings))('one is refused where %s', async (_, crossing) => {
    for (const [first, second] of [crossing, [...crossing].reverse()]) {
      const sure = await opened(pool)
      for (const row of await all(sure)) await sure.commit([remove(row.id, row.version)])
      await sure.commit([put('а', 0), put('б', 0)])
      const stop = stopAt(/^COMMIT/)
      const slow = postgres({ pool: watched(pool, stop) })
      await slow.open([])
      const ahead = slow.commit(first ?? [])
      await stop.reached
      const behind = thrownBy(sure.commit(second ?? []))
      expect(await waiting(pool, behind)).toEqual(expect.any(Number))
      stop.go()
      await ahead
      expect(isTirazhError(await behind, 'STORAGE_CONFLICT')).toBe(true)
    }
  })

  test('one of many that create the same record wins', async () => {
    const storage = await opened(pool)
    for (let round = 0; round < 30; round++) {
      const id = `ПР-${round}`
      const won = await Promise.all(
        Array.from({ length: 8 }, (_, n) => acknowledged(storage.commit([put(id, 0, { n })]))),
      )
      const winners = won.flatMap((isWon, n) => (isWon ? [n] : []))
      expect(winners).toHaveLength(1)
      expect(await storage.read([key(id)])).toMatchObject([{ version: 1, doc: { n: winners[0] } }])
    }
  })

  test('none is lost when eight clients raise many numbers in orders of their own', async () => {
    const errors: unknown[] = []
    const note = (error: unknown): void => void errors.push(error)
    const storages = await Promise.all(
      Array.from({ length: 8 }, () => opened(watched(pool, { failed: note }))),
    )
    errors.length = 0
    const ids = Array.from({ length: 12 }, (_, n) => `счётчик ${n}`)
    await storages[0]?.commit(ids.map((id) => put(id, 0, 0)))
    const each = 12
    const raise = async (storage: StorageAdapter, client: number): Promise<void> => {
      for (let done = 0; done < each; ) {
        const order = ids.map((_, n) => ids[(n * 5 + client * 3 + done) % ids.length] ?? '')
        const rows = await storage.read(order.map(key))
        const ops: Op[] = rows.flatMap((row) =>
          row === undefined ? [] : [put(row.id, row.version, Number(row.doc) + 1)],
        )
        // A guess that what others write is absent must not make them wait for each other.
        const mark = put(`${client % 2 === 0 ? 'а' : 'я'} ${client} ${done}`, 0)
        const absent = [check(`я ${(client + 1) % 8} ${each}`, 0), check(`а ${(client + 1) % 8} ${each}`, 0)]
        if (await acknowledged(storage.commit([mark, ...ops, ...absent]))) done++
      }
    }
    await Promise.all(storages.map(raise))
    const found = await docs(storages[0] as StorageAdapter)
    expect(ids.map((id) => found[id])).toEqual(ids.map(() => 8 * each))
    expect(errors).toEqual([])
  })

  test('one that takes for absent what others change does not stop them', async () => {
    const errors: unknown[] = []
    const storage = await opened(watched(pool, { failed: (error) => errors.push(error) }))
    errors.length = 0
    for (let round = 0; round < 20; round++) {
      const [early, late] = [`а ${round}`, `я ${round}`]
      await storage.commit([put(late, 0)])
      const stop = stopAt(/INSERT/)
      const careful = postgres({
        pool: watched(pool, { before: stop.before, failed: (e) => errors.push(e) }),
      })
      await careful.open([])
      // It has changed the late record and is about to create the early one.
      const right = careful.commit([put(late, 1), put(early, 0)])
      await stop.reached
      const wrong = thrownBy(storage.commit([put(early, 0), put(late, 0)]))
      await waiting(pool, wrong)
      stop.go()
      await right
      expect(await wrong).toMatchObject({ code: 'STORAGE_CONFLICT' })
    }
    expect(errors).toEqual([])
  })
})

async function acknowledged(commit: Promise<void>): Promise<boolean> {
  const thrown = await thrownBy(commit)
  if (thrown !== undefined && !isTirazhError(thrown, 'STORAGE_CONFLICT')) throw thrown
  return thrown === undefined
}

async function all(storage: StorageAdapter): Promise<{ id: string; version: number }[]> {
  const rows: { id: string; version: number }[] = []
  for await (const row of storage.find({ kind: 'practice' })) rows.push(row)
  return rows
}
