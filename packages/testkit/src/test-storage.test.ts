import { memory } from '@tirazh/storage-memory'
import { describe, expect, it, test, vi } from 'vitest'
import { ordering } from '../test/faulty.js'
import { hooks, hosted } from '../test/hosted.js'
import { storageCases } from './storage-cases.js'
import { testStorage } from './test-storage.js'

testStorage({ describe, it, name: 'memory', create: memory })

const names = storageCases.map(({ law, id }) => `${law} ${id}`)

test('one test is registered for each case, under its law and id', () => {
  const { registered } = register({ create: memory, ...hooks })
  expect([...registered.keys()]).toEqual(names)
})

test('what no hook was handed in for is skipped with the reason in its name', () => {
  const { registered, skipped } = register({ create: memory })
  expect([...registered.keys(), ...skipped].map((name) => name.replace(/ \(skipped: .*/, '')).sort()).toEqual(
    [...names].sort(),
  )
  expect(skipped).toContain(
    'A1 within/what-is-rolled-back-never-happened ' +
      '(skipped: no `transactions` was handed in, and only the host can begin one)',
  )
  expect(skipped).toContain(
    'A1 durable/what-was-committed-is-there-after-reopening ' +
      '(skipped: no `reopen` was handed in, and only the host can open the same store anew)',
  )
})

test('a runner that cannot skip is told the reason in the name of a test that passes', async () => {
  const { registered } = register({ create: memory }, false)
  expect(registered.size).toBe(storageCases.length)
  const [, body] =
    [...registered].find(([name]) => name.includes('rolled-back') && name.includes('(skipped: ')) ?? []
  await body?.()
})

test('what an adapter says that it does not support is skipped through the context of the test', async () => {
  const { registered } = register({ create: memory, ...hooks })
  const skip = vi.fn<(reason: string) => void>()
  for (const name of [
    'A3 sql/refuses-to-write',
    'A1 within/what-is-rolled-back-never-happened',
    'A1 durable/what-was-committed-is-there-after-reopening',
    'A2 document/is-replaced-whole',
  ]) {
    await registered.get(name)?.({ skip })
  }
  expect(skip.mock.calls).toEqual([
    ['it answers no SQL'],
    ['it joins no transactions of the host'],
    ['it does not say that it outlives its process'],
  ])
})

test('this test runner has a context to skip through', async (context) => {
  const reasons: string[] = []
  vi.spyOn(context, 'skip').mockImplementation((reason?: unknown) => {
    reasons.push(String(reason))
    throw new Error('skipped')
  })
  const { registered } = register({ create: memory })
  await expect(registered.get('A3 sql/refuses-to-write')?.(context)).rejects.toThrow('skipped')
  expect(reasons).toEqual(['it answers no SQL'])
})

test('an adapter that joins transactions fails until the tester says how one is begun', async () => {
  const { registered } = register({ create: hosted })
  await expect(registered.get('A3 within/is-there-exactly-where-it-is-supported')?.()).rejects.toThrow(
    /pass `transactions`/,
  )
})

test('no body of a test has a parameter, which some runners would take for a callback', () => {
  const { registered } = register({ create: memory })
  expect([...registered.values()].filter((body) => body.length > 0)).toEqual([])
})

test('a registered test of a faulty store rejects with a sentence', async () => {
  const { registered } = register({ create: () => ordering(new Intl.Collator('ru').compare) })
  await expect(registered.get('A2 find/orders-by-code-point')?.()).rejects.toThrow(
    /^The order of the identifiers: expected/,
  )
})

test('every adapter is closed, also when its case fails', async () => {
  let open = 0
  const { registered } = register({
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
  await Promise.allSettled([...registered.values()].map((body) => body()))
  expect(open).toBe(0)
})

type Options = Omit<Parameters<typeof testStorage>[0], 'name' | 'describe' | 'it'>
type Body = (context?: { skip(reason: string): void }) => Promise<void>

/** Runs testStorage with a test runner that only writes down what it is told. */
function register(options: Options, canSkip = true) {
  const registered = new Map<string, Body>()
  const skipped: string[] = []
  const add = (name: string, body: Body) => void registered.set(name, body)
  const skip = (name: string) => void skipped.push(name)
  testStorage({
    ...options,
    name: 'another store',
    describe: (_, body) => body(),
    it: canSkip ? Object.assign(add, { skip }) : add,
  })
  return { registered, skipped }
}
