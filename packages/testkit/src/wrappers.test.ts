import { isTirazhError, type StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { describe, expect, it, test } from 'vitest'
import { prefixed } from '../test/prefixed.js'
import { readOnly } from '../test/read-only.js'
import { thrownBy } from './claims.js'
import { key, kinds, list, put } from './scene.js'
import { testStorage } from './test-storage.js'

testStorage({ describe, it, name: 'a tenant between two others in one store', create: tenant })

testStorage({
  describe,
  it,
  name: 'what a read-only view shows of a store that others write to',
  create() {
    const store = memory()
    return { ...readOnly(store), commit: store.commit }
  },
})

test('a read-only view refuses to commit and shows what is there', async () => {
  const store = memory()
  const view = readOnly(store)
  await view.open(kinds)
  await store.commit([put(key('ПР-1'), 0, {})])
  expect(await thrownBy(view.commit([put(key('ПР-2'), 0, {})]))).toBeInstanceOf(TypeError)
  expect(await list(view, { kind: 'practice' })).toEqual(await list(store, { kind: 'practice' }))
})

test('a tenant neither finds nor changes what belongs to another', async () => {
  const store = memory()
  const [one, other] = [prefixed(store, 'a/'), prefixed(store, 'b/')]
  await store.open(kinds)
  await one.commit([put(key('ПР-1'), 0, { of: 'one' })])
  await other.commit([put(key('ПР-1'), 0, { of: 'other' })])
  const stale = await thrownBy(one.commit([put(key('ПР-1'), 5, {})]))
  expect(isTirazhError(stale, 'STORAGE_CONFLICT') && stale.details.conflicts).toEqual([
    { key: key('ПР-1'), expected: 5, actual: 1 },
  ])
  expect(await list(one, { kind: 'practice' })).toEqual([{ ...key('ПР-1'), version: 1, doc: { of: 'one' } }])
  expect(await list(other, { kind: 'practice', limit: 1 })).toMatchObject([{ doc: { of: 'other' } }])
})

/** A tenant whose neighbours hold records under the names that the cases use. */
function tenant(): StorageAdapter {
  const store = memory()
  let settled = false
  return {
    ...prefixed(store, 'b/'),
    async open(kinds) {
      await store.open(kinds)
      if (settled) return
      settled = true
      for (const neighbour of [prefixed(store, 'a/'), prefixed(store, 'c/')]) {
        const spaces = ['16', '52', '😀']
        await neighbour.commit(spaces.map((space) => put(key('ПР-1', { space }), 0, { count: 1 })))
      }
    },
  }
}
