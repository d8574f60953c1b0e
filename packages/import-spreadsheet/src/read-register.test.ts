import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Progress, readRegister } from '@tirazh/import-spreadsheet'
import * as oracle from '@tirazh/oracle'
import { expect, test } from 'vitest'
import { csv, folderWith, folderWithFile, setCell, smallTables, temporaryFolder } from '../test/register.js'

const bundled = fileURLToPath(new URL('../../../examples/regional-summary/register/', import.meta.url))

test('every cell of the bundled register is understood', async () => {
  const { records, issues, rows } = await readRegister(bundled)
  expect(issues).toEqual([])
  const files = oracle.readRegister(bundled)
  expect(rows).toBe(Object.values(files).reduce((sum, text) => sum + text.split('\r\n').length - 2, 0))
  expect(records?.adoption.at(0)).toEqual({
    id: 'Т-000001',
    practice: 'ПР-0001',
    municipality: '22530000',
    status: 'implemented',
    plannedOn: '2024-05-31',
    startedOn: '2024-06-20',
    implementedOn: '2024-10-19',
    confirmedOn: '2025-04-17',
    basis: 'Распоряжение № 1',
    fidelity: 0.96,
  })
  expect(records?.project.flatMap((project) => project.indicators ?? [])).toHaveLength(
    files.indicators.split('\r\n').length - 2,
  )
})

test('generated registers read the same in UTF-8, with a byte order mark and in windows-1251', async () => {
  for (const seed of [1, 2, 3]) {
    const files = oracle.generate({ seed })
    const read = async (options: oracle.WriteOptions) => {
      const folder = temporaryFolder()
      oracle.writeRegister(folder, files, options)
      return readRegister(folder)
    }
    const plain = await read({})
    expect(plain.issues).toEqual([])
    expect(plain.records?.adoption.length).toBeGreaterThan(1000)
    expect(await read({ bom: true })).toEqual(plain)
    expect(await read({ encoding: 'windows-1251' })).toEqual(plain)
  }
}, 60_000)

test('a small register becomes exactly its records', async () => {
  const { records, issues, rows } = await readRegister(folderWith())
  expect(issues).toEqual([])
  expect(rows).toBe(17)
  expect(records?.municipality).toEqual([
    { id: '22501000', name: 'Первый', type: 'municipal-okrug', population: 72780 },
    { id: '22502000', name: 'Второй', type: 'urban-okrug', population: 1250000, existsFrom: '2020-01-01' },
    {
      id: '22503000',
      name: 'Третий',
      type: 'municipal-district',
      dissolvedOn: '2024-06-01',
      successor: '22501000',
    },
  ])
  expect(records?.factory).toEqual([
    {
      id: 'F1',
      name: 'Фабрика № 1',
      municipality: '22501000',
      openedOn: '2018-03-15',
      cluster: [{ municipality: '22501000' }, { municipality: '22502000' }],
    },
  ])
  expect(records?.project).toEqual([
    {
      id: 'П-1',
      title: 'Ускорение закупок',
      municipality: '22501000',
      organisation: 'Администрация',
      process: 'Закупки',
      factory: 'F1',
      result: 'accelerated',
      openedOn: '2022-01-10',
      diagnosedOn: '2022-02-10',
      implementedOn: '2022-03-10',
      closedOn: '2022-04-10',
      tools: ['five-s', 'kanban'],
      sphere: 'Закупки',
      indicators: [
        {
          metric: 'lead-time',
          unit: 'minute',
          base: 15025,
          target: 10517,
          ideal: 6010,
          result: 2716.5,
          baseOn: '2022-01-10',
          resultOn: '2022-04-10',
          method: 'хронометраж',
          source: 'журнал обращений',
          sample: 20,
        },
        {
          metric: 'labour-input',
          unit: 'person-minute',
          base: 20,
          target: 16,
          ideal: 10,
          result: 9,
          baseOn: '2022-01-10',
          resultOn: '2022-04-10',
          yearlyVolume: 468,
          method: 'хронометраж',
          source: 'журнал обращений',
          sample: 30,
        },
      ],
    },
    {
      id: 'П-2',
      title: 'Учёт жилья',
      municipality: '22502000',
      openedOn: '2023-01-10',
      indicators: [{ metric: 'complaints', unit: 'per-year', base: 12, baseOn: '2023-01-10' }],
    },
  ])
  expect(records?.practice.map(({ id, publishedOn }) => [id, publishedOn])).toEqual([
    ['ПР-1', '2022-05-01'],
    ['ПР-2', '2023-05-01'],
  ])
  expect(records?.adoption.at(1)).toEqual({
    id: 'Т-2',
    practice: 'ПР-1',
    municipality: '22502000',
    status: 'in-progress',
    startedOn: '2022-07-01',
  })
  expect(records?.check).toEqual([
    {
      id: 'ПП-1',
      practice: 'ПР-1',
      heldOn: '2023-03-10',
      assessors: ['22502000', '22503000'],
      blocks: [18, 19, null, 16.5, 17],
      signedByBoth: true,
      openFindings: 0,
    },
  ])
  expect(records?.defence).toEqual([
    { id: 'З-1', practice: 'ПР-1', level: 'regional', heldOn: '2023-04-20', decision: 'passed' },
  ])
  expect(records?.certificate).toEqual([
    {
      id: 'Р-1',
      practice: 'ПР-1',
      level: 'regional',
      issuedOn: '2023-04-30',
      issuer: 'КУПНО',
      check: 'ПП-1',
      defence: 'З-1',
    },
  ])
})

