import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Expected, judge, type RegisterFiles, readRegister, type TableName } from './index.js'
import { csv, type Line } from './lines.js'
import { rowsOf } from './rows.js'

const folder = fileURLToPath(new URL('../../../examples/regional-summary/register/', import.meta.url))
const { naiveCount, ...given } = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Expected & {
  naiveCount: number
}

/** One practice that meets everything regional, in two municipalities; A merges into B on 01.07.2024. */
const GOOD: Record<TableName, Line[]> = {
  municipalities: [
    { ОКТМО: 'A', 'Действует по': '01.07.2024', Правопреемник: 'B' },
    { ОКТМО: 'B' },
    { ОКТМО: 'C' },
    { ОКТМО: 'D' },
  ],
  factories: [
    { Код: 'F1', Муниципалитет: 'A', Открыта: '01.01.2019', Куст: 'A, C' },
    { Код: 'F2', Муниципалитет: 'B', Открыта: '01.01.2019', Закрыта: '01.01.2025', Куст: 'B' },
  ],
  projects: [
    { Код: 'П', Закрытие: '01.01.2023', Результат: 'ускорен', Инструменты: '5С, Канбан, Хронометраж' },
  ],
  indicators: [{ Проект: 'П', Показатель: 'Жалобы', База: '0,3', Факт: '0,27', 'Дата факта': '01.01.2023' }],
  practices: [{ Код: 'ПР', 'Исходный проект': 'П', 'Муниципалитет-автор': 'A', Опубликована: '01.02.2023' }],
  adoptions: [
    { Практика: 'ПР', Муниципалитет: 'A', Статус: 'внедрено', Внедрено: '01.03.2023' },
    { Практика: 'ПР', Муниципалитет: 'B', Статус: 'внедряется', Внедрено: '01.04.2023' },
  ],
  checks: [
    {
      Практика: 'ПР',
      Дата: '01.06.2024',
      Проверяющие: 'B, C',
      'Блок 1': '16',
      'Блок 2': '16',
      'Блок 3': '16',
      'Блок 4': '16',
      'Блок 5': '16',
      'Подписано обеими сторонами': 'да',
      'Открытых замечаний': '0',
    },
  ],
  defences: [{ Практика: 'ПР', Уровень: 'региональный', Дата: '01.06.2024', Решение: 'защищён' }],
  certificates: [],
}

function register(changes: Partial<Record<TableName, Line[]>> = {}): RegisterFiles {
  const lines = { ...GOOD, ...changes }
  const entries = (Object.keys(lines) as TableName[]).map((table) => [table, csv(table, lines[table])])
  return Object.fromEntries(entries) as RegisterFiles
}

/** The only line of a table, changed. */
function changed(table: TableName, change: Line): Partial<Record<TableName, Line[]>> {
  return { [table]: [{ ...GOOD[table][0], ...change }] }
}

function regional(changes: Partial<Record<TableName, Line[]>>, on = '2024-06-30'): unknown {
  return judge(register(changes), { dates: [on] }).perPractice.ПР?.regional
}

test('the bundled register gives every number of its expected.json', () => {
  const dates = Object.keys(given.dates)
  expect(dates).toHaveLength(3)
  expect(judge(readRegister(folder), { dates })).toEqual(given)
  expect(judge(readRegister(folder), { dates: dates.reverse() })).toEqual(given)
})

test('counting distinct codes with the status «внедрено» would have been wrong', () => {
  const codes = new Map<string, Set<string>>()
  for (const row of rowsOf(readRegister(folder).adoptions)) {
    if (row.text('Статус') !== 'внедрено') continue
    codes.set(
      row.text('Практика'),
      (codes.get(row.text('Практика')) ?? new Set()).add(row.text('Муниципалитет')),
    )
  }
  expect([...codes.values()].filter((set) => set.size >= 15)).toHaveLength(naiveCount)
  expect(given.dates['2025-12-24']?.replicated.met).not.toBe(naiveCount)
})

test('another threshold moves the verdicts of replication and leaves the intervals', () => {
  const strict = judge(readRegister(folder), { dates: ['2025-12-24'], threshold: 20 })
  for (const [code, practice] of Object.entries(given.perPractice)) {
    const { lo, hi } = practice
    const replication = lo >= 20 ? 'met' : hi < 20 ? 'unmet' : 'unknown'
    expect(strict.perPractice[code]).toMatchObject({ lo, hi, replication })
  }
})

test('from the day of a merger on, two adoptions count as one', () => {
  const { dates } = judge(register(), { dates: ['2024-06-30', '2024-07-01'], threshold: 2 })
  expect(dates['2024-06-30']).toMatchObject({ adoptionsActive: 2, replicated: { met: 1 }, municipalities: 4 })
  expect(dates['2024-07-01']).toMatchObject({
    adoptionsActive: 1,
    replicated: { unmet: 1 },
    municipalities: 3,
  })
})

