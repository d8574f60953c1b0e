import type { Table } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { make, part, reportOf, textOf } from '../test/made.js'

const wide: Table = {
  type: 'table',
  caption: 'Показатели',
  columns: [
    { title: 'Муниципалитет', rowHeader: true },
    ...Array.from({ length: 20 }, (_, index) => ({ title: `Показатель${index + 1}`, align: 'end' as const })),
  ],
  rows: ['Бор', 'Выкса'].map((place) => [
    place,
    ...Array.from({ length: 20 }, (_, index) => ({ as: 'number' as const, value: 1000 + index })),
  ]),
}

/** The rows of the tables of data as lists of the texts of their cells. */
async function tablesOf(table: Table): Promise<readonly (readonly (readonly string[])[])[]> {
  const body = part(await make(reportOf([table])), 'word/document.xml')
  return body
    .split('<w:tbl>')
    .filter((one) => one.includes('"TirazhTable"'))
    .map((one) =>
      [...one.matchAll(/<w:tr>(.*?)<\/w:tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/g)].map(([, cell = '']) =>
          [...cell.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
        ),
      ),
    )
}

describe('a table', () => {
  test('that is wider than the page goes on in parts, each beginning with what names the rows', async () => {
    const parts = await tablesOf(wide)
    expect(parts.length).toBeGreaterThan(1)
    const heads = parts.map(([head = []]) => head)
    for (const [first] of heads) expect(first).toBe('Муниципалитет')
    for (const [, ...rows] of parts) expect(rows.map(([name]) => name)).toEqual(['Бор', 'Выкса'])
    expect(heads.flatMap((head) => head.slice(1))).toEqual(wide.columns.slice(1).map(({ title }) => title))
    expect(textOf((await make(reportOf([wide]))).bytes)).toContain(
      `Показатели (часть\u00a02\u00a0из\u00a0${parts.length})`,
    )
  })

  test('all of whose columns name the rows is whole', async () => {
    const columns = wide.columns.map((column) => ({ ...column, rowHeader: true }))
    expect((await tablesOf({ ...wide, columns })).flat(2)).toEqual(
      expect.arrayContaining(['Показатель20', 'Бор']),
    )
  })

  test('of narrow columns has its titles turned and fits the page', async () => {
    const columns = wide.columns.map((column, index) => ({ ...column, narrow: index > 0 }))
    const rows = wide.rows.map(([place = null]) => [
      place,
      ...Array.from({ length: 20 }, () => ({ as: 'number' as const, value: 1 })),
    ])
    const table = { ...wide, columns, rows }
    expect(await tablesOf(table)).toHaveLength(1)
    const body = part(await make(reportOf([table])), 'word/document.xml')
    expect(body.match(/<w:textDirection w:val="btLr"\/>/g)).toHaveLength(20)
  })

  test('keeps its last row with the total, which is bold', async () => {
    const total = ['Всего', ...Array.from({ length: 3 }, () => ({ as: 'number' as const, value: 3 }))]
    const columns = wide.columns.slice(0, 4)
    const table = { ...wide, columns, rows: wide.rows.map((row) => row.slice(0, 4)), total }
    const body = part(await make(reportOf([table])), 'word/document.xml')
    const rows = [...body.matchAll(/<w:tr>(.*?)<\/w:tr>/g)].map(([, row = '']) => row)
    const last = rows.findIndex((row) => row.includes('Всего'))
    expect(rows[last]).toContain('w:val="TableTotal"')
    expect(rows[last]?.match(/w:val="TableTotalFigure"/g)).toHaveLength(3)
    expect(rows[last - 1]?.match(/<w:keepNext\/>/g)).toHaveLength(4)
    expect(rows[last - 2]).not.toContain('<w:keepNext/>')
  })

  test('lets a row that may be higher than a page go on', async () => {
    const table: Table = {
      ...wide,
      columns: [{ title: 'Текст' }],
      rows: [['короткий'], ['слово '.repeat(1_000)]],
    }
    const body = part(await make(reportOf([table])), 'word/document.xml')
    const rows = body.split('<w:tr>')
    expect(rows.find((row) => row.includes('короткий'))).toContain('<w:cantSplit/>')
    expect(rows.find((row) => row.includes('слово'))).not.toContain('<w:cantSplit/>')
  })

  test('draws a bar beside each number, up to a length of table', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => [{ as: 'number' as const, value: index - 1 }])
    const table: Table = { ...wide, columns: [{ title: 'Число', bar: true }], rows: rows(4) }
    const made = await make(reportOf([table]))
    expect(made.omitted).toEqual([])
    // −1, 1 and 2 have a bar; 0 has none.
    expect(part(made, 'word/document.xml').match(/adec:decorative/g)).toHaveLength(3)
    const long = await make(reportOf([{ ...table, rows: rows(400) }]))
    expect(long.omitted).toEqual([['blocks/0/columns/0', expect.stringContaining('bars')]])
    expect(part(long, 'word/document.xml')).not.toContain('<w:drawing>')
  })

  test('tells why a decision is so in its cell, or below where that is long, and says where it tells neither', async () => {
    const status = (rule: string) =>
      ({ as: 'status', status: 'unmet', text: 'нет', basis: { rule, records: [] } }) as const
    const table = (rule: string, count = 1): Table => ({
      ...wide,
      columns: [{ title: 'Практика', rowHeader: true }, { title: 'Решение' }],
      rows: Array.from({ length: count }, () => ['ПР-1', status(rule)]),
    })
    expect((await tablesOf(table('мало площадок')))[0]?.[1]).toEqual(['ПР-1', '✕\u00a0нетмало площадок'])
    const long = 'мало площадок, и не указана дата внедрения хотя бы одной'
    expect((await tablesOf(table(long)))[0]?.[1]).toEqual(['ПР-1', '✕\u00a0нет'])
    expect(textOf((await make(reportOf([table(long)]))).bytes)).toContain(`ПР-1. Решение — нет: ${long}`)
    expect((await make(reportOf([table(long, 50)]))).omitted).toEqual([
      ['blocks/0/columns/1', expect.stringContaining('reasons')],
    ])
  })
})
