import { expect, test } from 'vitest'
import { selectPage } from './select.js'

const from =
  'SELECT kind, space, id, version, CAST(doc AS BINARY) AS doc FROM tirazh_record FORCE INDEX (PRIMARY) WHERE'

test.each([
  ['of a kind', { kind: 'к' }, 'kind = к'],
  ['of a space', { kind: 'к', space: '52' }, 'kind = к AND space = 52'],
  [
    'after a place in the same space',
    { kind: 'к', space: '52', after: { space: '52', id: 'б' } },
    'kind = к AND space = 52 AND id > б',
  ],
  [
    'after a place in an earlier space',
    { kind: 'к', space: '52', after: { space: '16', id: 'б' } },
    'kind = к AND space = 52',
  ],
  [
    'after a place among all spaces',
    { kind: 'к', after: { space: '52', id: 'б' } },
    'kind = к AND (space > 52 OR (space = 52 AND id > б))',
  ],
  [
    'with a property',
    { kind: 'к', where: [{ field: 'a"b', is: '=' as const, value: 'ё' }] },
    'kind = к AND LOCATE("a\\"b":"ё", CAST(doc AS BINARY)) > 0',
  ],
])('rows %s are selected by the primary key', (_, query, where) => {
  expect(readable(selectPage(query, 5))).toBe(`${from} ${where} ORDER BY kind, space, id LIMIT 5`)
})

test('nothing is asked where nothing can be found', () => {
  expect(selectPage({ kind: 'к', space: '52', after: { space: '74', id: '' } }, 5)).toBeUndefined()
})

test('a number is looked for in the one spelling that it has in a document', () => {
  const values = [5, -0, 1e21, 0.1 + 0.2, 1e-7, true]
  const asked = values.map((value) =>
    readable(selectPage({ kind: 'к', where: [{ field: 'n', is: '=', value }] }, 1)),
  )
  for (const [i, value] of values.entries()) {
    expect(asked[i]).toContain(`LOCATE(${JSON.stringify({ n: value }).slice(1, -1)}, `)
  }
})

/** The statement with its literals as text. */
function readable(sql: string | undefined): string {
  return sql?.replace(/X'([0-9a-f]*)'/g, (_, hex: string) => Buffer.from(hex, 'hex').toString()) ?? ''
}
