import type { Query, Row, StorageAdapter } from '@tirazh/spec'
import { claim, same, thrownBy } from '../claims.js'
import { ids, key, list, only, opened, practices, put } from '../scene.js'
import type { StorageCase } from '../storage-case.js'

export const finding: readonly StorageCase[] = [
  {
    id: 'find/orders-by-code-point',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const ordered = [
        '!',
        '-',
        '10',
        '9',
        'A',
        'Z',
        '_',
        'a',
        'aa',
        'z',
        'Ё',
        'Ж',
        'е',
        'ж',
        'ё',
        '\ufffd',
        '😀',
        '😀a',
      ]
      const shuffled = [...ordered.slice(7).reverse(), ...ordered.slice(0, 7)]
      await adapter.commit(practices(shuffled))
      same(await ids(adapter, { kind: 'practice' }), ordered, 'The order of the identifiers')
      same(
        await ids(adapter, { kind: 'practice', after: { space: '52', id: '\ufffd' } }),
        ['😀', '😀a'],
        'What comes after U+FFFD',
      )
    },
  },
  {
    id: 'find/orders-by-space-before-id',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit(
        ['Б', '16', '\ufffd', '52', '😀', '5'].flatMap((space) => practices(['2', '1'], space)),
      )
      const rows = await list(adapter, { kind: 'practice' })
      const expected = ['16', '5', '52', 'Б', '\ufffd', '😀'].flatMap((space) => [`${space}/1`, `${space}/2`])
      same(
        rows.map((row) => `${row.space}/${row.id}`),
        expected,
        'The order over several spaces',
      )
    },
  },
  {
    id: 'find/keeps-to-one-kind-and-space',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit([
        ...practices(['1', '2'], '52'),
        ...practices(['3'], '16'),
        put(key('4', { kind: 'adoption' }), 0, {}),
      ])
      same(await ids(adapter, { kind: 'practice' }), ['3', '1', '2'], 'The practices of all spaces')
      same(await ids(adapter, { kind: 'practice', space: '52' }), ['1', '2'], 'The practices of space 52')
      same(await ids(adapter, { kind: 'practice', space: '5' }), [], 'The practices of a space that is empty')
      same(await ids(adapter, { kind: 'adoption' }), ['4'], 'The adoptions')
      same(await ids(adapter, { kind: 'event' }), [], 'The records of a kind nobody stored')
    },
  },
  {
    id: 'find/pages-give-every-row-once',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const names = ['а', 'б', 'в', 'г', 'ё', '1', '2', '3', '😀']
      await adapter.commit(['16', '52', '74'].flatMap((space) => practices(names, space)))
      for (const query of [{ kind: 'practice' }, { kind: 'practice', space: '52' }] satisfies Query[]) {
        const whole = places(await list(adapter, query))
        same(whole.length, query.space ? names.length : 3 * names.length, 'The number of rows without paging')
        for (const limit of [1, 2, 3, 4, 9, 100]) {
          same(await pages(adapter, query, limit), whole, `The rows in pages of ${limit}`)
        }
      }
    },
  },
  {
    id: 'find/goes-on-after-a-position-that-is-not-taken',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit(['16', '52', '74'].flatMap((space) => practices(['1', '3'], space)))
      const after = async (space: string, id: string, within?: string) =>
        places(
          await list(adapter, {
            kind: 'practice',
            after: { space, id },
            ...(within ? { space: within } : {}),
          }),
        )
      same(await after('52', '2'), ['52/3', '74/1', '74/3'], 'What comes after 52/2')
      same(await after('60', ''), ['74/1', '74/3'], 'What comes after a space that does not exist')
      same(await after('16', '9', '52'), ['52/1', '52/3'], 'What comes in space 52 after the end of space 16')
      same(await after('74', '', '52'), [], 'What comes in space 52 after the start of space 74')
      same(await after('74', '3'), [], 'What comes after the last')
    },
  },
  {
    id: 'find/yields-more-rows-than-fit-a-page',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      const many = Array.from({ length: 1234 }, (_, i) => String(i).padStart(5, '0'))
      await adapter.commit(practices(many))
      const found = await ids(adapter, { kind: 'practice' })
      same(found.length, many.length, 'The number of rows')
      same(found, many, 'The rows')
      same(await ids(adapter, { kind: 'practice', limit: 1001 }), many.slice(0, 1001), 'The first 1001 rows')
    },
  },
  {
    id: 'find/a-limit-out-of-range-is-refused',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit(practices(['1', '2']))
      for (const limit of [0, -1, 1.5, Number.NaN]) {
        const thrown = await thrownBy(ids(adapter, { kind: 'practice', limit }))
        claim(thrown instanceof TypeError, `A limit of ${limit} must be a TypeError, not ${thrown}`)
      }
    },
  },
  {
    id: 'find/lets-others-write-while-it-is-read',
    law: 'A2',
    async run(adapter) {
      await opened(adapter)
      await adapter.commit(practices(['1', '2', '3']))
      let seen = 0
      for await (const row of adapter.find({ kind: 'practice' })) {
        await adapter.commit([put(row, row.version, { seen: true })])
        seen++
      }
      same(seen, 3, 'The number of rows found while each was being rewritten')
      for await (const row of adapter.find({ kind: 'practice' })) {
        same(row.version, 2, 'The version of a rewritten row')
        break
      }
      await adapter.commit([put(key('4'), 0, {})])
      claim(
        (await only(adapter, key('4'))) !== undefined,
        'A commit after an abandoned iteration must be kept',
      )
    },
  },
]

async function pages(adapter: StorageAdapter, query: Query, limit: number): Promise<string[]> {
  const found: string[] = []
  let after: Query['after']
  for (;;) {
    const page = await list(adapter, { ...query, limit, ...(after ? { after } : {}) })
    claim(page.length <= limit, `A query with a limit of ${limit} yielded ${page.length} rows`)
    found.push(...places(page))
    const last = page.at(-1)
    // A store that repeats rows would otherwise be paged through for ever.
    if (last === undefined || found.length > 1000) return found
    after = { space: last.space, id: last.id }
  }
}

function places(rows: readonly Row[]): string[] {
  return rows.map((row) => `${row.space}/${row.id}`)
}
