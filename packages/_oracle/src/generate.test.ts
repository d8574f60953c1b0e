import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Expected, generate, judge, type RegisterFiles, readRegister, type TableName } from './index.js'
import { oddCases } from './odd-cases.js'
import { tableNames } from './register.js'
import { groupBy, type Row, rowsOf } from './rows.js'

const DATES = ['2024-12-31', '2025-03-31', '2025-12-24']
const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1)
const folder = fileURLToPath(new URL('../../../examples/regional-summary/register/', import.meta.url))

const drawn: { files: RegisterFiles; expected: Expected }[] = SEEDS.map((seed) => {
  const files = generate({ seed, practices: 60, projects: 200 })
  return { files, expected: judge(files, { dates: DATES }) }
})

test('the same options give the same register, another seed another one', () => {
  const options = { seed: 7, practices: 20, projects: 50 }
  expect(generate(options)).toEqual(generate(options))
  expect(generate({ ...options, seed: 8 }).adoptions).not.toBe(generate(options).adoptions)
})

test('every odd case of the rules occurs', () => {
  const totals: Record<string, number> = {}
  for (const { files, expected } of drawn) {
    for (const [name, times] of Object.entries(oddCases(files, expected))) {
      totals[name] = (totals[name] ?? 0) + times
    }
  }
  expect(Object.keys(totals).length).toBeGreaterThan(60)
  expect(Object.entries(totals).filter(([, times]) => times === 0)).toEqual([])
})

test('each policy is met, unknown and unmet somewhere', () => {
  for (const rule of ['replication', 'regional', 'federal'] as const) {
    const verdicts = drawn.flatMap(({ expected }) => Object.values(expected.perPractice).map((p) => p[rule]))
    expect(new Set(verdicts), rule).toEqual(new Set(['met', 'unknown', 'unmet']))
  }
})

test('verdicts change between the dates', () => {
  const counts = drawn.map(({ expected }) => DATES.map((date) => expected.dates[date]?.replicated.met))
  expect(counts.filter(([first, , last]) => first !== last).length).toBeGreaterThan(20)
})

test('the sizes asked for are the sizes drawn', () => {
  const size = (csv: string): number => rowsOf(csv).length
  const small = generate({
    seed: 1,
    practices: 5,
    projects: 9,
    municipalities: 12,
    mergers: 1,
    chainedMergers: 0,
  })
  expect([small.practices, small.projects, small.municipalities].map(size)).toEqual([5, 9, 12])
  const large = generate({ seed: 1, scale: 10 })
  expect(size(large.projects)).toBe(23_600)
  expect(Math.abs(size(large.adoptions) - 34_500)).toBeLessThan(1_500)
  expect(Math.abs(size(large.indicators) - 47_000)).toBeLessThan(1_500)
  expect(() => generate({ seed: 1, municipalities: 10 })).toThrow(TypeError)
  expect(() => generate({ seed: 1, practices: 10, projects: 9 })).toThrow(TypeError)
})

test('the tables have the headers of the bundled register', () => {
  const bundled = readRegister(folder)
  for (const table of tableNames()) {
    const header = bundled[table].slice(0, bundled[table].indexOf('\r\n'))
    expect(drawn[0]?.files[table].startsWith(`${header}\r\n`), table).toBe(true)
    expect(bundled[table].endsWith('\r\n')).toBe(drawn[0]?.files[table].endsWith('\r\n'))
  }
})

test('the words are those of the bundled register', () => {
  const bundled = readRegister(folder)
  const VOCABULARY: [TableName, string][] = [
    ['municipalities', 'Вид'],
    ['projects', 'Результат'],
    ['projects', 'Инструменты'],
    ['projects', 'Сфера'],
    ['indicators', 'Показатель'],
    ['indicators', 'Единица'],
    ['indicators', 'Способ расчёта'],
    ['indicators', 'Источник данных'],
    ['practices', 'Сфера'],
    ['adoptions', 'Статус'],
    ['checks', 'Подписано обеими сторонами'],
    ['defences', 'Уровень'],
    ['defences', 'Решение'],
    ['certificates', 'Уровень'],
    ['certificates', 'Кем'],
  ]
  for (const [table, column] of VOCABULARY) {
    const words = (files: RegisterFiles): string[] =>
      rowsOf(files[table]).flatMap((row) => row.text(column).split(', '))
    const known = new Set(words(bundled))
    for (const { files } of drawn) expect(words(files).filter((word) => !known.has(word))).toEqual([])
  }
})

