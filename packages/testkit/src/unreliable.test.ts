import { isTirazhError, type StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { describe, expect, it, test } from 'vitest'
import { thrownBy } from './claims.js'
import { key, kinds, list, only, put } from './scene.js'
import { testStorage } from './test-storage.js'
import { type UnreliableOptions, unreliable } from './unreliable.js'

const never: Omit<UnreliableOptions, 'seed'> = { commitFails: 0, answerLost: 0, commitLate: 0, readFails: 0 }
const at = key('ПР-1')

testStorage({
  describe,
  it,
  name: 'an unreliable storage that never fails',
  create: () => unreliable(memory(), { seed: 1, ...never }),
})

test('a commit that fails before it reaches the store writes nothing', async () => {
  const { storage, inner } = await opened({ commitFails: 1 })
  expect(await failure(storage.commit([put(at, 0, {})]))).toEqual({
    storage: 'memory',
    during: 'commit',
    transient: true,
  })
  expect(await only(inner, at)).toBeUndefined()
})

test('a commit whose answer is lost is written and fails for the caller', async () => {
  const { storage, inner } = await opened({ answerLost: 1 })
  expect(await failure(storage.commit([put(at, 0, { n: 1 })]))).toMatchObject({ transient: true })
  expect((await only(inner, at))?.doc).toEqual({ n: 1 })
})

test('a refusal whose answer is lost is not a refusal for the caller', async () => {
  const { storage } = await opened({ answerLost: 1 })
  expect(await failure(storage.commit([put(at, 7, {})]))).toMatchObject({ transient: true })
})

test('a late commit is written before one of the next four calls, as it was when it was made', async () => {
  const { storage, inner } = await opened({ commitLate: 1 })
  const doc = { n: 1 }
  await failure(storage.commit([put(at, 0, doc)]))
  doc.n = 2
  expect(await only(inner, at)).toBeUndefined()
  for (let call = 0; call < 4; call++) await storage.read([])
  expect((await only(inner, at))?.doc).toEqual({ n: 1 })
})

test('a late commit whose guard no longer holds does no harm', async () => {
  const { storage, inner } = await opened({ commitLate: 1 })
  await failure(storage.commit([put(at, 0, { n: 'late' })]))
  await inner.commit([put(at, 0, { n: 'first' })])
  await storage.settle()
  expect((await only(inner, at))?.doc).toEqual({ n: 'first' })
})

test('what is on its way is delivered by settling, after which nothing goes wrong', async () => {
  const { storage, inner } = await opened({ commitLate: 1, readFails: 1 })
  await failure(storage.commit([put(at, 0, {})]))
  await storage.settle()
  expect(await only(inner, at)).toBeDefined()
  await storage.commit([put(at, 1, { n: 2 })])
  expect(await list(storage, { kind: 'practice' })).toHaveLength(1)
})

test('a search fails at its start or after some rows', async () => {
  const { storage, inner } = await opened({ readFails: 1 })
  await inner.commit(['1', '2', '3', '4', '5'].map((id) => put(key(id), 0, {})))
  const counts = new Set<number>()
  for (let search = 0; search < 40; search++) {
    let seen = 0
    const thrown = await thrownBy(
      (async () => {
        for await (const _ of storage.find({ kind: 'practice' })) seen++
      })(),
    )
    expect(isTirazhError(thrown, 'STORAGE_FAILED')).toBe(true)
    counts.add(seen)
  }
  expect([...counts].sort()).toEqual([0, 1, 2, 3])
})

test('the same seed goes wrong in the same way, another seed in another', async () => {
  const [seven, again, eight] = await Promise.all([lifeOf(7), lifeOf(7), lifeOf(8)])
  expect(seven).toEqual(again)
  expect(seven).not.toEqual(eight)
})

test('everything that can go wrong does, about as often as told', async () => {
  const outcomes = await lifeOf(1)
  const fates = outcomes.map((outcome) => outcome.replace(/ \(.*/, ''))
  for (const [fate, atLeast] of [
    ['well', 500],
    ['The connection was lost before a commit', 60],
    ['The answer to a commit was lost', 60],
    ['A commit was not answered in time', 60],
  ] as const) {
    expect(fates.filter((each) => each === fate).length, fate).toBeGreaterThan(atLeast)
  }
})

test('wrong arguments are told whatever goes wrong', async () => {
  const { storage } = await opened({ commitFails: 1, readFails: 1 })
  expect(await thrownBy(storage.commit([put(at, -1, {})]))).toBeInstanceOf(TypeError)
  expect(await thrownBy(list(storage, { kind: 'practice', limit: 0 }))).toBeInstanceOf(TypeError)
})

test.each([
  { commitFails: 1.1 },
  { readFails: -0.1 },
  { readFails: Number.NaN },
  { answerLost: 0.5, commitLate: 0.5 },
])('the chances %j are refused', (chances) => {
  expect(() => unreliable(memory(), { seed: 1, ...chances })).toThrow(TypeError)
})

async function opened(chances: Partial<UnreliableOptions>) {
  const inner = memory()
  const storage = unreliable(inner, { seed: 1, ...never, ...chances })
  await storage.open(kinds)
  return { storage, inner }
}

/** The details of the STORAGE_FAILED that the promise is rejected with. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  const thrown = await thrownBy(promise)
  expect(isTirazhError(thrown, 'STORAGE_FAILED'), String(thrown)).toBe(true)
  return isTirazhError(thrown) && thrown.details
}

/** What a thousand commits came to. */
async function lifeOf(seed: number): Promise<string[]> {
  const inner: StorageAdapter = memory()
  const storage = unreliable(inner, { seed })
  await storage.open(kinds)
  const outcomes: string[] = []
  for (let n = 0; n < 1000; n++) {
    const thrown = await thrownBy(storage.commit([put(key(String(n)), 0, {})]))
    outcomes.push(thrown instanceof Error ? thrown.message : 'well')
  }
  return outcomes
}
