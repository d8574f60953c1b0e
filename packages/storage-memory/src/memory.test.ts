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
  const broken = { ...key, id: 'ПР-2', op: 'put', expect: 0, doc: { a: [BigInt(1)] } }
  const ops: unknown[] = [{ ...key, op: 'put', expect: 0, doc: {} }, broken]
  await expect(storage.commit(ops as Op[])).rejects.toThrow(TypeError)
  expect(await storage.read([key])).toEqual([undefined])
})

test('a closed storage says so and does not open again', async () => {
  const storage = memory()
  await storage.open([])
  await storage.close()
  const thrown = await storage.open([]).catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_CLOSED') && thrown.details).toEqual({ storage: 'memory' })
})
