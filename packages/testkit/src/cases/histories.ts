import { runAtOnce } from '../histories/run-at-once.js'
import { runHistory } from '../histories/run-history.js'
import { search } from '../histories/search.js'
import { history, rounds } from '../histories/steps.js'
import { opened } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

export const histories: readonly StorageCase[] = [
  {
    id: 'history/agrees-with-the-model',
    law: 'A1',
    async run(adapter, { name, seed, histories, path }) {
      await opened(adapter)
      await search(adapter, {
        storage: name,
        histories: history,
        seed,
        runs: histories,
        repeatable: true,
        ...(path === undefined ? {} : { path }),
        run: (steps, tell) => runHistory(adapter, steps, tell),
      })
    },
  },
  {
    id: 'history/commits-at-once-are-as-if-in-some-order',
    law: 'A1',
    async run(adapter, { name, seed, histories }) {
      await opened(adapter)
      await search(adapter, {
        storage: name,
        histories: rounds,
        seed,
        // Each is several commits, and one in five is enough to meet those that take turns.
        runs: Math.ceil(histories / 5),
        // What is done at once need not meet in the same way again.
        repeatable: false,
        run: (commits, tell) => runAtOnce(adapter, commits, tell),
      })
    },
  },
]
