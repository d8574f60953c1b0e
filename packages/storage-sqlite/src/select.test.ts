import { DatabaseSync } from '@photostructure/sqlite'
import type { Condition, Operator, Query } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { select } from './select.js'
import { sqlite } from './sqlite.js'

const kinds = [{ kind: 'practice', indexes: ['status', "срок'"] }]
const operators: readonly Operator[] = ['=', '<', '<=', '>', '>=']

test('numbers are compared exactly, however small or near to each other', async () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.integer({ min: -3, max: 3 }).map((n) => n + Number.EPSILON),
    fc.constantFrom(0, 1, 5e-324, 1e-17, 0.1, 0.1 + 0.2, Number.MAX_VALUE, -Number.MAX_VALUE),
  )
  const portable = number.filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n))
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(portable, { minLength: 1, maxLength: 12 }),
      portable,
      async (numbers, other) => {
        const storage = sqlite({ path: ':memory:' })
        await storage.open([{ kind: 'practice', indexes: ['n'] }])
        await storage.commit(
          numbers.map((n, i) => ({
            op: 'put',
            space: '',
            kind: 'practice',
            id: String(i),
            expect: 0,
            doc: { n },
          })),
        )
        for (const value of [...numbers, other]) {
          for (const is of operators) {
            const found = new Set<number>()
            for await (const row of storage.find({ kind: 'practice', where: [{ field: 'n', is, value }] })) {
              found.add(Number(row.id))
            }
            const expected = numbers.flatMap((n, i) => (relation(n, is, value) ? [i] : []))
            expect(found, `${JSON.stringify(numbers)} ${is} ${value}`).toEqual(new Set(expected))
          }
        }
        await storage.close()
      },
    ),
    { numRuns: 40 },
  )
})

test.each<[string, Partial<Query>, RegExp]>([
  ['a whole kind', {}, /USING INDEX sqlite_autoindex_tirazh_record_1 \(kind=\?\)/],
  ['the next page', { after: { space: '52', id: 'a' } }, /\(kind=\? AND \(space,id\)>\(\?,\?\)\)/],
  [
    'the next page of a space',
    { space: '52', after: { space: '52', id: 'a' } },
    /\(kind=\? AND space=\? AND id>\?\)/,
  ],
  [
    'a declared field',
    { where: [equal('status', 'met')] },
    /INDEX tirazh_record \["practice","status"\] \(<expr>=\?\)/,
  ],
  ['a declared field with a number', { where: [equal("срок'", 2025)] }, /"срок'"\] \(<expr>=\?\)/],
])('%s is found by an index and in its order', async (_, query, plan) => {
  const database = new DatabaseSync(':memory:')
  await sqlite({ database }).open(kinds)
  const { text, values } = select({ kind: 'practice', ...query }, 500)
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values)
  expect(steps).toHaveLength(1)
  expect(steps[0].detail).toMatch(plan)
})

test('names with quotes do no harm', async () => {
  const storage = sqlite({ path: ':memory:' })
  const kind = `O'Neil"; DROP TABLE tirazh_record; --`
  await storage.open([{ kind, indexes: [`it's`, `a"b`] }])
  await storage.commit([{ op: 'put', space: `'`, kind, id: `"`, expect: 0, doc: { "it's": 1, 'a"b': 'x' } }])
  const ids: string[] = []
  for await (const row of storage.find({ kind, space: `'`, where: [equal(`it's`, 1), equal(`a"b`, 'x')] }))
    ids.push(row.id)
  expect(ids).toEqual([`"`])
})

function equal(field: string, value: string | number): Condition {
  return { field, is: '=', value }
}

function relation(a: number, is: Operator, b: number): boolean {
  if (a === b) return is.includes('=')
  return is.startsWith(a < b ? '<' : '>')
}
