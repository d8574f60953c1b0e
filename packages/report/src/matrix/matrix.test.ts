import { join } from 'node:path'
import { type Records, type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { collectMatrix, collectSummary, replicationMatrix } from '@tirazh/report'
import type { Block, PlainDate, Table, Value } from '@tirazh/spec'
import { beforeAll, expect, test } from 'vitest'

const bundled = join(import.meta.dirname, '../../../../examples/regional-summary/register')
const asOf = '2025-12-24'
const days: readonly PlainDate[] = ['2019-06-30', '2023-12-31', '2025-03-31', '2025-04-04', asOf]

let region: Snapshot
beforeAll(async () => {
  const { records } = await readRegister(bundled)
  if (records === undefined) throw new Error('The bundled register is sound.')
  region = snapshot(nizhnyNovgorod, records)
})

function tableOf(blocks: readonly Block[]): Table {
  const found = blocks.find((block): block is Table => block.type === 'table')
  if (found === undefined) throw new Error('There is no table.')
  return found
}

/** What a code stands for, followed by hand. */
function heir(records: Records, code: string, on: PlainDate): string {
  const found = records.municipality.find((each) => each.id === code)
  const gone = found?.dissolvedOn !== undefined && found.dissolvedOn <= on
  return gone && found.successor !== undefined ? heir(records, found.successor, on) : code
}

/** What stands in each pair, by the rules that the README of the register states. */
function expected(records: Records, on: PlainDate): Map<string, string> {
  const order = ['да', 'может', 'план', 'было', 'отказ']
  const found = new Map<string, string>()
  for (const each of records.adoption) {
    const ended = each.endedOn !== undefined && each.endedOn <= on
    const live = each.status === 'implemented' || each.status === 'in-progress'
    const implemented = each.implementedOn !== undefined && each.implementedOn <= on
    const word =
      live && implemented && !ended
        ? 'да'
        : each.status === 'implemented' && each.implementedOn === undefined && !ended
          ? 'может'
          : ended
            ? 'было'
            : each.status === 'declined'
              ? 'отказ'
              : 'план'
    // What was planned later is not known of yet, unless the rule leaves it open.
    if (word !== 'может' && each.plannedOn !== undefined && each.plannedOn > on) continue
    const pair = `${each.practice} ${heir(records, each.municipality, on)}`
    const known = found.get(pair)
    if (known === undefined || order.indexOf(word) < order.indexOf(known)) found.set(pair, word)
  }
  return found
}

const wordOf = (cell: Value | null): string | undefined =>
  cell === null ? undefined : typeof cell === 'string' ? cell : cell.as === 'status' ? cell.text : '?'

test.each(days)('on %s every cell says what the raw records say', (on) => {
  const table = tableOf(replicationMatrix(region, { asOf: on, locale: 'ru' }).blocks)
  const { columns } = collectMatrix(region, { asOf: on })
  const shown = new Map<string, string>()
  for (const [practice, , , ...marks] of table.rows) {
    if (practice === null || typeof practice === 'string' || practice?.as !== 'reference') throw new Error()
    marks.forEach((cell, index) => {
      const word = wordOf(cell)
      if (word !== undefined) shown.set(`${practice.record?.id} ${columns[index]?.code}`, word)
    })
  }
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected(region.records, on)))
})

test.each(days)(
  'on %s there are as many marks in use as the summary counts adoptions, and the same ones',
  (on) => {
    const { marks } = collectMatrix(region, { asOf: on })
    const { adoptions } = collectSummary(region, { asOf: on })
    expect(marks['in-use']).toHaveLength(adoptions.active)
    expect(new Set(marks['in-use'].map((use) => use.adoption.id))).toEqual(new Set(adoptions.records))
  },
)

test('the total row adds up the marks of each column, and its first number all of them', () => {
  const table = tableOf(replicationMatrix(region, { asOf, locale: 'ru' }).blocks)
  const [, , sum, ...totals] = table.total ?? []
  const marks = (column: number): number =>
    table.rows.filter((row) => wordOf(row[column] ?? null) === 'да').length
  expect(
    totals.map((cell) => (typeof cell === 'object' && cell?.as === 'number' ? cell.value : null)),
  ).toEqual(totals.map((_, index) => marks(index + 3)))
  expect(sum).toMatchObject({ as: 'number', value: 3388 })
  expect(totals).toHaveLength(50)
  expect(table.rows).toHaveLength(215)
})

test('the count of a row is the interval of its verdict, with the adoptions behind it', () => {
  const { rows } = tableOf(replicationMatrix(region, { asOf, locale: 'ru' }).blocks)
  const intervals = rows.flatMap((row) =>
    typeof row[2] === 'object' && row[2]?.as === 'interval' ? [row] : [],
  )
  expect(intervals).toHaveLength(4)
  for (const row of rows) {
    const cell = row[2]
    if (typeof cell !== 'object' || cell === null || !('basis' in cell))
      throw new Error('A count has a basis.')
    const least = cell.as === 'interval' ? cell.low : cell.as === 'number' ? cell.value : undefined
    expect(cell.basis?.records[0]?.ids).toHaveLength(least ?? -1)
  }
})

