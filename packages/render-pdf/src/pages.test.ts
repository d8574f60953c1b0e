import type { Block, Table } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { certificate, everything, practices, reportOf, wideTable } from '../test/fixture.js'
import { allTags, make, readBack } from '../test/made.js'
import { elements, type Piece, type Read, wordsOf } from '../test/read.js'

const mm = 72 / 25.4

/** What stands outside the margins: 20 mm on the left, 10 on the right; the head and foot are above and below. */
function outside({ pages }: Read): readonly Piece[] {
  return pages.flatMap(({ width, pieces }) =>
    pieces.filter(({ x, width: long }) => x < 20 * mm - 1 || x + long > width - 10 * mm + 1),
  )
}

describe('pages', () => {
  test('are A4 upright, or across where the report is wide', async () => {
    const sizes = await Promise.all(
      (['report', 'wide'] as const).map(
        async (layout) => (await readBack(reportOf([], { layout }))).pages[0],
      ),
    )
    expect(
      sizes.map((page) => [page?.width, page?.height].map((side) => Math.round((side ?? 0) / mm))),
    ).toEqual([
      [210, 297],
      [297, 210],
    ])
  })

  test('have their number above the text from the second on, and the notice', async () => {
    const { pages } = await readBack(everything('ru'))
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach(({ pieces, width, height }, index) => {
      const number = pieces.find(({ text, y }) => text === String(index + 1) && y > height - 20 * mm)
      if (index === 0) expect(number).toBeUndefined()
      else {
        const middle = (number?.x ?? 0) + (number?.width ?? 0) / 2
        expect(Math.abs(middle - (20 * mm + width - 10 * mm) / 2)).toBeLessThan(1)
      }
      expect(pieces.some(({ text, y }) => text.includes('Демонстрационные данные') && y < 20 * mm)).toBe(true)
    })
  })

  test.each(['ru', 'en'] as const)('keep their margins in %s', async (locale) => {
    for (const layout of ['report', 'wide'] as const) {
      expect(outside(await readBack(everything(locale, layout)))).toEqual([])
    }
  })

  test('keep their margins whatever the words are', async () => {
    const word = 'Непереносимоеслово'.repeat(20)
    const cells = Array.from({ length: 6 }, () => word)
    const file = await readBack([
      { type: 'heading', level: 2, text: word },
      { type: 'lead', content: [word] },
      { type: 'list', items: [{ content: [word] }] },
      { type: 'facts', items: [{ label: word, value: word }] },
      {
        type: 'metrics',
        items: cells.slice(0, 4).map((label) => ({ label, value: { as: 'unknown', text: word } })),
      },
      {
        type: 'table',
        caption: word,
        columns: cells.map((title) => ({ title })),
        rows: [cells],
        total: cells,
      },
      { type: 'columns', columns: [[{ type: 'paragraph', content: [word] }], [practices('ru')]] },
      { type: 'signature', position: word, name: word },
    ])
    expect(outside(file)).toEqual([])
    expect(file.text.replaceAll(/\s/g, '').split(word).length).toBeGreaterThan(20)
  })

  test('begin where the report says', async () => {
    const paragraph = (text: string): Block => ({ type: 'paragraph', content: [text] })
    const { pages } = await readBack([paragraph('До'), { type: 'page-break' }, paragraph('После')])
    expect(pages.map(({ pieces }) => pieces.some(({ text }) => text === 'После'))).toEqual([false, true])
  })

  test('do not end within columns, which is listed', async () => {
    const columns: Block = { type: 'columns', columns: [[{ type: 'page-break' }]] }
    const { omitted } = await make(reportOf([columns]))
    expect(omitted.map(([at]) => at)).toEqual(['blocks/0/columns/0/0'])
  })
})

