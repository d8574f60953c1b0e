import type { Condition, Json, Scalar, Supports } from '@tirazh/spec'
import { claim, same, thrownBy } from '../claims.js'
import { holds } from '../holds.js'
import { ids, key, opened, practices, put } from '../scene.js'
import type { StorageCase, StorageHooks } from '../storage-case.js'

/** Values of every type, several of each, with those that stores mix up. */
const values: Readonly<Record<string, Json>> = {
  'a number': 5,
  'another number': 10,
  zero: 0,
  negative: -1.5,
  'a decimal': 0.1,
  'a sum': 0.1 + 0.2,
  long: 1.9227343970674938e-286,
  'a big number': Number.MAX_SAFE_INTEGER,
  'a digit as text': '5',
  'digits as text': '10',
  'empty text': '',
  'lower case': 'ёж',
  'upper case': 'Ёж',
  'a word': 'жук',
  replacement: '\ufffd',
  emoji: '😀',
  'a truth': 'true',
  yes: true,
  no: false,
  nothing: null,
  'a list': [5],
  'an object': { value: 5 },
}

/** What is compared with: every scalar above and two that no document has. */
const operands: readonly Scalar[] = [...Object.values(values).filter(isScalar), 7, 'зебра']

export const where: readonly StorageCase[] = [
  {
    id: 'where/each-operator-is-named-once-if-at-all',
    law: 'A3',
    async run({ supports }) {
      const known: readonly string[] = ['=', '<', '<=', '>', '>=']
      for (const is of supports.where) {
        claim(known.includes(is), `supports.where must name operators of ${known.join(' ')}, not ${is}`)
      }
      same(new Set(supports.where).size, supports.where.length, 'The number of different supports.where')
    },
  },
  {
    id: 'where/a-number-that-is-not-finite-is-refused',
    law: 'A3',
    skip: whereOperators,
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(key('1'), 0, { count: null })])
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        for (const is of adapter.supports.where) {
          const found = ids(adapter, { kind: 'practice', where: [{ field: 'count', is, value }] })
          const thrown = await thrownBy(found)
          claim(thrown instanceof TypeError, `count ${is} ${value} must be a TypeError, not ${thrown}`)
        }
      }
    },
  },
  {
    id: 'where/answers-as-the-definition-does',
    law: 'A3',
    skip: whereOperators,
    async run(adapter) {
      await opened(adapter)
      const docs: Record<string, Json> = { absent: {}, 'a list': [5], 'a text': '5', nothing: null }
      for (const [name, value] of Object.entries(values)) {
        docs[`indexed ${name}`] = { count: value }
        docs[`plain ${name}`] = { other: value }
      }
      await adapter.commit(Object.entries(docs).map(([id, doc]) => put(key(id), 0, doc)))
      for (const field of ['count', 'other']) {
        for (const is of adapter.supports.where) {
          for (const value of operands) {
            const condition: Condition = { field, is, value }
            const found = await ids(adapter, { kind: 'practice', where: [condition] })
            const expected = Object.keys(docs).filter((id) => holds(docs[id] ?? null, condition))
            same(found.sort(), expected.sort(), `The documents with ${field} ${is} ${JSON.stringify(value)}`)
          }
        }
      }
    },
  },
  {
    id: 'where/field-names-are-taken-literally',
    law: 'A3',
    skip: whereOperators,
    async run(adapter) {
      await opened(adapter)
      const fields = [
        'год',
        'a.b',
        'a"b',
        "it's",
        '$',
        '0',
        '[0]',
        'a b',
        'a\\b',
        '#',
        'length',
        'constructor',
        '',
      ]
      await adapter.commit(fields.map((field) => put(key(field), 0, { [field]: 'x', a: { b: 'x' } })))
      for (const field of fields) {
        for (const is of adapter.supports.where.filter((operator) => operator.includes('='))) {
          const found = await ids(adapter, { kind: 'practice', where: [{ field, is, value: 'x' }] })
          same(found, [field], `The documents with a property named ${JSON.stringify(field)} ${is} "x"`)
        }
      }
    },
  },
  {
    id: 'where/narrows-before-the-limit',
    law: 'A3',
    skip: whereOperators,
    async run(adapter) {
      await opened(adapter)
      const numbers = Array.from({ length: 1200 }, (_, i) => i)
      const id = (n: number) => String(n).padStart(4, '0')
      await adapter.commit(
        numbers.map((n) => put(key(id(n)), 0, { count: n % 100, status: n % 3 ? 'met' : 'unmet' })),
      )
      await adapter.commit(practices(['0000'], '16'))
      for (const is of adapter.supports.where) {
        const count: Condition = { field: 'count', is, value: 50 }
        const status: Condition = { field: 'status', is: '=', value: 'met' }
        const both = adapter.supports.where.includes('=') ? [count, status] : [count]
        const matching = numbers.filter((n) =>
          both.every((condition) => holds({ count: n % 100, status: n % 3 ? 'met' : 'unmet' }, condition)),
        )
        const query = { kind: 'practice', space: '52', where: both }
        same(
          (await ids(adapter, query)).length,
          matching.length,
          `The number of documents with count ${is} 50`,
        )
        const after = { space: '52', id: id(300) }
        same(
          await ids(adapter, { ...query, after, limit: 5 }),
          matching
            .filter((n) => n > 300)
            .slice(0, 5)
            .map(id),
          `Five documents after 0300 with count ${is} 50`,
        )
      }
    },
  },
]

function whereOperators(_: StorageHooks, supports?: Supports): string | undefined {
  return supports?.where.length === 0 ? 'it evaluates no conditions itself' : undefined
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
