import type { Cell, Report, Table } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { make, part, partsOf, read, reportOf, workbookOf } from '../test/made.js'
import { xlsx } from './xlsx.js'

const practices: Table = {
  type: 'table',
  caption: 'Практики',
  columns: [{ title: 'Имя' }, { title: 'Часов' }, { title: 'Рублей' }, { title: 'Доля' }, { title: 'День' }],
  rows: [
    [
      'ПР-1',
      { as: 'number', value: 4.5, unit: 'ч' },
      { as: 'money', minor: 123_457, currency: 'RUB' },
      { as: 'share', value: 0.867 },
      { as: 'date', value: '2026-10-05' },
    ],
    ['ПР-2', { as: 'unknown', text: 'не указано' }, null, null, { as: 'date', value: '1950-01-31' }],
  ],
  total: ['Всего', { as: 'number', value: 4.5, unit: 'ч' }, null, null, null],
  note: 'После замера',
}

function widthsIn(sheet: string): readonly number[] {
  return [...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))
}

const data = async (report: Report, sheet: number): Promise<readonly (readonly unknown[])[]> =>
  (await read(await make(report)))[sheet]?.data ?? []

describe('a table is a sheet of its own', () => {
  test('whose numbers, amounts and days another program reads as they are in the report', async () => {
    expect(await data(reportOf([practices]), 1)).toEqual([
      ['Демонстрационные данные', null, null, null, null],
      ['Практики', null, null, null, null],
      ['Имя', 'Часов', 'Рублей', 'Доля', 'День'],
      ['ПР-1', 4.5, 1234.57, 0.867, '2026-10-05T00:00:00.000Z'],
      ['ПР-2', 'не указано', null, null, '1950-01-31T00:00:00.000Z'],
      ['Всего', 4.5, null, null, null],
      ['После замера', null, null, null, null],
    ])
  })

  test('with a day that is the same number in every time zone', async () => {
    const zone = process.env.TZ
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        process.env.TZ = name
        const sheet = part(await make(reportOf([practices])), 'xl/worksheets/sheet2.xml')
        expect(sheet).toMatch(/<c r="E4" s="\d+"><v>46300<\/v>/)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('whose head stays in view, can be filtered and is printed on each page', async () => {
    const made = await make(reportOf([{ ...practices, caption: "Практики 'лучшие' года" }]))
    const sheet = part(made, 'xl/worksheets/sheet2.xml')
    expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<autoFilter ref="A3:E5"/>')
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(sheet).toContain('<oddFooter>&amp;CСтр. &amp;P / &amp;N</oddFooter>')
    expect(part(made, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Практики ''лучшие'' года'!$1:$3</definedName>`,
    )
  })

  test('on its side if it is too wide for an upright page, with long texts broken into lines', async () => {
    const long = 'слово '.repeat(40)
    const wide: Table = {
      ...practices,
      columns: ['а', 'б', 'в'].map((title) => ({ title })),
      rows: [[long, long, long]],
      total: [],
    }
    const sheet = part(await make(reportOf([wide])), 'xl/worksheets/sheet2.xml')
    expect(sheet).toContain('orientation="landscape"')
    expect(widthsIn(sheet)).toEqual([42, 42, 42])
    expect(Number(/<row r="4" ht="([\d.]+)"/.exec(sheet)?.[1])).toBeGreaterThan(60)
  })

  test('on its side wherever the report is laid out wide', async () => {
    for (const layout of ['wide', 'certificate'] as const) {
      const made = await make(reportOf([practices], { layout }))
      for (const name of ['sheet1', 'sheet2']) {
        expect(part(made, `xl/worksheets/${name}.xml`)).toContain('orientation="landscape"')
      }
    }
  })

  test('whose columns have a type even where they are empty', async () => {
    const kinds = ['text', 'number', 'money', 'share', 'date', 'status', 'reference'] as const
    const empty: Table = {
      type: 'table',
      caption: 'Т',
      columns: kinds.map((as) => ({ title: as, as })),
      rows: [],
    }
    const file = await workbookOf(await make(reportOf([empty])))
    const formats = kinds.map((_, index) => file.getWorksheet('Т')?.getColumn(index + 1).style.numFmt)
    expect(formats).toEqual(['@', '#,##0', '#,##0.00"\u00a0₽"', '0.0%', 'dd.mm.yyyy', '@', '@'])
  })

  test('whose numbers have bars, if the report asks for them', async () => {
    const columns = [{ title: 'А' }, { title: 'Б', bar: true }]
    const table: Table = { type: 'table', caption: 'Т', columns, rows: [['а', { as: 'number', value: 2 }]] }
    expect(part(await make(reportOf([table])), 'xl/worksheets/sheet2.xml')).toContain(
      '<conditionalFormatting sqref="B4:B4"><cfRule type="dataBar"',
    )
  })

  test('whose last column says why decisions are what they are', async () => {
    const status = (text: string): Cell => ({
      ...{ as: 'status', status: 'unmet', text },
      basis: { rule: `Не хватает ${text}`, records: [], report: 'passport' },
    })
    const table: Table = {
      type: 'table',
      caption: 'Т',
      columns: [{ title: 'Первое' }, { title: 'Второе' }],
      rows: [
        [status('а'), status('б')],
        ['нет', null],
      ],
    }
    const made = await make(reportOf([table]), {}, 'passport.html')
    expect((await read(made))[1]?.data.slice(2)).toEqual([
      ['Первое', 'Второе', 'Почему'],
      ['а', 'б', 'Первое: Не хватает а\nВторое: Не хватает б'],
      ['нет', null, null],
    ])
    const cell = (await workbookOf(made)).getWorksheet('Т')?.getCell('A4')
    expect(cell?.hyperlink).toBe('passport.html')
  })

  test('that says what did not fit', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`${index}`])
    const made = await make(reportOf([{ type: 'table', caption: 'А', columns: [{ title: 'Б' }], rows }]), {
      rowLimit: 100,
    })
    expect((await read(made))[1]?.data).toHaveLength(100)
    expect(made.omitted).toEqual([['blocks/0/rows/97', 'a sheet holds 100 rows; the last 103 are left out']])
  })
})

