import type { Supports } from '@tirazh/spec'
import { refused, same } from '../claims.js'
import { key, list, opened, practices, put } from '../scene.js'
import type { StorageCase, StorageHooks } from '../storage-case.js'

export const durable: readonly StorageCase[] = [
  {
    id: 'durable/what-was-committed-is-there-after-reopening',
    law: 'A1',
    skip: needsReopening,
    async run(adapter, { reopen }) {
      if (reopen === undefined) throw new TypeError('Pass `reopen`, which opens the same store anew')
      await opened(adapter)
      await adapter.commit(practices(['1', '2', '3']))
      await adapter.commit([
        put(key('1'), 1, { title: 'Ёмкая доска' }),
        { ...key('2'), op: 'delete', expect: 1 },
      ])
      await refused(adapter.commit([put(key('4'), 0, {}), put(key('1'), 1, {})]), 'A stale version')
      await adapter.commit([put(key('3'), 1, { title: 'последняя' })])
      const before = await list(adapter, { kind: 'practice' })
      const again = await reopen(adapter)
      try {
        await opened(again)
        same(await list(again, { kind: 'practice' }), before, 'What is found after the store was opened anew')
        await refused(again.commit([put(key('1'), 1, {})]), 'A stale version after the store was opened anew')
        await again.commit([put(key('1'), 2, {}), put(key('2'), 0, {})])
      } finally {
        await again.close()
      }
    },
  },
]

function needsReopening({ reopen }: StorageHooks, supports?: Supports): string | undefined {
  if (supports?.durable === false) return 'it does not say that it outlives its process'
  if (reopen === undefined) return 'no `reopen` was handed in, and only the host can open the same store anew'
  return undefined
}
