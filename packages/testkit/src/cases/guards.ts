import type { Op, StorageConflict } from '@tirazh/spec'
import { claim, refused, same } from '../claims.js'
import { ids, key, only, opened, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

const at = key('ПР-1')

export const guards: readonly StorageCase[] = [
  {
    id: 'guard/a-record-that-exists-is-not-created-again',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(at, 0, { title: 'первая' })])
      await refused(adapter.commit([put(at, 0, { title: 'вторая' })]), 'Creating a record that exists')
      same(
        await only(adapter, at),
        { ...at, version: 1, doc: { title: 'первая' } },
        'The record after the refusal',
      )
    },
  },
  {
    id: 'guard/a-put-raises-the-version-by-one',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      for (const version of [1, 2, 3, 4]) {
        await adapter.commit([put(at, version - 1, { version })])
        same(await only(adapter, at), { ...at, version, doc: { version } }, 'The record after the next put')
      }
    },
  },
  {
    id: 'guard/another-version-is-refused',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(at, 0, { n: 1 })])
      await adapter.commit([put(at, 1, { n: 2 })])
      const attempts: Record<string, Op> = {
        'Putting over a version that is gone': put(at, 1, { n: 3 }),
        'Putting over a version that does not exist yet': put(at, 3, { n: 3 }),
        'Putting over a record that does not exist': put(key('ПР-2'), 1, { n: 3 }),
        'Deleting a version that is gone': { ...at, op: 'delete', expect: 1 },
        'Deleting a record that does not exist': { ...key('ПР-2'), op: 'delete', expect: 1 },
      }
      for (const [what, op] of Object.entries(attempts)) {
        await refused(adapter.commit([op]), what)
        const rows = await adapter.read([at, key('ПР-2')])
        same(rows[0], { ...at, version: 2, doc: { n: 2 } }, `${what}: the record after the refusal`)
        claim(rows[1] === undefined, `${what} must not create a record`)
      }
    },
  },
  {
    id: 'guard/a-deleted-record-is-gone',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(at, 0, { n: 1 }), put(key('ПР-2'), 0, { n: 2 })])
      await adapter.commit([{ ...at, op: 'delete', expect: 1 }])
      claim((await only(adapter, at)) === undefined, 'A deleted record must not be read')
      same(await ids(adapter, { kind: 'practice' }), ['ПР-2'], 'What find yields after a record was deleted')
    },
  },
  {
    id: 'guard/a-deleted-record-is-created-anew',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(at, 0, { n: 1 })])
      await adapter.commit([put(at, 1, { n: 2 })])
      await adapter.commit([{ ...at, op: 'delete', expect: 2 }])
      await refused(adapter.commit([put(at, 2, { n: 3 })]), 'Putting over a record that was deleted')
      await adapter.commit([put(at, 0, { n: 4 })])
      same(
        await only(adapter, at),
        { ...at, version: 1, doc: { n: 4 } },
        'The record created after a deletion',
      )
    },
  },
  {
    id: 'guard/a-check-writes-nothing',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(at, 0, { n: 1 })])
      await adapter.commit([
        { ...at, op: 'check', expect: 1 },
        { ...key('ПР-2'), op: 'check', expect: 0 },
        put(key('ПР-3'), 0, { n: 3 }),
      ])
      const rows = await adapter.read([at, key('ПР-2')])
      same(rows[0], { ...at, version: 1, doc: { n: 1 } }, 'A record that was only checked')
      claim(rows[1] === undefined, 'Checking that a record does not exist must not create it')
    },
  },
  {
    id: 'guard/a-check-that-fails-refuses-the-commit',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(at, 0, { n: 1 })])
      const other = key('ПР-2')
      for (const check of [
        { ...at, expect: 2 },
        { ...at, expect: 0 },
        { ...key('ПР-3'), expect: 1 },
      ]) {
        const commit = adapter.commit([put(other, 0, { n: 2 }), { ...check, op: 'check' }])
        await refused(commit, `A check of ${check.id} for version ${check.expect}`)
        claim((await only(adapter, other)) === undefined, 'Nothing may be written when a check fails')
      }
    },
  },
  {
    id: 'guard/every-conflict-is-listed',
    law: 'A1',
    async run(adapter) {
      await opened(adapter)
      const stored = ['1', '2', '3', '4', '5'].map((id) => key(id))
      await adapter.commit(stored.map((each) => put(each, 0, {})))
      await adapter.commit(stored.slice(1).map((each) => put(each, 1, {})))
      const [first = at, second = at, third = at, fourth = at, fifth = at] = stored
      const conflicts = await refused(
        adapter.commit([
          put(first, 1, { fine: true }),
          put(second, 0, {}),
          put(third, 1, {}),
          { ...fourth, op: 'delete', expect: 7 },
          { ...fifth, op: 'check', expect: 1 },
          put(key('нет'), 3, {}),
        ]),
        'A commit with five guards that do not hold',
      )
      const expected: StorageConflict[] = [
        { key: second, expected: 0, actual: 2 },
        { key: third, expected: 1, actual: 2 },
        { key: fourth, expected: 7, actual: 2 },
        { key: fifth, expected: 1, actual: 2 },
        { key: key('нет'), expected: 3, actual: 0 },
      ]
      const byId = (a: StorageConflict, b: StorageConflict) => (a.key.id < b.key.id ? -1 : 1)
      same([...conflicts].sort(byId), expected, 'The conflicts listed')
    },
  },
]
