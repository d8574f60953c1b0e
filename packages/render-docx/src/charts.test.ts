import type { Block, Chart } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { everything } from '../test/fixture.js'
import { filesOf, make, part, partsOf, reportOf, textOf } from '../test/made.js'

const titles = { labelTitle: 'Квартал', valueTitle: 'Практик' }
const columns: Chart = {
  ...{ type: 'chart', chart: 'columns', title: 'Факт и план', ...titles },
  items: [
    { label: 'I', value: 3, plan: 4 },
    { label: 'II', value: null },
    { label: 'III', value: 5.5, plan: 5 },
  ],
}

async function chartOf(chart: Chart): Promise<string> {
  return part(await make(reportOf([chart])), 'word/charts/chart1.xml')
}

/** The numbers of each series by their place. */
function seriesOf(xml: string): readonly (readonly string[])[] {
  return [...xml.matchAll(/<c:val>(.*?)<\/c:val>/g)].map(([, values = '']) =>
    [...values.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)</g)].map(([, at, value]) => `${at}: ${value}`),
  )
}

describe('a chart', () => {
  test('is one of Word with its numbers in a workbook, for every kind that Word can draw', async () => {
    const made = await make(everything('ru'))
    const charts = [...partsOf(made)].filter(([name]) => /^word\/charts\/chart\d+\.xml$/.test(name))
    // Bars, columns, a line, a dumbbell, bullets, stacked bars, and the trends of two headline figures.
    expect(charts).toHaveLength(8)
    expect([...filesOf(made).keys()].filter((name) => name.endsWith('.xlsx'))).toHaveLength(8)
  })

  test('leaves a gap for what is not known and says so', async () => {
    const xml = await chartOf(columns)
    expect(seriesOf(xml)).toEqual([
      ['0: 3', '2: 5.5'],
      ['0: 4', '2: 5'],
    ])
    expect(xml).toContain('II — н/д')
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
  })

  test('draws the plan as a dashed line of its own over the columns', async () => {
    const xml = await chartOf(columns)
    expect(xml).toMatch(
      /<c:barChart>.*Практик.*<\/c:barChart>.*<c:lineChart>.*План.*prstDash val="dash".*<\/c:lineChart>/,
    )
  })

  test('of bars begins at zero and at the head', async () => {
    const items = [
      { label: 'Бор', value: 24 },
      { label: 'Вад', value: 17 },
    ]
    const xml = await chartOf({ type: 'chart', chart: 'bars', title: 'Лидеры', ...titles, items })
    expect(xml).toContain('<c:barDir val="bar"/>')
    expect(xml).toMatch(/<c:catAx>.*<c:orientation val="maxMin"\/>/)
    expect(xml).toMatch(/<c:valAx>.*<c:min val="0"\/>/)
  })

  test('tells its lines apart by more than colour', async () => {
    const xml = await chartOf({
      ...{ type: 'chart', chart: 'line', title: 'Ход', labelTitle: 'Год', labels: ['1', '2'] },
      series: ['а', 'б', 'в', 'г'].map((title, index) => ({ title, values: [index, index + 1] })),
    })
    expect(new Set([...xml.matchAll(/<a:prstDash val="([^"]+)"/g)].map(([, dash]) => dash)).size).toBe(4)
    expect(new Set([...xml.matchAll(/<c:symbol val="([^"]+)"/g)].map(([, shape]) => shape)).size).toBe(4)
  })

  test('of stacked parts writes their numbers in colours that can be read on them', async () => {
    const xml = await chartOf({
      ...{ type: 'chart', chart: 'stacked', title: 'Решения', labelTitle: 'Район', parts: ['да', 'нет'] },
      items: [{ label: 'Бор', values: [3, null] }],
    })
    expect(xml).toContain('<c:grouping val="stacked"/>')
    expect(seriesOf(xml)).toEqual([['0: 3'], []])
    expect(xml).toMatch(/0b4f94.*ffffff.*b9cfe6.*16202c/i)
  })

  test('of tiles is shaded cells, a legend, a sentence and all of its numbers', async () => {
    const made = await make(
      reportOf([
        {
          ...{ type: 'chart', chart: 'tiles', title: 'Карта', ...titles, breaks: [10] },
          tiles: [
            { x: 2, y: 1, short: 'Дальнек', label: 'Дальнеконстантиновский', value: 12 },
            { x: 3, y: 1, short: 'Бор', label: 'Бор', value: null },
          ],
        },
      ]),
    )
    const body = part(made, 'word/document.xml')
    expect(body).toMatch(/<w:shd w:fill="0b4f94"[^>]*>|<w:shd [^>]*w:fill="0b4f94"/)
    expect(body).toContain('thinDiagStripe')
    const text = textOf(made.bytes)
    for (const said of [
      'Дальнек',
      'менее 10',
      '10 и выше',
      'нет данных',
      'Дальнеконстантиновский',
      'Карта из плиток',
    ]) {
      expect(text).toContain(said)
    }
  })

  test('whose names are longer than a chart has room for is the table of its numbers', async () => {
    const items = [{ label: 'слово '.repeat(60), value: 1 }]
    const made = await make(reportOf([{ type: 'chart', chart: 'bars', title: 'Лидеры', ...titles, items }]))
    expect(made.omitted).toEqual([['blocks/0', expect.stringContaining('255')]])
    expect(textOf(made.bytes)).toContain('слово слово')
  })

  test('of nothing, or one that cannot be drawn truthfully, is the table of its numbers', async () => {
    const empty: Block = { type: 'chart', chart: 'bars', title: 'Пусто', ...titles, items: [] }
    const nothing = await make(reportOf([empty]))
    expect(textOf(nothing.bytes)).toContain('нет данных')
    expect(nothing.omitted).toEqual([])
    const tile = { x: 0, y: 0, short: 'Бор', label: 'Бор', value: 1 }
    const tiles = [tile, { ...tile, label: 'Вад' }]
    const wrong = await make(
      reportOf([{ type: 'chart', chart: 'tiles', title: 'Карта', ...titles, breaks: [], tiles }]),
    )
    expect(wrong.omitted).toEqual([['blocks/0', expect.stringContaining('table')]])
    expect(textOf(wrong.bytes)).toContain('Вад')
  })
})

describe('headline figures', () => {
  test('have their plan in words and as a bar, and their trend as a line that is described', async () => {
    const trend = [
      { label: 'I', value: 1 },
      { label: 'II', value: 2 },
      { label: 'III', value: 3 },
    ]
    const item = {
      label: 'Практик',
      value: { as: 'number', value: 3 },
      plan: { as: 'number', value: 4 },
      trend,
    } as const
    const made = await make(reportOf([{ type: 'metrics', items: [item] }]))
    expect(made.omitted).toEqual([])
    expect(textOf(made.bytes)).toContain('План: 4')
    expect(seriesOf(part(made, 'word/charts/chart1.xml'))).toEqual([['0: 1', '1: 2', '2: 3']])
    expect(part(made, 'word/document.xml').match(/adec:decorative/g)).toHaveLength(3)
  })
})
