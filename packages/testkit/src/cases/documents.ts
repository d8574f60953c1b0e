import type { Json } from '@tirazh/spec'
import { same } from '../claims.js'
import { key, list, only, opened, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

/** Documents that stores have been seen to change. */
const hard: Readonly<Record<string, Json>> = {
  Cyrillic: { title: 'Сокращение времени приёма — «Вежливая регистратура», №\u00a05', Ёмкость: 'ё' },
  'other letters': {
    emoji: '😀👩‍👩‍👧',
    combined: 'и\u0306',
    single: 'й',
    rtl: 'שלום',
    rare: '𝔸\ufffd\uffff',
  },
  'quotes and slashes': { 'a"b': '\\', "it's": "O'Neil; --", 'a.b': '$', '%_': '?', 'a b': '</script>' },
  'white space': { lines: 'один\nдва\r\nтри\tчетыре', edges: '  x  ', separator: '\u2028', escape: '\u001b' },
  'empty values': { text: '', object: {}, list: [], '': 'empty name' },
  'null inside': { missing: null, list: [null, { deep: null }] },
  numbers: { zero: 0, tenth: 0.1, sum: 0.1 + 0.2, third: 1 / 3, negative: -2.5, cents: 1234567.89 },
  'big and small numbers': {
    safe: Number.MAX_SAFE_INTEGER,
    unsafe: Number.MIN_SAFE_INTEGER,
    tiny: 5e-324,
    small: 1e-7,
    long: 1.9227343970674938e-286,
  },
  'look-alikes': { number: '007', float: '1.0', truth: 'true', nothing: 'null', date: '2025-12-24' },
  booleans: { yes: true, no: false, list: [true, false, 1, 0, '1'] },
  'deep nesting': { a: [{ b: [{ c: { d: [[[{ e: ['ё'] }]]] } }] }] },
  'a long text': { text: 'Текст отчёта. '.repeat(10_000) },
  'many properties': Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`поле ${i}`, i])),
  'a list': ['б', 2, null, {}],
  'a text': 'просто текст',
  'a number': 42,
  'a boolean': false,
  'only null': null,
}

export const documents: readonly StorageCase[] = [
  {
    id: 'document/comes-out-equal',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const names = Object.keys(hard)
      await adapter.commit(names.map((name) => put(key(name), 0, hard[name] ?? null)))
      const read = await adapter.read(names.map((name) => key(name)))
      for (const [i, name] of names.entries()) same(read[i]?.doc, hard[name], `The document “${name}”, read`)
      const found = await list(adapter, { kind: 'practice' })
      same(found.length, names.length, 'The number of documents found')
      for (const row of found) same(row.doc, hard[row.id], `The document “${row.id}”, found`)
    },
  },
  {
    id: 'document/is-replaced-whole',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([put(key('ПР-1'), 0, { title: 'Первое', stages: { plan: 1, fact: 2 } })])
      await adapter.commit([put(key('ПР-1'), 1, { stages: { plan: 3 } })])
      const row = await only(adapter, key('ПР-1'))
      same(row?.doc, { stages: { plan: 3 } }, 'The document after it was replaced')
    },
  },
  {
    id: 'document/is-not-shared-on-the-way-in',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const doc = { title: 'Единое окно', stages: [{ name: 'план' }] }
      const operation = { ...put(key('ПР-1'), 0, doc) }
      await adapter.commit([operation])
      scribble(doc)
      scribble(operation)
      const row = await only(adapter, key('ПР-1'))
      same(
        row?.doc,
        { title: 'Единое окно', stages: [{ name: 'план' }] },
        'The record after the caller’s copy changed',
      )
    },
  },
  {
    id: 'document/is-not-shared-on-the-way-out',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const row = { ...key('ПР-1'), version: 1, doc: { title: 'Единое окно', stages: [{ name: 'план' }] } }
      await adapter.commit([put(key('ПР-1'), 0, row.doc)])
      scribble(await only(adapter, key('ПР-1')))
      scribble(await list(adapter, { kind: 'practice' }))
      same(await only(adapter, key('ПР-1')), row, 'The record after what was handed out changed')
      same(
        await list(adapter, { kind: 'practice' }),
        [row],
        'What find yields after what was handed out changed',
      )
    },
  },
]

/** Changes a value in every place that lets itself be changed. */
function scribble(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const name of Object.keys(value)) {
    scribble(Reflect.get(value, name))
    if (typeof Reflect.get(value, name) !== 'object') Reflect.set(value, name, 'scribbled over')
  }
  Reflect.set(value, 'added', 'scribble')
}
