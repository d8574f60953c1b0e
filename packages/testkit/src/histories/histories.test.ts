import type { StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { expect, test } from 'vitest'
import { committing, forgiving, ordering, place } from '../../test/faulty.js'
import { checkStorage, type StorageResult } from '../check-storage.js'
import { model } from '../model.js'
import { key, put } from '../scene.js'
import { inSomeOrder } from './run-at-once.js'

const byModel = 'history/agrees-with-the-model'
const atOnce = 'history/commits-at-once-are-as-if-in-some-order'

test('a failed history is told as its shortest form, line by line, with what differs', async () => {
  const create = () => forgiving((op, actual) => op.op === 'put' && op.expect === 0 && actual > 0)
  expect(await failure(byModel, { create, seed: 7 })).toMatch(
    /^a store fails a random history; to see it again pass {"seed":7,"path":"[0-9:]+"}\n {3}1. put practice 16\/А, expecting version 0 {"count":1}\n {3}2. put practice 16\/А, expecting version 0 {"count":1}\nThe conflicts of the commit: expected .*"actual":1.*, found \[\]$/,
  )
})

test('a wrong order is shown by two or three records', async () => {
  const message = await failure(byModel, { create: () => ordering(new Intl.Collator('ru').compare) })
  expect(message?.match(/ put /g)?.length).toBeLessThanOrEqual(3)
})

test('the seed and the path that a failure prints show the same history again, at once', async () => {
  let opened = 0
  let commits = 0
  const create = (): StorageAdapter => {
    opened++
    const inner = forgiving((op, actual) => op.op === 'delete' && op.expect !== actual && actual > 0)
    return {
      ...inner,
      commit: (ops) => {
        commits++
        return inner.commit(ops)
      },
    }
  }
  const first = await failure(byModel, { create, seed: 11 })
  const printed: { seed: number; path: string } = JSON.parse(first?.match(/{"seed".*}/)?.[0] ?? '')
  expect(printed.seed).toBe(11)
  const bySeed = await failure(byModel, { create, seed: 11 })
  expect(bySeed).toBe(first)
  const again = await failure(byModel, { create, ...printed })
  expect(again?.split('\n').slice(1)).toEqual(first?.split('\n').slice(1))
  expect(await failure(byModel, { create, seed: 12 })).not.toBe(first)
  expect([opened > 0, commits > 0]).toEqual([true, true])
})

test('writes that skew past each other’s checks are told with the commits that cannot be put in order', async () => {
  const create = () =>
    committing(async (ops, inner) => {
      await inner.commit(ops.map((op) => ({ ...place(op), op: 'check', expect: op.expect })))
      await inner.commit(ops.filter((op) => op.op !== 'check'))
    })
  const message = await failure(atOnce, { create })
  expect(message).toContain('No order of the commits of round')
  expect(message?.match(/at once: .*check .* → acknowledged/g)).toHaveLength(2)
  expect(await failure(byModel, { create })).toBeUndefined()
})

test('five hundred histories are at most five thousand commits on one adapter, of which some are refused', async () => {
  const seen: Record<string, { acknowledged: number; refused: number }> = {}
  let adapters = 0
  const results = await checkStorage({
    name: 'memory',
    create: () => {
      const inner = memory()
      const counts = { acknowledged: 0, refused: 0 }
      seen[adapters++] = counts
      return {
        ...inner,
        commit: async (ops) => {
          counts.refused++
          await inner.commit(ops)
          counts.refused--
          counts.acknowledged++
        },
      }
    },
  })
  expect(results.filter(({ passed }) => !passed)).toEqual([])
  const ofHistories = Object.values(seen).filter(({ acknowledged }) => acknowledged > 100)
  expect(ofHistories).toHaveLength(2)
  const [sequential, concurrent] = ofHistories
  expect((sequential?.acknowledged ?? 0) + (sequential?.refused ?? 0)).toBeGreaterThan(1000)
  expect(total(sequential) + total(concurrent)).toBeLessThanOrEqual(5000)
  for (const { acknowledged, refused } of ofHistories) {
    expect(refused / (acknowledged + refused)).toBeGreaterThan(0.1)
    expect(refused / (acknowledged + refused)).toBeLessThan(0.7)
  }
})

test('a store that cannot be emptied after a failure still tells the history that failed', async () => {
  const create = () => committing((ops, inner) => inner.commit(ops.filter((op) => op.op !== 'delete')))
  const message = await failure(byModel, { create })
  expect(message).toMatch(/^a store fails a random history; [\s\S]* delete /)
})

test('commits are in some order exactly if their guards could have held one after the other', () => {
  const [a, b] = [key('А'), key('Б')]
  const first = { ops: [put(a, 0, 1), { ...b, op: 'check', expect: 0 }], acknowledged: true } as const
  const second = { ops: [put(b, 0, 1), { ...a, op: 'check', expect: 0 }], acknowledged: true } as const
  const anyEnd = () => true
  expect(inSomeOrder(model(), [first, second], anyEnd)).toBeUndefined()
  expect(inSomeOrder(model(), [first, { ...second, acknowledged: false }], anyEnd)?.version(a)).toBe(1)
  const needless = { ops: [put(key('В'), 0, 1)], acknowledged: false }
  expect(inSomeOrder(model(), [first, needless], anyEnd)).toBeUndefined()
  expect(inSomeOrder(model(), [first], ({ version }) => version(a) === 2)).toBeUndefined()
  const next = { ops: [put(a, 1, 2)], acknowledged: true }
  expect(inSomeOrder(model(), [next, first], anyEnd)?.version(a)).toBe(2)
})

function total(counts: { acknowledged: number; refused: number } | undefined): number {
  return (counts?.acknowledged ?? 0) + (counts?.refused ?? 0)
}

/** What a case says of a store, if it finds anything. */
async function failure(
  id: string,
  options: { create: () => StorageAdapter; seed?: number; path?: string },
): Promise<string | undefined> {
  const results: readonly StorageResult[] = await checkStorage({ name: 'a store', ...options })
  return results.find((result) => result.id === id)?.failure?.message
}
