import { describe, expect, test } from 'vitest'
import type { Op, Query } from './storage.js'
import { checkOps, checkQuery } from './storage-checks.js'

const key = { space: '52', kind: 'practice', id: 'ПР-1' }

describe('a commit', () => {
  test('of nothing, or of operations on different records, is allowed', () => {
    expect(() => checkOps([])).not.toThrow()
    expect(() =>
      checkOps([
        { ...key, op: 'put', expect: 0, doc: null },
        { ...key, space: '16', op: 'put', expect: 7, doc: {} },
        { ...key, kind: 'adoption', op: 'delete', expect: 1 },
        { ...key, id: 'ПР-2', op: 'check', expect: 0 },
      ]),
    ).not.toThrow()
  })

  test.each<[string, readonly unknown[], RegExp]>([
    ['names a record twice', [put(0), { ...key, op: 'delete', expect: 1 }], /ПР-1.* twice.*merge/],
    ['expects a version below zero', [put(-1)], /at least 0, not -1/],
    ['expects a version that is not whole', [{ ...key, op: 'check', expect: 1.5 }], /whole version/],
    ['expects a version too large to count on', [put(2 ** 53)], /whole version/],
    ['expects a version that is text', [{ ...key, op: 'check', expect: '1' }], /whole version/],
    ['deletes what must not exist', [{ ...key, op: 'delete', expect: 0 }], /at least 1, not 0/],
    ['puts no document', [{ ...key, op: 'put', expect: 0 }], /pass null/],
  ])('that %s is a wrong argument', (_, ops, remedy) => {
    expect(() => checkOps(ops as Op[])).toThrow(TypeError)
    expect(() => checkOps(ops as Op[])).toThrow(remedy)
  })

  test('is not confused by parts of a key that run together', () => {
    const one = { space: 'a', kind: 'b","c', id: 'd' }
    const other = { space: 'a","b', kind: 'c', id: 'd' }
    expect(() => checkOps([one, other].map((each) => ({ ...each, op: 'check', expect: 1 })))).not.toThrow()
  })

  function put(expect: number): Op {
    return { ...key, op: 'put', expect, doc: {} }
  }
})

describe('a search', () => {
  test('without a limit, or for at least one row, is allowed', () => {
    for (const query of [{}, { limit: 1 }, { limit: 500, where: [] }]) {
      expect(() => checkQuery({ kind: 'practice', ...query })).not.toThrow()
    }
    const where = ['', 0, -1.5, false].map((value) => ({ field: 'x', is: '<=', value }) as const)
    expect(() => checkQuery({ kind: 'practice', where })).not.toThrow()
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'for %d rows is a wrong argument',
    (limit) => {
      expect(() => checkQuery({ kind: 'practice', limit })).toThrow(TypeError)
      expect(() => checkQuery({ kind: 'practice', limit })).toThrow(/positive integer.*leave it out/)
    },
  )

  test('by an operator that does not exist is a wrong argument', () => {
    for (const is of ['!=', 'like', '', "= '' OR 1", undefined]) {
      const query = { kind: 'practice', where: [{ field: 'status', is, value: 'met' }] }
      expect(() => checkQuery(query as Query)).toThrow(TypeError)
      expect(() => checkQuery(query as Query)).toThrow(/"status".* = < <= > >=/)
    }
  })

  test('for what cannot be compared with is a wrong argument', () => {
    for (const value of [null, undefined, Number.NaN, Number.NEGATIVE_INFINITY, {}, [5], 5n]) {
      const query = { kind: 'practice', where: [{ field: 'count', is: '=', value }] }
      expect(() => checkQuery(query as Query)).toThrow(TypeError)
      expect(() => checkQuery(query as Query)).toThrow(/"count".* a finite number/)
    }
  })
})
