import { same } from '../claims.js'
import { key, list, opened, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

export const reading: readonly StorageCase[] = [
  {
    id: 'read/an-empty-store-has-nothing',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const answers = await adapter.read([key('ПР-1'), key('ПР-2')])
      same(answers.length, 2, 'The number of answers to two keys')
      same(
        answers.filter((answer) => answer !== undefined),
        [],
        'The records of an empty store',
      )
      same(await adapter.read([]), [], 'The answer to no keys')
      same(await list(adapter, { kind: 'practice' }), [], 'What find yields from an empty store')
    },
  },
  {
    id: 'read/a-row-has-its-key-version-and-document',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const at = key('ПР-1')
      await adapter.commit([put(at, 0, { title: 'Единое окно' })])
      const row = { ...at, version: 1, doc: { title: 'Единое окно' } }
      same(await adapter.read([at]), [row], 'What read answers')
      same(await list(adapter, { kind: 'practice' }), [row], 'What find yields')
    },
  },
  {
    id: 'read/answers-in-the-order-of-the-keys',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit(['1', '2', '3'].map((id) => put(key(id), 0, { id })))
      const asked = ['3', 'none', '1', '3', '2']
      const answers = await adapter.read(asked.map((id) => key(id)))
      same(
        answers.map((row) => row?.id ?? 'absent'),
        ['3', 'absent', '1', '3', '2'],
        `The answers to the keys ${asked}`,
      )
    },
  },
]
