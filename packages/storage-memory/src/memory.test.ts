import { isTirazhError, type Op } from '@tirazh/spec'
import { testStorage } from '@tirazh/testkit'
import { describe, expect, it, test } from 'vitest'
import { memory } from './memory.js'

for (const seed of [1, 2, 3])
  testStorage({ describe, it, name: `memory (seed ${seed})`, seed, create: memory })

const key = { space: '52', kind: 'practice', id: 'ПР-1' }

test('an iteration sees the records as they were when it began', async () => {
  const storage = memory()
  await storage.open([])
  await storage.commit([
    { ...key, op: 'put', expect: 0, doc: 1 },
    { ...key, id: 'ПР-2', op: 'put', expect: 0, doc: 2 },
  ])
  const seen: unknown[] = []
  for await (const row of storage.find({ kind: 'practice' })) {
    if (seen.length === 0) {
      await storage.commit([
        { ...key, id: 'ПР-2', op: 'delete', expect: 1 },
        { ...key, id: 'ПР-3', op: 'put', expect: 0, doc: 3 },
      ])
    }
    seen.push(row.doc)
  }
  expect(seen).toEqual([1, 2])
})

test('a document that cannot become JSON stops the commit before anything is written', async () => {
  const storage = memory()
  await storage.open([])
  const broken = { ...key, id: 'ПР-2', op: 'put', expect: 0, doc: { toJSON: () => BigInt(1) } }
  const ops: unknown[] = [{ ...key, op: 'put', expect: 0, doc: {} }, broken]
  await expect(storage.commit(ops as Op[])).rejects.toThrow(TypeError)
  expect(await storage.read([key])).toEqual([undefined])
})

test.each([
  ['a version below zero', { ...key, op: 'put', expect: -1, doc: {} }, /at least 0, not -1/],
  ['a version that is not whole', { ...key, op: 'check', expect: 1.5 }, /whole version/],
  ['a deletion of what must not exist', { ...key, op: 'delete', expect: 0 }, /at least 1, not 0/],
  ['a put without a document', { ...key, op: 'put', expect: 0 }, /pass null/],
])('%s is a wrong argument', async (_, op, sentence) => {
  const storage = memory()
  await storage.open([])
  const commit = storage.commit([op as Op])
  await expect(commit).rejects.toThrow(TypeError)
  await expect(commit).rejects.toThrow(sentence)
})

test.each([0, -1, 1.5, Number.NaN])('a limit of %d is a wrong argument', async (limit) => {
  const storage = memory()
  await storage.open([])
  const first = storage.find({ kind: 'practice', limit })[Symbol.asyncIterator]().next()
  await expect(first).rejects.toThrow(/positive integer/)
})

test('a closed storage says so and does not open again', async () => {
  const storage = memory()
  await storage.open([])
  await storage.close()
  const thrown = await storage.open([]).catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_CLOSED') && thrown.details).toEqual({ storage: 'memory' })
})
