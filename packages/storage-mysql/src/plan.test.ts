import type { Op } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { planOf } from './plan.js'
import { literal } from './sql.js'

const at = (id: string) => ({ space: '52', kind: 'practice', id })
const ops: readonly Op[] = [
  { ...at('изменить'), op: 'put', expect: 3, doc: { n: 1 } },
  { ...at('создать'), op: 'put', expect: 0, doc: { n: 2 } },
  { ...at('удалить'), op: 'delete', expect: 4 },
  { ...at('есть'), op: 'check', expect: 5 },
  { ...at('нет'), op: 'check', expect: 0 },
]

test('what must exist is locked, in the order of the key, before anything is written', () => {
  const { existing, locks } = planOf(ops, { galera: false })
  expect(existing.map(({ id }) => id)).toEqual(['изменить', 'удалить', 'есть'])
  expect(locks.map(readable)).toEqual([
    'SELECT kind, space, id, version FROM tirazh_record FORCE INDEX (PRIMARY) WHERE ' +
      '(kind = practice AND space = 52 AND id IN (есть,изменить,удалить)) ORDER BY kind, space, id FOR UPDATE',
  ])
})

test('what must not exist is inserted, also where it is only checked, and then taken away', () => {
  expect(planOf(ops, { galera: false }).writes.map(readable)).toEqual([
    'INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES (practice,52,нет,1,null),(practice,52,создать,1,{"n":2})',
    'INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES (practice,52,изменить,4,{"n":1}) ' +
      'ON DUPLICATE KEY UPDATE version = VALUES(version), doc = VALUES(doc)',
    'DELETE record FROM (SELECT practice AS kind, 52 AS space, нет AS id UNION ALL SELECT practice AS kind, 52 AS space, удалить AS id) AS wanted STRAIGHT_JOIN tirazh_record AS record FORCE INDEX (PRIMARY) ' +
      'ON record.kind = wanted.kind AND record.space = wanted.space AND record.id = wanted.id',
  ])
})

test('only on Galera, what is checked is changed', () => {
  const [local, clustered] = [false, true].map((galera) => planOf(ops, { galera }).writes.map(readable))
  expect(clustered?.filter((sql) => !local?.includes(sql))).toEqual([
    'UPDATE (SELECT practice AS kind, 52 AS space, есть AS id) AS wanted STRAIGHT_JOIN tirazh_record AS record FORCE INDEX (PRIMARY) ' +
      'ON record.kind = wanted.kind AND record.space = wanted.space AND record.id = wanted.id SET record.checked = 1 - record.checked',
  ])
})

test('a large commit is written in statements that servers take', () => {
  const large = Array.from(
    { length: 2500 },
    (_, i): Op => ({ ...at(`${i}`), op: 'put', expect: 0, doc: 'ё'.repeat(400) }),
  )
  const { writes } = planOf(large, { galera: true })
  expect(writes.length).toBeGreaterThan(3)
  expect(Math.max(...writes.map((sql) => sql.length))).toBeLessThan(1_048_576)
  expect(writes.flatMap((sql) => sql.match(new RegExp(literal('practice'), 'g')) ?? [])).toHaveLength(2500)
})

test('no operations need no statements', () => {
  expect(planOf([], { galera: true })).toEqual({ existing: [], locks: [], writes: [] })
})

/** The statement with its literals as text. */
function readable(sql: string): string {
  return sql.replace(/X'([0-9a-f]*)'/g, (_, hex: string) => Buffer.from(hex, 'hex').toString())
}
