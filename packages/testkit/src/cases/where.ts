import type { Condition, Json, Operator, Scalar } from '@tirazh/spec'
import { same } from '../claims.js'
import { codePoints } from '../code-points.js'
import { ids, key, opened, practices, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

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
    id: 'where/answers-as-the-definition-does',
    law: 'A3',
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

/**
 * The definition, in its shortest form: values of one type are compared, anything else matches nothing.
 * Not `meets`, which adapters use: what judges them must not share a mistake with them.
 */
function holds(doc: Json, { field, is, value }: Condition): boolean {
  if (typeof doc !== 'object' || doc === null || Array.isArray(doc) || !Object.hasOwn(doc, field))
    return false
  const found: unknown = Reflect.get(doc, field)
  if (typeof found !== typeof value) return false
  const [left, right] = [found, value].map((each) =>
    typeof each === 'string' ? codePoints(each) : Number(each),
  )
  const order = compare(left ?? '', right ?? '')
  return verdicts[is].includes(order)
}

const verdicts: Readonly<Record<Operator, readonly number[]>> = {
  '=': [0],
  '<': [-1],
  '<=': [-1, 0],
  '>': [1],
  '>=': [0, 1],
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