describe('text is text', () => {
  const cells = [
    '=HYPERLINK("http://a.example","x")',
    '+1',
    '@SUM(A1)',
    '#N/A',
    ' <b>&amp;"\' ',
    'две\nстроки',
    '2026-10-05',
    '007',
  ]

  test('also where it looks like a formula, an error, a number or a day', async () => {
    const table: Table = { ...practices, columns: [{ title: 'А' }], rows: cells.map((cell) => [cell]) }
    const { total: _, note: __, ...plain } = table
    const made = await make(reportOf([plain]))
    expect((await read(made))[1]?.data.slice(3)).toEqual(cells.map((cell) => [cell]))
    for (const text of partsOf(made).values()) expect(text).not.toMatch(/<f[ >/]|t="e"/)
  })

  test('without the characters that would break the file', async () => {
    const text = 'а\u0000б\u0001в\ud800г\uffffд _x0041_ 😀'
    const strings = part(
      await make(reportOf([{ type: 'paragraph', content: [text] }])),
      'xl/sharedStrings.xml',
    )
    expect(strings).toContain('<t>абв\ufffdгд _x005F_x0041_ 😀</t>')
  })

  test('cut where a cell is full, which is said', async () => {
    const made = await make(reportOf([{ type: 'heading', level: 2, text: 'я'.repeat(32_768) }]))
    expect(part(made, 'xl/sharedStrings.xml')).toContain(`>${'я'.repeat(32_767)}<`)
    expect(made.omitted).toEqual([['blocks/0', 'a cell holds 32767 characters; the other 1 are cut']])
  })
})

describe('a file', () => {
  test('is the same each time, and the report stays as it is', async () => {
    const report = frozen(reportOf([practices]))
    expect((await make(report)).bytes).toEqual((await make(report)).bytes)
  })

  test('says it was made on the day of the report', async () => {
    const core = part(await make(reportOf([])), 'docProps/core.xml')
    expect(core).toContain('2026-10-05T00:00:00Z</dcterms:modified>')
  })

  test('names a font in each style', async () => {
    const styles = part(await make(reportOf([practices]), { font: 'PT Sans' }), 'xl/styles.xml')
    const fonts = [...styles.matchAll(/<font>.*?<\/font>/g)].map(([font]) => font)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toContain('<name val="PT Sans"/>')
  })

  test('has the colours of the region', async () => {
    const made = await make(reportOf([practices]), { theme: { light: { accent: '#5a1f6e' } } })
    expect(part(made, 'xl/styles.xml')).toContain('<color rgb="FF5A1F6E"/>')
  })

  test('with options that make no sense is not made', () => {
    expect(() => xlsx({ rowLimit: 5 })).toThrow('give a whole number from 100 to 1048576')
    expect(() => xlsx({ font: ' ' })).toThrow('font is empty')
    expect(() => xlsx({ theme: { light: { accent: '#ffffff' } } })).toThrow('The theme cannot be used')
  })
})

function frozen(report: Report): Report {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  freeze(report)
  return report
}
