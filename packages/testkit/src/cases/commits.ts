import { isTirazhError, type Op } from '@tirazh/spec'
import { claim, refused, same, thrownBy } from '../claims.js'
import { ids, key, only, opened, practices, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

const thousand = Array.from({ length: 1000 }, (_, i) => `ПР-${String(i).padStart(4, '0')}`)

export const commits: readonly StorageCase[] = [
  {
    id: 'commit/a-conflict-in-the-last-operation-undoes-the-first',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit(practices(['старая', 'лишняя', 'чужая']))
      const commit = adapter.commit([
        put(key('новая'), 0, { title: 'новая' }),
        put(key('старая'), 1, { title: 'изменённая' }),
        { ...key('лишняя'), op: 'delete', expect: 1 },
        put(key('чужая'), 5, { title: 'испорченная' }),
      ])
      await refused(commit, 'A commit whose last guard does not hold')
      same(
        await ids(adapter, { kind: 'practice' }),
        ['лишняя', 'старая', 'чужая'],
        'The records after the refusal',
      )
      const old = await only(adapter, key('старая'))
      same(
        old,
        { ...key('старая'), version: 1, doc: { title: 'старая' } },
        'The first record after the refusal',
      )
    },
  },
  {
    id: 'commit/a-thousand-operations-are-one',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      const failing = [...practices(thousand), put(key('нет'), 1, {})]
      await refused(adapter.commit(failing), 'A thousand operations and one whose guard does not hold')
      same(await ids(adapter, { kind: 'practice' }), [], 'The records after the refusal')
      await adapter.commit(practices(thousand))
      const rows = await adapter.read(thousand.map((id) => key(id)))
      same(
        rows.filter((row, i) => row?.id === thousand[i]).length,
        1000,
        'The number of records written by one commit',
      )
    },
  },
  {
    id: 'commit/of-nothing-succeeds',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      const thrown = await thrownBy(adapter.commit([]))
      claim(thrown === undefined, `A commit of no operations must succeed, but it threw ${thrown}`)
    },
  },
  {
    id: 'commit/a-key-twice-is-refused',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      const twice = [put(key('ПР-1'), 0, { n: 1 }), put(key('ПР-1'), 1, { n: 2 })]
      const thrown = await thrownBy(adapter.commit(twice))
      claim(thrown instanceof TypeError, `A key twice in one commit must be a TypeError, not ${thrown}`)
      claim(
        (await only(adapter, key('ПР-1'))) === undefined,
        'Nothing may be written when a key occurs twice',
      )
    },
  },
  {
    id: 'commit/a-version-out-of-range-is-refused',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      const wrong: Record<string, Op> = {
        'A version below zero': put(key('ПР-1'), -1, {}),
        'A version that is not whole': put(key('ПР-1'), 0.5, {}),
        'A deletion of what must not exist': { ...key('ПР-1'), op: 'delete', expect: 0 },
      }
      for (const [what, op] of Object.entries(wrong)) {
        const thrown = await thrownBy(adapter.commit([op]))
        claim(thrown instanceof TypeError, `${what} must be a TypeError, not ${thrown}`)
      }
      same(await ids(adapter, { kind: 'practice' }), [], 'The records after the refusals')
    },
  },
  {
    id: 'commit/one-of-many-at-the-same-time-wins',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      for (const expect of [0, 1, 2]) {
        const attempts = Array.from({ length: 8 }, (_, writer) =>
          thrownBy(
            adapter.commit([
              put(key('ПР-1'), expect, { writer }),
              put(key(`след ${expect}/${writer}`), 0, {}),
            ]),
          ),
        )
        const outcomes = await Promise.all(attempts)
        const winners = outcomes.flatMap((thrown, writer) => (thrown === undefined ? [writer] : []))
        same(
          winners.length,
          1,
          `The number of eight commits that expected version ${expect} and were acknowledged`,
        )
        const losers = outcomes.filter((thrown) => isTirazhError(thrown, 'STORAGE_CONFLICT'))
        same(losers.length, 7, 'The number of commits refused with STORAGE_CONFLICT')
        const row = await only(adapter, key('ПР-1'))
        same(
          row?.doc,
          { writer: winners[0] },
          'The record, which must be that of the one acknowledged commit',
        )
        const traces = await adapter.read(outcomes.map((_, writer) => key(`след ${expect}/${writer}`)))
        const left = traces.flatMap((trace, writer) => (trace === undefined ? [] : [writer]))
        same(left, winners, 'The writers that left a second record')
      }
    },
  },
]
