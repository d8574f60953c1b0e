import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportIssue, readRegister } from '@tirazh/import-spreadsheet'
import { expect, test } from 'vitest'
import {
  csv,
  folderWith,
  folderWithFile,
  setCell,
  smallTables,
  type Tables,
  tableNames,
} from '../test/register.js'

type Place = readonly (string | number | undefined)[]

/** Code, file, row and column of every issue of a folder whose records are refused. */
async function faultsOf(folder: string): Promise<Place[]> {
  const { records, issues } = await readRegister(folder)
  expect(records).toBeUndefined()
  for (const { message } of issues) {
    expect(message.ru).toMatch(/^[А-ЯЁ].*\.$/)
    expect(message.en).toMatch(/^[A-Z'].*\.$/)
  }
  return issues.map(placeOf)
}

function placeOf({ code, file, row, column }: ImportIssue): Place {
  return [code, file, row, column]
}

/** The faults of the small register with one cell replaced. */
async function faultsWith(name: keyof Tables, row: number, header: string, cell: string): Promise<Place[]> {
  return faultsOf(folderWith((tables) => setCell(tables[name], row, header, cell)))
}

const oneCell: readonly (readonly [string, keyof Tables, number, string, string, string])[] = [
  ['a day that is not in the calendar', 'adoptions', 2, 'Внедрено', '31.02.2024', 'CELL_DATE'],
  ['a date in another notation', 'adoptions', 2, 'Внедрено', '2022-08-01', 'CELL_DATE'],
  ['a date with a short year', 'adoptions', 2, 'Внедрено', '01.08.22', 'CELL_DATE'],
  ['a number with a point', 'indicators', 2, 'Факт', '2716.5', 'CELL_NUMBER'],
  ['a number that is not one', 'indicators', 2, 'Факт', 'около 3000', 'CELL_NUMBER'],
  ['a number with wrong groups', 'indicators', 2, 'Факт', '27 16', 'CELL_NUMBER'],
  ['a number of twenty digits', 'indicators', 2, 'Факт', '0,12345678901234567890', 'CELL_NUMBER'],
  ['a fraction of a person', 'municipalities', 2, 'Население', '72780,5', 'CELL_NUMBER'],
  ['a population below zero', 'municipalities', 2, 'Население', '-5', 'RECORD_COUNT'],
  ['a share above the whole', 'adoptions', 2, 'Соответствие ядру, %', '101', 'RECORD_SHARE'],
  ['a score above twenty', 'checks', 2, 'Блок 4', '20,5', 'CHECK_SCORE'],
  ['an unknown status', 'adoptions', 2, 'Статус', 'внедрён давно', 'CELL_WORD'],
  ['an unknown tool in a list', 'projects', 2, 'Инструменты', '5С, Шаманство', 'CELL_WORD'],
  ['a gap in a list', 'projects', 2, 'Инструменты', '5С,, Канбан', 'CELL_LIST'],
  ['neither yes nor no', 'checks', 2, 'Подписано обеими сторонами', 'наверное', 'CELL_WORD'],
  ['a code that lost a digit', 'municipalities', 2, 'ОКТМО', '2250100', 'OKTMO_FORMAT'],
  ['a code that became a number', 'adoptions', 2, 'Муниципалитет', '2,2501E+07', 'OKTMO_FORMAT'],
  ['a code with letters in a cluster', 'factories', 2, 'Куст', '22501000, О2502000', 'OKTMO_FORMAT'],
  ['an empty cell that must not be', 'adoptions', 2, 'Статус', '', 'CELL_REQUIRED'],
  ['a placeholder where a value must be', 'practices', 2, 'Название', '___', 'CELL_REQUIRED'],
  ['an empty code', 'municipalities', 3, 'ОКТМО', '', 'CELL_REQUIRED'],
  ['a NUL', 'adoptions', 2, 'Основание', 'Распоряжение\u0000 № 1', 'CELL_CONTROL'],
  ['an escape character in a code', 'projects', 2, 'Код', 'П-1\u001b', 'CELL_CONTROL'],
  ['a character that was lost before', 'adoptions', 2, 'Основание', 'Распоряж\ufffdние', 'CELL_ENCODING'],
  ['an id with a space', 'adoptions', 2, 'Код', 'Т 1', 'RECORD_ID'],
  ['a text longer than a page', 'practices', 2, 'Название', 'ы'.repeat(2001), 'RECORD_TEXT'],
  ['dates in the wrong order', 'adoptions', 2, 'Внедрено', '01.01.2022', 'DATE_ORDER'],
  ['an end before the beginning', 'adoptions', 2, 'Прекращено', '01.01.2022', 'DATE_ORDER'],
  ['a successor without a day', 'municipalities', 4, 'Действует по', '', 'SUCCESSION_UNDATED'],
  ['a unit that does not fit the metric', 'indicators', 3, 'Единица', 'м', 'INDICATOR_UNIT'],
  ['an unknown municipality', 'adoptions', 2, 'Муниципалитет', '22509000', 'REFERENCE_UNKNOWN'],
  ['an unknown member of a cluster', 'factories', 2, 'Куст', '22501000, 22509000', 'REFERENCE_UNKNOWN'],
  ['an unknown assessor', 'checks', 2, 'Проверяющие', '22509000', 'REFERENCE_UNKNOWN'],
  ['an unknown defence', 'certificates', 2, 'Защита', 'З-9', 'REFERENCE_UNKNOWN'],
  ['an indicator of an unknown project', 'indicators', 3, 'Проект', 'П-9', 'REFERENCE_UNKNOWN'],
]

test.each(oneCell)(
  '%s is reported at its cell and nowhere else',
  async (_, name, row, header, cell, code) => {
    expect(await faultsWith(name, row, header, cell)).toEqual([[code, `${name}.csv`, row, header]])
  },
)

test('an issue shows the wrong part of the cell, at most sixty characters and nothing invisible', async () => {
  const valueIn = async (name: keyof Tables, header: string, cell: string) =>
    (await readRegister(folderWith((tables) => setCell(tables[name], 2, header, cell)))).issues[0]?.value
  expect(await valueIn('projects', 'Инструменты', '5С, Шаманство')).toBe('Шаманство')
  expect(await valueIn('adoptions', 'Внедрено', 'x'.repeat(61))).toBe(`${'x'.repeat(59)}…`)
  expect(await valueIn('adoptions', 'Внедрено', '🜚'.repeat(60))).toBe('🜚'.repeat(60))
  expect(await valueIn('adoptions', 'Внедрено', '1\u0000\u202e')).toBe('1\\u0000\\u202e')
  expect(await valueIn('indicators', 'Единица', 'чел.')).toBe('чел.')
  expect(await valueIn('indicators', 'Дата факта', '09.01.2022')).toBe('09.01.2022')
  expect(await valueIn('checks', 'Блок 4', '20,5')).toBe('20,5')
})

test('everything wrong in all files is reported at once, by file, row and column', async () => {
  const folder = folderWith((tables) => {
    setCell(tables.certificates, 2, 'Выдан', 'вчера')
    setCell(tables.adoptions, 4, 'Статус', 'да')
    setCell(tables.adoptions, 4, 'Запланировано', '1 июня')
    setCell(tables.adoptions, 2, 'Внедрено', '01.01.2022')
    setCell(tables.adoptions, 2, 'Соответствие ядру, %', 'почти все')
    setCell(tables.adoptions, 3, 'Муниципалитет', '22509000')
    setCell(tables.projects, 3, 'Инструменты', 'Заклинание, Гадание')
    setCell(tables.municipalities, 2, 'Население', 'много')
    for (const cells of tables.municipalities) cells.reverse()
  })
  expect(await faultsOf(folder)).toEqual([
    ['CELL_NUMBER', 'municipalities.csv', 2, 'Население'],
    ['CELL_WORD', 'projects.csv', 3, 'Инструменты'],
    ['CELL_WORD', 'projects.csv', 3, 'Инструменты'],
    ['DATE_ORDER', 'adoptions.csv', 2, 'Внедрено'],
    ['CELL_NUMBER', 'adoptions.csv', 2, 'Соответствие ядру, %'],
    ['REFERENCE_UNKNOWN', 'adoptions.csv', 3, 'Муниципалитет'],
    ['CELL_WORD', 'adoptions.csv', 4, 'Статус'],
    ['CELL_DATE', 'adoptions.csv', 4, 'Запланировано'],
    ['CELL_DATE', 'certificates.csv', 2, 'Выдан'],
  ])
})

test('an id that repeats is reported at the later row, also if the first was refused', async () => {
  const repeated = [['ID_REPEATED', 'adoptions.csv', 4, 'Код']]
  expect(await faultsWith('adoptions', 4, 'Код', 'Т-1')).toEqual(repeated)
  const folder = folderWith(({ adoptions }) => {
    setCell(adoptions, 4, 'Код', 'Т-1')
    setCell(adoptions, 2, 'Внедрено', 'давно')
  })
  expect(await faultsOf(folder)).toEqual([['CELL_DATE', 'adoptions.csv', 2, 'Внедрено'], ...repeated])
})

test('a metric that a project has twice is reported at the later row', async () => {
  const folder = folderWith(({ indicators }) => {
    setCell(indicators, 3, 'Показатель', 'ВПП')
    setCell(indicators, 3, 'Единица', 'ч')
  })
  expect(await faultsOf(folder)).toEqual([['INDICATOR_REPEATED', 'indicators.csv', 3, 'Показатель']])
})

test('successors in a circle and adoptions of an unpublished practice are reported where they stand', async () => {
  const folder = folderWith(({ municipalities, practices }) => {
    setCell(municipalities, 2, 'Действует по', '01.07.2024')
    setCell(municipalities, 2, 'Правопреемник', '22503000')
    setCell(practices, 3, 'Опубликована', '')
  })
  expect(await faultsOf(folder)).toEqual([
    ['SUCCESSION_CIRCLE', 'municipalities.csv', 2, 'Правопреемник'],
    ['SUCCESSION_CIRCLE', 'municipalities.csv', 4, 'Правопреемник'],
    ['PRACTICE_UNPUBLISHED', 'adoptions.csv', 4, 'Практика'],
  ])
})

test('a reference to a record that was refused is no fault of its own', async () => {
  expect(await faultsWith('municipalities', 2, 'Вид', 'город')).toEqual([
    ['CELL_WORD', 'municipalities.csv', 2, 'Вид'],
  ])
  expect(await faultsWith('projects', 2, 'Открытие', 'x')).toEqual([
    ['CELL_DATE', 'projects.csv', 2, 'Открытие'],
  ])
})

test('a row with too many or too few cells is reported once', async () => {
  const extra = folderWith(({ projects }) => projects[1]?.push('лишняя'))
  expect(await faultsOf(extra)).toEqual([['ROW_CELLS', 'projects.csv', 2, undefined]])
  const fewer = folderWith(({ adoptions }) => adoptions[2]?.splice(4))
  expect(await faultsOf(fewer)).toEqual([['ROW_CELLS', 'adoptions.csv', 3, undefined]])
})

test('a row number counts line breaks in a quoted cell as nothing and empty rows as rows', async () => {
  const folder = folderWith(({ adoptions }) => {
    setCell(adoptions, 2, 'Основание', '"Распоряжение\r\n№ 1\nот руки"')
    setCell(adoptions, 4, 'Запланировано', '31.02.2024')
    adoptions.splice(3, 0, [''])
  })
  expect(await faultsOf(folder)).toEqual([['CELL_DATE', 'adoptions.csv', 5, 'Запланировано']])
})

test('a missing folder is one clear issue', async () => {
  const folder = join(folderWith(), 'nowhere')
  expect(await faultsOf(folder)).toEqual([['FOLDER_MISSING', folder, undefined, undefined]])
  const file = join(folderWith(), 'checks.csv')
  expect(await faultsOf(file)).toEqual([['FOLDER_MISSING', file, undefined, undefined]])
})

test('a missing file is reported, and not every reference into it', async () => {
  for (const name of tableNames) {
    const folder = folderWith()
    rmSync(join(folder, `${name}.csv`))
    expect(await faultsOf(folder)).toEqual([['FILE_MISSING', `${name}.csv`, undefined, undefined]])
  }
})

test('a folder in the place of a file cannot be read', async () => {
  const folder = folderWith()
  rmSync(join(folder, 'practices.csv'))
  mkdirSync(join(folder, 'practices.csv'))
  expect(await faultsOf(folder)).toEqual([['FILE_UNREADABLE', 'practices.csv', undefined, undefined]])
})

test('a file that holds something else is recognised for what it is', async () => {
  const text = csv(smallTables().practices)
  const beginning = Buffer.from([0xff, 0xfe])
  const faults: readonly (readonly [string | Buffer, string, number | undefined])[] = [
    ['', 'FILE_EMPTY', undefined],
    ['\ufeff', 'FILE_EMPTY', undefined],
    [Buffer.concat([beginning, Buffer.from(text, 'utf16le')]), 'FILE_ENCODING', undefined],
    [Buffer.from(text, 'utf16le'), 'FILE_ENCODING', undefined],
    [Buffer.from([0x8a, 0xae, 0xa4, 0x3b, 0x8d, 0xa0, 0x0a]), 'FILE_ENCODING', undefined],
    [Buffer.from('PK\u0003\u0004остальное'), 'FILE_NOT_TEXT', undefined],
    [text.replaceAll(';', ','), 'HEADER_SEPARATOR', 1],
    [text.replaceAll('\r\n', '\r'), 'FILE_LINE_ENDS', undefined],
    [text.split('\r\n').slice(1).join('\r\n'), 'HEADER_ABSENT', 1],
    ['\r\n\r\n', 'HEADER_ABSENT', 1],
  ]
  for (const [content, code, row] of faults) {
    const found = await faultsOf(folderWithFile('practices', content))
    expect(found).toEqual([[code, 'practices.csv', row, undefined]])
  }
})

test('a mistyped header is one issue that names the right one', async () => {
  const folder = folderWith(({ adoptions }) => setCell(adoptions, 1, 'Внедрено', 'Внедрена'))
  expect(await faultsOf(folder)).toEqual([['HEADER_UNKNOWN', 'adoptions.csv', 1, 'Внедрена']])
  expect((await readRegister(folder)).issues[0]?.message.ru).toContain('«Внедрено»')
})

test('a foreign, a missing, a repeated and an empty header are reported, each once', async () => {
  const foreign = folderWith(({ adoptions }) =>
    adoptions.map((cells, row) => cells.push(row === 0 ? 'Примечание' : 'x')),
  )
  expect(await faultsOf(foreign)).toEqual([['HEADER_UNKNOWN', 'adoptions.csv', 1, 'Примечание']])
  const missing = folderWith(({ adoptions }) => adoptions.map((cells) => cells.splice(6, 1)))
  expect(await faultsOf(missing)).toEqual([['HEADER_MISSING', 'adoptions.csv', 1, 'Внедрено']])
  const withoutKey = folderWith(({ municipalities }) => municipalities.map((cells) => cells.shift()))
  expect(await faultsOf(withoutKey)).toEqual([['HEADER_MISSING', 'municipalities.csv', 1, 'ОКТМО']])
  const repeated = folderWith(({ practices }) => practices.map((cells) => cells.push(cells[5] ?? '')))
  expect(await faultsOf(repeated)).toEqual([['HEADER_REPEATED', 'practices.csv', 1, 'Сфера']])
  const empty = folderWith(({ practices }) => practices.map((cells) => cells.push('')))
  expect(await faultsOf(empty)).toEqual([['HEADER_EMPTY', 'practices.csv', 1, 'G']])
})

test('cells are still read below a faulty header', async () => {
  const folder = folderWith(({ adoptions }) => {
    setCell(adoptions, 3, 'Начато', 'летом')
    setCell(adoptions, 1, 'Внедрено', 'Когда')
  })
  expect(await faultsOf(folder)).toEqual([
    ['HEADER_UNKNOWN', 'adoptions.csv', 1, 'Когда'],
    ['HEADER_MISSING', 'adoptions.csv', 1, 'Внедрено'],
    ['CELL_DATE', 'adoptions.csv', 3, 'Начато'],
  ])
})

test('a broken cell of a UTF-8 file is reported and the other cells stay what they are', async () => {
  const [before, after] = csv(smallTables().adoptions).split('Распоряжение № 1')
  const content = Buffer.concat([
    Buffer.from(`${before}Распор`),
    Buffer.of(0xd0),
    Buffer.from(`ение${after}`),
  ])
  expect(await faultsOf(folderWithFile('adoptions', content))).toEqual([
    ['CELL_ENCODING', 'adoptions.csv', 2, 'Основание'],
  ])
})

test('a quote that is not closed, or not doubled, is reported at the cell it opens', async () => {
  expect(await faultsWith('practices', 2, 'Название', '"Быстрые закупки')).toEqual([
    ['QUOTE_UNCLOSED', 'practices.csv', 2, 'Название'],
  ])
  expect(await faultsWith('practices', 3, 'Название', '"Окно" для всех')).toEqual([
    ['QUOTE_STRAY', 'practices.csv', 3, 'Название'],
  ])
  const tables = smallTables()
  setCell(tables.practices, 2, 'Сфера', '"Закупки')
  const rows = Array.from({ length: 2000 }, (_, index) => [
    `ПР-${index + 10}`,
    'Ещё',
    'П-1',
    '22501000',
    '',
    '',
  ])
  const long = csv([...tables.practices, ...rows])
  expect(await faultsOf(folderWithFile('practices', long))).toEqual([
    ['QUOTE_UNCLOSED', 'practices.csv', 2, 'Сфера'],
  ])
})

test('the rows before a break are still checked', async () => {
  const folder = folderWith(({ adoptions }) => {
    setCell(adoptions, 2, 'Внедрено', 'давно')
    setCell(adoptions, 3, 'Основание', '"Распоряжение')
  })
  expect(await faultsOf(folder)).toEqual([
    ['CELL_DATE', 'adoptions.csv', 2, 'Внедрено'],
    ['QUOTE_UNCLOSED', 'adoptions.csv', 3, 'Основание'],
  ])
})

test('of a cell of a hundred megabytes only the beginning is read', async () => {
  const tables = smallTables()
  const [head = '', tail = ''] = csv(tables.adoptions).split('Распоряжение № 1')
  const huge = Buffer.concat([Buffer.from(head), Buffer.alloc(100 * 1024 * 1024, 'x'), Buffer.from(tail)])
  const folder = folderWithFile('adoptions', huge)
  let pieces = 0
  const { records, issues } = await readRegister(folder, {
    onProgress: ({ file }) => {
      if (file === 'adoptions.csv') pieces += 1
    },
  })
  rmSync(folder, { recursive: true })
  expect(records).toBeUndefined()
  expect(issues.map(placeOf)).toEqual([['CELL_TOO_LONG', 'adoptions.csv', 2, 'Основание']])
  expect(pieces).toBeLessThanOrEqual(2)
}, 60_000)

test('a huge header cell is reported by the letter of its column', async () => {
  const folder = folderWithFile('checks', `Код;Практика;${'Дата'.repeat(20_000)}`)
  expect(await faultsOf(folder)).toEqual([['CELL_TOO_LONG', 'checks.csv', 1, 'C']])
})

test('a row without an end is reported by its number', async () => {
  const folder = folderWithFile('checks', csv(smallTables().checks) + 'x;'.repeat(1_000_000))
  expect(await faultsOf(folder)).toEqual([['ROW_TOO_LONG', 'checks.csv', 3, undefined]])
})

test('of thousands of equal faults a thousand are listed and the others counted', async () => {
  const folder = folderWith(({ adoptions }) => {
    for (let number = 10; number < 3010; number += 1) {
      adoptions.push([`Т-${number}`, 'ПР-1', '22501000', 'внедрено', '', '', 'скоро', '', '', '', ''])
    }
  })
  const { issues } = await readRegister(folder)
  expect(issues).toHaveLength(1001)
  expect(issues.at(-1)).toMatchObject({ severity: 'error', code: 'ISSUES_OMITTED', file: 'adoptions.csv' })
  expect(issues.at(-1)?.message.ru).toContain('2\u00a0000\u00a0замечаний')
  expect(issues.at(-2)).toMatchObject({ code: 'CELL_DATE', row: 1004 })
})