describe('a table over pages', () => {
  const rows = (count: number): Table => ({
    ...practices('ru'),
    rows: Array.from({ length: count }, (_, index) => [`Строка ${index}`, null, null, null, null]),
    total: ['Всего', null, null, null, null],
  })

  test('repeats its head', async () => {
    const { pages } = await readBack([rows(120)])
    expect(pages.length).toBeGreaterThan(2)
    for (const { pieces } of pages.slice(0, -1))
      expect(pieces.some(({ text }) => text === 'Внедрений')).toBe(true)
  })

  test('never leaves its total alone on a page', async () => {
    for (let count = 44; count < 60; count++) {
      const { pages } = await readBack(reportOf([rows(count)]))
      const last = pages.find(({ pieces }) => pieces.some(({ text }) => text === 'Всего'))
      expect(last?.pieces.map(({ text }) => text)).toContain(`Строка ${count - 1}`)
      expect(last?.pieces.map(({ text }) => text)).toContain(`Строка ${count - 2}`)
    }
  })

  test('that is too wide goes on in parts, each with the heads of its rows', async () => {
    const wide = wideTable('ru', 40)
    const columns = wide.columns.map((column) => ({ ...column, narrow: false }))
    const file = await readBack([{ ...wide, columns }])
    expect(outside(file)).toEqual([])
    const parts = allTags('Table', file)
    expect(parts.length).toBeGreaterThan(1)
    expect(file.text.match(/Выкса/g)).toHaveLength(parts.length)
    const titles = allTags('TH', file)
      .map(wordsOf)
      .filter((words) => words.startsWith('Практика'))
    expect(titles.map((words) => words.replaceAll(/\s+/g, ' '))).toEqual(
      columns.slice(1).map(({ title }) => title),
    )
  })

  test('with marks in narrow columns stays in one piece, its titles turned', async () => {
    const file = await readBack([wideTable('ru', 18)])
    expect(allTags('Table', file)).toHaveLength(1)
    expect(outside(file)).toEqual([])
    expect(elements(allTags('TR', file)[0] ?? { role: '', children: [] })).toHaveLength(19)
  })
})

describe('a certificate', () => {
  test.each(['ru', 'en'] as const)(
    'is one page across in %s, with the name in letters of its own',
    async (locale) => {
      const { pages } = await readBack(certificate(locale))
      expect(pages.map(({ width, height }) => [width, height].map((side) => Math.round(side / mm)))).toEqual([
        [297, 210],
      ])
      const name = pages[0]?.pieces.find(({ text }) => text === 'Ёлкина Мария Юрьевна')
      expect(name?.height).toBeGreaterThan(20)
    },
  )

  test('has the name within a sentence on a line of its own', async () => {
    const record = { kind: 'person', id: '1' }
    const { blocks, ...rest } = certificate('ru')
    const lead: Block = {
      type: 'lead',
      content: [
        'Подтверждается, что ',
        { as: 'reference', text: 'Ёлкина М. Ю.', record },
        ' прошла аттестацию.',
      ],
    }
    const { pages } = await readBack({ ...rest, blocks: [lead, ...blocks.slice(3)] })
    const lines = pages[0]?.pieces.filter(({ text }) => /Подтв|Ёлкина|прошла/.test(text)) ?? []
    expect(new Set(lines.map(({ y }) => y)).size).toBe(3)
    expect(new Set(lines.map(({ x }) => Math.round(x))).size).toBe(1)
  })

  test('says that it leaves out what it was made from', async () => {
    const { omitted } = await make(certificate('ru'))
    expect(omitted.map(([at]) => at)).toEqual(['provenance'])
  })
})

test('what was counted and how, and what the report was made from, is on paper too', async () => {
  const { text } = await readBack(everything('ru'))
  expect(text).toContain('39 внедрений: ВН-0001, ВН-0002, ВН-0003, ВН-0004, ВН-0005 и ещё 34')
  expect(text).toContain('О докладе')
  expect(text).toContain('30 сентября 2026 г.')
})

test('links lead where the host says', async () => {
  const { pages } = await readBack([practices('ru')])
  expect(pages.flatMap(({ links }) => links)).toEqual([`${encodeURIComponent('passport/ПР-0001')}.html`])
})
