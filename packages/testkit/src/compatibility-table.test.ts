import { memory } from '@tirazh/storage-memory'
import { expect, test } from 'vitest'
import { ordering } from '../test/faulty.js'
import { hooks, hosted } from '../test/hosted.js'
import { checkStorage, type StorageResult } from './check-storage.js'
import { compatibilityTable } from './compatibility-table.js'

test('a table tells of each storage how many cases of each area passed, which failed and why others were skipped', () => {
  const results: readonly StorageResult[] = [
    passed('sqlite', 'commit/a'),
    passed('sqlite', 'commit/b'),
    passed('sqlite', 'within/a'),
    passed('ours | theirs', 'commit/a'),
    { ...passed('ours | theirs', 'commit/b'), outcome: 'failed', passed: false, failure: new Error('no') },
    { ...passed('ours | theirs', 'within/a'), outcome: 'skipped', reason: 'it joins nothing' },
    { ...passed('third', 'within/a'), outcome: 'skipped', reason: 'it joins nothing' },
    passed('third', 'within/b'),
  ]
  expect(compatibilityTable(results)).toBe(`|  | sqlite | ours \\| theirs | third |
| --- | --- | --- | --- |
| commit | 2/2 | **1/2** ¹ |  |
| within | 1/1 | – ² | 1/1 ² |

1. failed: \`commit/b\`
2. skipped: it joins nothing
`)
})

test('a table without failures and skips has no notes', () => {
  expect(compatibilityTable([passed('sqlite', 'commit/a')])).toBe(`|  | sqlite |
| --- | --- |
| commit | 1/1 |
`)
})

test('real results become a table, and the same results the same one', async () => {
  const histories = 5
  const results = [
    ...(await checkStorage({ name: 'memory', create: memory, histories })),
    ...(await checkStorage({ name: 'hosted', create: hosted, histories, ...hooks })),
    ...(await checkStorage({ name: 'shuffled', create: () => ordering(() => -1), histories })),
  ]
  const table = compatibilityTable(results)
  expect(compatibilityTable(results)).toBe(table)
  expect(table).toMatch(/^\| within \| 1\/1 ¹?\S* \| 6\/6 \| 1\/1 \S* \|$/m)
  expect(table).toMatch(/^\d+\. failed: `find\/orders-by-code-point`$/m)
  expect(table).toMatch(/^\d+\. skipped: it answers no SQL$/m)
})

function passed(storage: string, id: string): StorageResult {
  return { storage, id, law: 'A1', outcome: 'passed', passed: true }
}
