import { memory } from '@tirazh/storage-memory'
import { describe, expect, it, test } from 'vitest'
import { ordering } from '../test/faulty.js'
import { storageCases } from './storage-cases.js'
import { testStorage } from './test-storage.js'

testStorage({ describe, it, name: 'memory', create: memory })

test('one test is registered for each case, under its law and id', () => {
  const { names } = register({ create: memory })
  expect(names).toEqual([
    'another store is a storage adapter',
    ...storageCases.map((storageCase) => `${storageCase.law} ${storageCase.id}`),
  ])
})

test('a registered test of a faulty store rejects with a sentence', async () => {
  const { bodies } = register({ create: () => ordering(new Intl.Collator('ru').compare) })
  await expect(bodies.get('A2 find/orders-by-code-point')?.()).rejects.toThrow(
    /^The order of the identifiers: expected/,
  )
})

test('a failed random history names its seed, and another seed is another history', async () => {
  const create = () => ordering(new Intl.Collator('ru').compare)
  const messages = [7, 8].map((seed) =>
    register({ create, seed })
      .bodies.get('A1 history/agrees-with-the-model')?.()
      .catch((thrown: Error) => thrown.message),
  )
  const [seven, eight] = await Promise.all(messages)
  expect(seven).toContain('the random history with seed 7')
  expect(eight).toContain('the random history with seed 8')
  expect(seven?.replace('seed 7', '')).not.toEqual(eight?.replace('seed 8', ''))
})

test('every adapter is closed, also when its case fails', async () => {
  let open = 0
  const { bodies } = register({
    create: () => {
      open++
      const inner = ordering(new Intl.Collator('ru').compare)
      let closed = false
      return {
        ...inner,
        close: async () => {
          if (!closed) open--
          closed = true
          await inner.close()
        },
      }
    },
  })
  await Promise.allSettled([...bodies.values()].map((body) => body()))
  expect(open).toBe(0)
})

/** Runs testStorage with a test runner that only writes down what it is told. */
function register(options: Pick<Parameters<typeof testStorage>[0], 'create' | 'seed'>) {
  const names: string[] = []
  const bodies = new Map<string, () => Promise<void>>()
  testStorage({
    ...options,
    name: 'another store',
    describe: (name, body) => {
      names.push(name)
      body()
    },
    it: (name, body) => {
      names.push(name)
      bodies.set(name, body)
    },
  })
  return { names, bodies }
}
