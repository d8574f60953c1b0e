import type { Cell, Table, TypedValue } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { body } from '../test/written.js'
import type { CsvProfile } from './index.js'
import { escapeText } from './text.js'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@|\'";,\r\n\t\u0000\ufeff\ud800а ') }),
)
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const value: fc.Arbitrary<TypedValue> = fc.oneof(
  finite.map((value) => ({ as: 'number', value }) as const),
  finite.map((value) => ({ as: 'share', value }) as const),
  fc.maxSafeInteger().map((minor) => ({ as: 'money', minor, currency: 'RUB' }) as const),
)
const cell: fc.Arbitrary<Cell> = fc.oneof(text, value, fc.constant(null))

const tables: fc.Arbitrary<Table> = fc.integer({ min: 0, max: 4 }).chain((width) =>
  fc.record({
    type: fc.constant('table' as const),
    caption: text,
    columns: fc.array(fc.record({ title: text }), { minLength: width + 1, maxLength: width + 1 }),
    rows: fc.array(fc.array(cell, { minLength: width + 1, maxLength: width + 1 }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
)

test.each<CsvProfile>(['machine', 'excel-ru'])(
  'any table reads back equal from %s: numbers as numbers, texts but for the escapes',
  async (profile) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const [caption, titles = [], ...rows] = await body([table], profile)
        expect(caption).toEqual([escapeText(table.caption, profile === 'excel-ru')])
        expect(rows).toHaveLength(table.rows.length)
        let at = 0
        for (const [index, { title }] of table.columns.entries()) {
          expect([title, `${title}, ₽`].map((text) => escapeText(text, profile === 'excel-ru'))).toContain(
            titles[at],
          )
          for (const [row, cells] of table.rows.entries()) {
            expectCell(rows[row]?.[at], cells[index] ?? null, profile)
          }
          // A column of units follows where they differ.
          at += titles[at + 1] === 'Единица' ? 2 : 1
        }
        expect(at).toBe(titles.length)
      }),
      { numRuns: 300 },
    )
  },
)

function expectCell(read: string | undefined, cell: Cell, profile: CsvProfile): void {
  if (cell === null) expect(read).toBe('')
  else if (typeof cell === 'string') expect(read).toBe(escapeText(cell, profile === 'excel-ru'))
  else if (cell.as === 'number') expect(numberOf(read) === cell.value).toBe(true)
  else if (cell.as === 'money') expect(numberOf(read, 2) === cell.minor).toBe(true)
  else if (cell.as === 'share') {
    expect(read?.endsWith('%')).toBe(profile === 'excel-ru')
    expect(numberOf(read, profile === 'excel-ru' ? -2 : 0) === cell.value).toBe(true)
  } else expect.unreachable(cell.as)
}

/** The number in a cell, times a power of ten. */
function numberOf(read: string | undefined, shift = 0): number {
  return Number(`${read?.replace(',', '.').replace('%', '')}e${shift}`)
}
