import type { StorageAdapter, Supports } from '@tirazh/spec'
import { claim, refused, same } from '../claims.js'
import { ids, key, kinds, list, only, opened, practices, put } from '../scene.js'
import type { HostTransaction, StorageCase, StorageHooks } from '../storage-case.js'

export const within: readonly StorageCase[] = [
  {
    id: 'within/is-there-exactly-where-it-is-supported',
    law: 'A3',
    async run(adapter, { transactions }) {
      const has = typeof Reflect.get(adapter, 'within')
      if (adapter.supports.within) {
        same(has, 'function', 'The type of within of an adapter with supports.within')
        claim(
          transactions !== undefined,
          'supports.within is true, and only the host can begin a transaction: pass `transactions`, ' +
            'a function that begins one and returns { adapter: adapter.within(…), commit, rollback }',
        )
      } else {
        same(has, 'undefined', 'The type of within of an adapter without supports.within')
      }
    },
  },
  {
    id: 'within/what-is-written-is-there-in-the-same-transaction',
    law: 'A1',
    skip: needsTransactions,
    async run(adapter, hooks) {
      await opened(adapter)
      await adapter.commit(practices(['1', '2']))
      await inTransaction(adapter, hooks, 'rollback', async (joined) => {
        same(await ids(joined, { kind: 'practice' }), ['1', '2'], 'What the transaction finds at its start')
        await joined.commit([put(key('3'), 0, { n: 3 }), put(key('1'), 1, { n: 1 })])
        await joined.commit([{ ...key('2'), op: 'delete', expect: 1 }, put(key('3'), 1, { n: 4 })])
        const rows = [
          { ...key('1'), version: 2, doc: { n: 1 } },
          { ...key('3'), version: 2, doc: { n: 4 } },
        ]
        same(await list(joined, { kind: 'practice' }), rows, 'What the transaction finds of its own')
        const read = await joined.read([key('1'), key('2'), key('3')])
        same(
          read.map((row) => row?.version ?? 0),
          [2, 0, 2],
          'The versions that the transaction reads of its own',
        )
      })
    },
  },
  {
    id: 'within/two-commits-are-there-for-others-after-the-transaction',
    law: 'A1',
    skip: needsTransactions,
    async run(adapter, hooks) {
      await opened(adapter)
      await adapter.commit(practices(['1']))
      await inTransaction(adapter, hooks, 'commit', async (joined) => {
        await joined.commit([put(key('1'), 1, { n: 1 })])
        await joined.commit([put(key('2'), 0, { n: 2 })])
      })
      const rows = [
        { ...key('1'), version: 2, doc: { n: 1 } },
        { ...key('2'), version: 1, doc: { n: 2 } },
      ]
      same(await list(adapter, { kind: 'practice' }), rows, 'What others find after the transaction')
      await adapter.commit([put(key('2'), 1, { n: 3 })])
    },
  },
  {
    id: 'within/what-is-rolled-back-never-happened',
    law: 'A1',
    skip: needsTransactions,
    async run(adapter, hooks) {
      await opened(adapter)
      await adapter.commit(practices(['1']))
      await inTransaction(adapter, hooks, 'rollback', async (joined) => {
        await joined.commit([put(key('1'), 1, { n: 1 })])
        await joined.commit([put(key('2'), 0, { n: 2 })])
      })
      const row = { ...key('1'), version: 1, doc: { title: '1' } }
      same(await list(adapter, { kind: 'practice' }), [row], 'What others find after the rollback')
      await adapter.commit([put(key('2'), 0, { n: 3 })])
      same((await only(adapter, key('2')))?.version, 1, 'The version of what is created after the rollback')
    },
  },
  {
    id: 'within/a-refused-commit-leaves-the-transaction-usable',
    law: 'A1',
    skip: needsTransactions,
    async run(adapter, hooks) {
      await opened(adapter)
      await adapter.commit(practices(['1']))
      await inTransaction(adapter, hooks, 'commit', async (joined) => {
        await joined.commit([put(key('2'), 0, { n: 2 })])
        const stale = joined.commit([
          put(key('3'), 0, { n: 3 }),
          put(key('2'), 1, { n: 0 }),
          put(key('1'), 7, {}),
        ])
        same(
          await refused(stale, 'A stale guard in a transaction'),
          [{ key: key('1'), expected: 7, actual: 1 }],
          'The conflicts in a transaction',
        )
        same(
          await ids(joined, { kind: 'practice' }),
          ['1', '2'],
          'What the transaction finds after the refusal',
        )
        await joined.commit([put(key('4'), 0, { n: 4 })])
      })
      const rows = (await list(adapter, { kind: 'practice' })).map(({ id, version }) => `${id} v${version}`)
      same(rows, ['1 v1', '2 v1', '4 v1'], 'What others find after a transaction with a refusal')
    },
  },
  {
    id: 'within/opening-and-closing-it-does-nothing',
    law: 'A1',
    skip: needsTransactions,
    async run(adapter, hooks) {
      await opened(adapter)
      await inTransaction(adapter, hooks, 'commit', async (joined) => {
        await joined.open(kinds)
        await joined.commit(practices(['1']))
        await joined.close()
        await joined.commit(practices(['2']))
      })
      await adapter.commit(practices(['3']))
      same(await ids(adapter, { kind: 'practice' }), ['1', '2', '3'], 'What is found after the transaction')
    },
  },
]

function needsTransactions({ transactions }: StorageHooks, supports?: Supports): string | undefined {
  if (supports?.within === false) return 'it joins no transactions of the host'
  if (transactions === undefined) return 'no `transactions` was handed in, and only the host can begin one'
  return undefined
}

/** Ends the transaction as told, or rolls it back when the work throws. */
async function inTransaction(
  adapter: StorageAdapter,
  { transactions }: StorageHooks,
  ending: 'commit' | 'rollback',
  work: (joined: StorageAdapter) => Promise<void>,
): Promise<void> {
  if (transactions === undefined) throw new TypeError('Pass `transactions`, which begins one')
  const transaction: HostTransaction = await transactions(adapter)
  try {
    await work(transaction.adapter)
  } catch (thrown) {
    // What the work found out is the news, not that its transaction could not be rolled back either.
    await transaction.rollback().catch(() => {})
    throw thrown
  }
  await transaction[ending]()
}
