import type { Report, Table } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { make, part, partsOf, read, reportOf } from '../test/made.js'
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
    expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4" state="frozen" activePane="bottomLeft"/>')
    expect(sheet).toContain('<autoFilter ref="A3:E5"/>')
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(sheet).toContain('<oddFooter>&amp;CСтр. &amp;P / &amp;N</oddFooter>')
    expect(part(made, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Практики ''лучшие'' года'!$1:$3</definedName>`,
    )
  })

  test('on its side if it has more than six columns, each 8 to 60 characters wide', async () => {
    const titles = ['а', 'б', 'в', 'г', 'д', 'е', 'ж'.repeat(100)]
    const wide: Table = { ...practices, columns: titles.map((title) => ({ title })), rows: [], total: titles }
    const sheet = part(await make(reportOf([wide])), 'xl/worksheets/sheet2.xml')
    expect(sheet).toContain('orientation="landscape"')
    expect([...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '12',
      '8',
      '8',
      '8',
      '8',
      '8',
      '60',
    ])
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

  test('with options that make no sense is not made', () => {
    expect(() => xlsx({ rowLimit: 5 })).toThrow('give a whole number from 100 to 1048576')
    expect(() => xlsx({ font: ' ' })).toThrow('font is empty')
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
