import type { Key } from '@tirazh/spec'
import { same } from '../claims.js'
import { key, opened, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

export const keys: readonly StorageCase[] = [
  {
    id: 'key/spaces-are-apart',
    law: 'A2',
    run: (adapter) =>
      areApart(adapter, [key('1', { space: '52' }), key('1', { space: '16' }), key('1', { space: '052' })]),
  },
  {
    id: 'key/kinds-are-apart',
    law: 'A2',
    run: (adapter) => areApart(adapter, [key('1', { kind: 'practice' }), key('1', { kind: 'adoption' })]),
  },
  {
    id: 'key/parts-do-not-run-together',
    law: 'A2',
    run: (adapter) =>
      areApart(
        adapter,
        ['', '/', ':', '|', '-', '.', ' ', '"', ','].flatMap((mark) => [
          key(`c${mark}d`, { space: `a${mark}b` }),
          key(`b${mark}c${mark}d`, { space: 'a' }),
          key('d', { space: `a${mark}b${mark}c` }),
        ]),
      ),
  },
  {
    id: 'key/upper-and-lower-case-are-apart',
    law: 'A2',
    run: (adapter) =>
      areApart(
        adapter,
        ['ПР-1', 'пр-1', 'Пр-1', 'PR', 'pr', 'Ё', 'ё'].map((id) => key(id)),
      ),
  },
  {
    id: 'key/similar-letters-are-apart',
    law: 'A2',
    // Cyrillic and Latin, with and without dots, one character and two that look the same, digits and widths.
    run: (adapter) =>
      areApart(
        adapter,
        ['ёлка', 'елка', 'е\u0308лка', 'й', 'и\u0306', 'и', 'c', 'с', 'é', 'e', '1', '１', '01', '1.0'].map(
          (id) => key(id),
        ),
      ),
  },
  {
    id: 'key/white-space-counts',
    law: 'A2',
    run: (adapter) =>
      areApart(
        adapter,
        ['a', 'a ', ' a', 'a\t', 'a\u00a0', 'a  '].map((id) => key(id)),
      ),
  },
]

/** Creates a record at each key and expects to find each where it was put. */
async function areApart(adapter: Parameters<StorageCase['run']>[0], at: readonly Key[]): Promise<void> {
  await opened(adapter)
  const different = [...new Map(at.map((each) => [JSON.stringify(each), each])).values()]
  for (const [n, each] of different.entries()) await adapter.commit([put(each, 0, { n })])
  const rows = await adapter.read(different)
  same(
    rows.map((row) => row?.doc),
    different.map((_, n) => ({ n })),
    `The records at ${JSON.stringify(different)}`,
  )
  same(
    rows.map((row) => row && { space: row.space, kind: row.kind, id: row.id }),
    different,
    'The keys of the records',
  )
}