test('codes are unique and everything referred to exists', () => {
  const REFERENCES: [TableName, string, TableName][] = [
    ['municipalities', 'Правопреемник', 'municipalities'],
    ['factories', 'Муниципалитет', 'municipalities'],
    ['factories', 'Куст', 'municipalities'],
    ['projects', 'Муниципалитет', 'municipalities'],
    ['projects', 'Фабрика', 'factories'],
    ['indicators', 'Проект', 'projects'],
    ['practices', 'Исходный проект', 'projects'],
    ['practices', 'Муниципалитет-автор', 'municipalities'],
    ['adoptions', 'Практика', 'practices'],
    ['adoptions', 'Муниципалитет', 'municipalities'],
    ['checks', 'Практика', 'practices'],
    ['checks', 'Проверяющие', 'municipalities'],
    ['defences', 'Практика', 'practices'],
    ['certificates', 'Практика', 'practices'],
    ['certificates', 'Проверка', 'checks'],
    ['certificates', 'Защита', 'defences'],
  ]
  for (const { files } of drawn) {
    for (const table of tableNames().filter((name) => name !== 'indicators')) {
      expect(codesOf(files, table).size, table).toBe(rowsOf(files[table]).length)
    }
    for (const [table, column, target] of REFERENCES) {
      const known = codesOf(files, target)
      const strays = rowsOf(files[table]).flatMap((row) =>
        row.list(column).filter((code) => !known.has(code)),
      )
      expect(strays, `${table}: ${column}`).toEqual([])
    }
    const sources = rowsOf(files.practices).map((row) => row.text('Исходный проект'))
    expect(new Set(sources).size).toBe(sources.length)
    for (const rows of groupBy(rowsOf(files.indicators), 'Проект').values()) {
      expect(new Set(rows.map((row) => row.text('Показатель'))).size).toBe(rows.length)
    }
  }
})

test('dates are real and in order', () => {
  const ORDERS: [TableName, string[]][] = [
    ['municipalities', ['Действует с', 'Действует по']],
    ['factories', ['Открыта', 'Закрыта']],
    ['projects', ['Открытие', 'Диагностика', 'Внедрение', 'Закрытие']],
    ['indicators', ['Дата базы', 'Дата факта']],
    ['practices', ['Опубликована']],
    ['adoptions', ['Запланировано', 'Начато', 'Внедрено', 'Подтверждено', 'Прекращено']],
    ['checks', ['Дата']],
    ['defences', ['Дата']],
    ['certificates', ['Выдан', 'Отозван']],
  ]
  for (const { files } of drawn) {
    for (const [table, columns] of ORDERS) {
      const wrong = rowsOf(files[table]).filter((row) => {
        const dates = columns.map((column) => row.date(column)).filter((date) => date !== undefined)
        return dates.some((date) => !isReal(date)) || dates.join() !== [...dates].sort().join()
      })
      expect(wrong, table).toEqual([])
    }
    const ended = rowsOf(files.adoptions).filter((row) => row.text('Прекращено') !== '')
    expect(ended.filter((row) => row.text('Прекращено') === row.text('Внедрено'))).toEqual([])
  }
})

test('a municipality is dissolved exactly when it has a successor, which outlives it', () => {
  for (const { files } of drawn) {
    const rows = new Map(rowsOf(files.municipalities).map((row) => [row.text('ОКТМО'), row]))
    for (const row of rows.values()) {
      const until = row.date('Действует по')
      const heir = rows.get(row.text('Правопреемник'))
      expect(until !== undefined).toBe(heir !== undefined)
      if (until && heir) expect((heir.date('Действует по') ?? '9999') > until).toBe(true)
      if (until && heir) expect((heir.date('Действует с') ?? '') <= until).toBe(true)
    }
  }
})

test('only published practices are adopted, only finished projects have a result', () => {
  for (const { files } of drawn) {
    const unpublished = new Set(
      rowsOf(files.practices)
        .filter((row) => row.text('Опубликована') === '')
        .map((row) => row.text('Код')),
    )
    expect(rowsOf(files.adoptions).filter((row) => unpublished.has(row.text('Практика')))).toEqual([])
    for (const row of rowsOf(files.projects)) {
      expect(row.text('Результат') === '').toBe(row.text('Закрытие') === '')
    }
  }
})

test('certificates rest on a check and a passed defence of the same practice and level', () => {
  for (const { files } of drawn) {
    const checks = new Map(rowsOf(files.checks).map((row) => [row.text('Код'), row]))
    const defences = new Map(rowsOf(files.defences).map((row) => [row.text('Код'), row]))
    for (const row of rowsOf(files.certificates)) {
      const defence = defences.get(row.text('Защита'))
      expect(checks.get(row.text('Проверка'))?.text('Практика')).toBe(row.text('Практика'))
      expect(defence?.text('Практика')).toBe(row.text('Практика'))
      expect(defence?.text('Уровень')).toBe(row.text('Уровень'))
      expect(defence?.text('Решение')).toBe('защищён')
      expect((defence?.date('Дата') ?? '9999') <= (row.date('Выдан') ?? '')).toBe(true)
    }
  }
})

function codesOf(files: RegisterFiles, table: TableName): Set<string> {
  const [column = ''] = { municipalities: ['ОКТМО'], certificates: ['Номер'] }[table as string] ?? ['Код']
  return new Set(rowsOf(files[table]).map((row: Row) => row.text(column)))
}

function isReal(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
}
