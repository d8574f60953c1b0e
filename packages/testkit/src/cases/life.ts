import { isTirazhError } from '@tirazh/spec'
import { claim, same, thrownBy } from '../claims.js'
import { key, kinds, list, only, opened, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

export const life: readonly StorageCase[] = [
  {
    id: 'life/use-before-open-is-refused',
    law: 'A1',
    async run(adapter) {
      const thrown = await thrownBy(adapter.commit([put(key('ПР-1'), 0, {})]))
      claim(
        isTirazhError(thrown, 'STORAGE_CLOSED'),
        `A commit before open must be STORAGE_CLOSED, not ${thrown}`,
      )
    },
  },
  {
    id: 'life/opening-again-keeps-everything',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(key('ПР-1'), 0, { title: 'Сортировка' })])
      await adapter.open(kinds)
      await adapter.open([...kinds, { kind: 'event', indexes: ['title'] }])
      same((await only(adapter, key('ПР-1')))?.doc, { title: 'Сортировка' }, 'The record after a second open')
    },
  },
  {
    id: 'life/use-after-close-is-refused',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(key('ПР-1'), 0, {})])
      await adapter.close()
      await adapter.close()
      const uses: Record<string, () => Promise<unknown>> = {
        commit: () => adapter.commit([put(key('ПР-2'), 0, {})]),
        read: () => adapter.read([key('ПР-1')]),
        find: () => list(adapter, { kind: 'practice' }),
      }
      for (const [name, use] of Object.entries(uses)) {
        const thrown = await thrownBy(use())
        claim(
          isTirazhError(thrown, 'STORAGE_CLOSED'),
          `${name} after close must be STORAGE_CLOSED, not ${thrown}`,
        )
      }
    },
  },
]