test('a municipality has a column until it is dissolved; then its adoptions stand with its successor', () => {
  const before = collectMatrix(region, { asOf: '2025-04-03' })
  const after = collectMatrix(region, { asOf: '2025-04-04' })
  const codes = ({ columns }: typeof before): string[] => columns.map((column) => column.code)
  expect([codes(before).includes('22637000'), codes(after).includes('22637000')]).toEqual([true, false])
  expect([before.columns.length, after.columns.length]).toEqual([51, 50])
})

test('what was planned after the day is not shown on it', () => {
  const { pending, ...rest } = collectMatrix(region, { asOf: '2022-06-30' }).marks
  const shown = Object.values(rest).flat()
  // The rule leaves a date open that was never recorded.
  expect(pending.every(({ adoption }) => adoption.implementedOn === undefined)).toBe(true)
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.every(({ adoption }) => (adoption.plannedOn ?? '') <= '2022-06-30')).toBe(true)
  expect(shown.length).toBeLessThan(region.records.adoption.length)
})

test('only some practices and municipalities are shown where that is asked for, and the table says so', () => {
  const report = replicationMatrix(region, {
    asOf,
    locale: 'ru',
    practices: ['ПР-0001', 'ПР-0010', 'ПР-0001'],
    municipalities: ['22637000', '22502000'],
  })
  const table = tableOf(report.blocks)
  expect(table.rows).toHaveLength(2)
  // The dissolved code leads to its successor.
  expect(
    table.columns
      .slice(3)
      .map((column) => column.title)
      .sort(),
  ).toEqual(['Ардатовский', 'Нижний Новгород'])
  expect(table.note).toContain('только выбранные практики')
  expect(table.note).toContain('только выбранные муниципалитеты')
  // Of two municipalities nothing follows for all of them.
  expect(JSON.stringify(report.blocks[0])).not.toContain('муниципалитетах')
  // The count of the row is that of the verdict, over all municipalities.
  expect(table.rows[0]?.[2]).toMatchObject({ as: 'number', value: 18 })
})

test('a practice or a municipality that is not in the register is refused by name', () => {
  expect(() => replicationMatrix(region, { asOf, locale: 'ru', practices: ['ПР-9999'] })).toThrow(
    expect.objectContaining({ code: 'RECORD_UNKNOWN', details: { kind: 'practice', id: 'ПР-9999' } }),
  )
  expect(() => replicationMatrix(region, { asOf, locale: 'ru', municipalities: ['99999999'] })).toThrow(
    expect.objectContaining({ code: 'RECORD_UNKNOWN', details: { kind: 'municipality', id: '99999999' } }),
  )
})

test('before any wording of the rule is in force it says that nobody can say, and gives no number', () => {
  const report = replicationMatrix(region, {
    asOf: '1999-12-31',
    locale: 'ru',
    practices: ['ПР-0001'],
  })
  expect(JSON.stringify(report.blocks[0])).toContain('внедрений не считает')
  expect(tableOf(report.blocks).total?.slice(2)).toContainEqual({ as: 'unknown', text: 'правило не считает' })
  expect(JSON.stringify(tableOf(report.blocks).rows)).not.toContain('"as":"number"')
})

test('two municipalities of one name are told apart by their codes', () => {
  const { records } = region
  const municipality = records.municipality.map((each) =>
    each.id === '22703000' ? { ...each, name: 'Ардатовский' } : each,
  )
  const report = replicationMatrix(snapshot(nizhnyNovgorod, { ...records, municipality }), {
    asOf,
    locale: 'ru',
    practices: ['ПР-0001'],
  })
  const titles = tableOf(report.blocks).columns.map((column) => column.title)
  expect(titles).toContain('Ардатовский (22502000)')
  expect(titles).toContain('Ардатовский (22703000)')
  expect(new Set(titles).size).toBe(titles.length)
})

test('an adoption under a code that is no municipality of the day keeps a column of its own', () => {
  const { records } = region
  const municipality = records.municipality.map((each) =>
    each.id === '22502000' ? { ...each, dissolvedOn: '2025-01-01' as const } : each,
  )
  const reduced = snapshot(nizhnyNovgorod, { ...records, municipality })
  const { columns, marks } = collectMatrix(reduced, { asOf })
  expect(columns.at(-1)).toMatchObject({ code: '22502000', exists: false })
  expect(marks['in-use']).toHaveLength(3388)
  expect(tableOf(replicationMatrix(reduced, { asOf, locale: 'ru' }).blocks).note).toContain(
    'Последние столбцы',
  )
})