test('clusters follow the succession, closed factories cover nobody', () => {
  const { dates } = judge(register(), { dates: ['2024-06-30', '2024-07-01', '2025-01-01'] })
  const clusters = Object.values(dates).map((on) => [
    on.municipalitiesUncovered,
    on.municipalitiesInTwoClusters,
  ])
  expect(clusters).toEqual([
    [['D'], []],
    [['D'], ['B']],
    [['D'], []],
  ])
})

test('a chain of mergers is followed link by link', () => {
  const municipalities = [
    ...GOOD.municipalities.filter((line) => line.ОКТМО !== 'B'),
    { ОКТМО: 'B', 'Действует по': '01.08.2024', Правопреемник: 'C' },
  ]
  const adoptions = [
    { Практика: 'ПР', Муниципалитет: 'A', Статус: 'внедрено', Внедрено: '01.03.2023' },
    { Практика: 'ПР', Муниципалитет: 'C', Статус: 'внедрено', Внедрено: '01.03.2023' },
  ]
  const { dates } = judge(register({ municipalities, adoptions }), { dates: ['2024-07-31', '2024-08-01'] })
  expect(Object.values(dates).map((on) => on.adoptionsActive)).toEqual([2, 1])
})

test('implemented without a date leaves replication open until it is ended', () => {
  const adoptions = [{ Практика: 'ПР', Муниципалитет: 'C', Статус: 'внедрено', Прекращено: '01.01.2024' }]
  const dates = ['2023-12-31', '2024-01-01']
  const { dates: on } = judge(register({ adoptions }), { dates, threshold: 1 })
  expect(on['2023-12-31']).toMatchObject({ replicated: { unknown: 1 }, unknownReplication: ['ПР'] })
  expect(on['2024-01-01']).toMatchObject({ replicated: { unmet: 1 }, unknownReplication: [] })
})

test('a good practice is regionally eligible from its defence on', () => {
  expect(regional({})).toBe('met')
  expect(regional({}, '2024-05-31')).toBe('unmet')
  expect(regional(changed('defences', { Дата: '31.05.2024' }))).toBe('unmet')
  expect(regional(changed('defences', { Решение: 'не защищён' }))).toBe('unmet')
})

test('assessors and author are compared as of the day of the check, not of the judgement', () => {
  expect(regional({}, '2025-12-24')).toBe('met')
  const later = { Дата: '01.07.2024' }
  expect(regional({ ...changed('checks', later), ...changed('defences', later) }, '2025-12-24')).toBe('unmet')
})

test('a missing score is unknown, a low one beside it is unmet', () => {
  expect(regional(changed('checks', { 'Блок 2': '' }))).toBe('unknown')
  expect(regional(changed('checks', { 'Блок 2': '', 'Блок 3': '15' }))).toBe('unmet')
})

test('an improvement must reach 10 % and be measured by the date', () => {
  expect(regional(changed('indicators', { Факт: '0,271' }))).toBe('unmet')
  expect(regional(changed('indicators', { Факт: '' }))).toBe('unknown')
  expect(regional(changed('indicators', { База: '0' }))).toBe('unknown')
  expect(regional(changed('indicators', { Факт: '', 'Дата факта': '01.07.2024' }))).toBe('unmet')
  expect(regional({ indicators: [] })).toBe('unknown')
})

test('federal eligibility ends with the regional certificate', () => {
  const defences = [
    ...GOOD.defences,
    { Практика: 'ПР', Уровень: 'федеральный', Дата: '10.06.2024', Решение: 'защищён' },
  ]
  const certificates = [
    { Практика: 'ПР', Уровень: 'региональный', Выдан: '05.06.2024', Отозван: '20.06.2024' },
  ]
  const dates = ['2024-06-09', '2024-06-10', '2024-06-19', '2024-06-20']
  const { dates: on } = judge(register({ defences, certificates }), { dates, threshold: 2 })
  expect(dates.map((date) => on[date]?.eligibleFederal.met)).toEqual([0, 1, 1, 0])
  expect(dates.map((date) => on[date]?.certificatesValid.региональный)).toEqual([1, 1, 1, 0])
})

test('half a hundredth of an hour is rounded away from zero', () => {
  const hours = (base: string, result: string): number | undefined => {
    const indicator = { Показатель: 'Трудоёмкость', База: base, Факт: result, 'Объём в год': '1' }
    const { dates } = judge(register(changed('indicators', indicator)), { dates: ['2024-01-01'] })
    return dates['2024-01-01']?.labourHoursReleasedPerYear
  }
  expect([hours('0,3', '0'), hours('0', '0,3'), hours('0,2', '0')]).toEqual([0.01, -0.01, 0])
})

test('what cannot be judged is refused', () => {
  expect(() => judge(register(), { dates: [] })).toThrow(TypeError)
  const municipalities = [{ ОКТМО: 'A', 'Действует по': '01.07.2020', Правопреемник: 'A' }]
  expect(() => judge(register({ municipalities }), { dates: ['2024-01-01'] })).toThrow('circle')
  expect(() => judge(register(changed('indicators', { База: '1.5' })), { dates: ['2024-01-01'] })).toThrow(
    '1.5',
  )
})