test('the order of the columns does not matter', async () => {
  const turned = folderWith((tables) => {
    for (const rows of Object.values(tables)) for (const cells of rows) cells.reverse()
  })
  expect(await readRegister(turned)).toEqual(await readRegister(folderWith()))
})

test('line feeds alone, a last row without its end and empty rows change nothing', async () => {
  const unix = csv(smallTables().adoptions).replaceAll('\r\n', '\n').trimEnd()
  const folder = folderWithFile('adoptions', unix.replace('\nТ-2', '\n\n;;;;;;;;;;\n \nТ-2'))
  expect(await readRegister(folder)).toEqual(await readRegister(folderWith()))
})

test('quoted cells may hold semicolons, doubled quotes and line breaks', async () => {
  const folder = folderWith(({ practices }) => {
    setCell(practices, 2, 'Название', '"Закупки;\r\n""быстрые"" и простые" ')
    setCell(practices, 2, 'Сфера', '"Закупки"')
  })
  const { records, issues } = await readRegister(folder)
  expect(issues).toEqual([])
  expect(records?.practice[0]).toMatchObject({ title: 'Закупки;\r\n"быстрые" и простые', sphere: 'Закупки' })
})

test('words, headers and codes are read as people write them', async () => {
  const folder = folderWith((tables) => {
    setCell(tables.adoptions, 1, 'Основание', ' ОСНОВАНИЕ ')
    setCell(tables.adoptions, 2, 'Статус', 'Внедрено')
    setCell(tables.adoptions, 2, 'Муниципалитет', '22 501 000')
    setCell(tables.adoptions, 3, 'Муниципалитет', '22.502.000')
    setCell(tables.defences, 2, 'Решение', 'ЗАЩИЩЕН')
    setCell(tables.projects, 2, 'Инструменты', '5s , канбан')
    setCell(tables.indicators, 1, 'Объём в год', 'Объем в год')
  })
  expect(await readRegister(folder)).toEqual(await readRegister(folderWith()))
})

test('an empty cell and a placeholder are both unknown', async () => {
  for (const placeholder of ['___', '-', '—', 'н/д', '\u00a0']) {
    const folder = folderWith(({ adoptions }) => {
      setCell(adoptions, 3, 'Внедрено', placeholder)
      setCell(adoptions, 3, 'Основание', placeholder)
    })
    expect(await readRegister(folder)).toEqual(await readRegister(folderWith()))
  }
})

test('a file with a header and no rows is an empty table', async () => {
  const folder = folderWith(({ certificates }) => certificates.splice(1))
  const { records, issues } = await readRegister(folder)
  expect(issues).toEqual([])
  expect(records?.certificate).toEqual([])
})

test('a warning does not keep the records out', async () => {
  const folder = folderWith(({ municipalities }) => setCell(municipalities, 4, 'Правопреемник', ''))
  const { records, issues } = await readRegister(folder)
  expect(records?.municipality).toHaveLength(3)
  expect(issues).toEqual([
    expect.objectContaining({
      severity: 'warning',
      code: 'SUCCESSOR_MISSING',
      file: 'municipalities.csv',
      row: 4,
      column: 'Правопреемник',
    }),
  ])
})

test('progress grows over all files up to their size', async () => {
  const seen: Progress[] = []
  await readRegister(bundled, { onProgress: (progress) => seen.push(progress) })
  const sizes = seen.map(({ bytesRead }) => bytesRead)
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  expect(new Set(seen.map(({ file }) => file)).size).toBe(9)
  expect(new Set(seen.map(({ bytesTotal }) => bytesTotal)).size).toBe(1)
  expect(seen.at(-1)?.bytesRead).toBe(seen.at(-1)?.bytesTotal)
})

test('a rejection of the caller’s progress function is the caller’s', async () => {
  const onProgress = () => {
    throw new RangeError('stop')
  }
  await expect(readRegister(folderWith(), { onProgress })).rejects.toThrow(RangeError)
})

test('other files in the folder are left alone', async () => {
  const folder = folderWith()
  writeFileSync(join(folder, 'notes.csv'), 'что угодно')
  mkdirSync(join(folder, 'old'))
  expect((await readRegister(folder)).issues).toEqual([])
})
