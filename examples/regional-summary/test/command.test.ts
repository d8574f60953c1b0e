import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'

/*
 * The command as a person runs it, in a process of its own.
 */

const root = join(import.meta.dirname, '../../..')
const bundled = join(root, 'examples/regional-summary/register')
const work = mkdtempSync(join(tmpdir(), 'tirazh-command-'))
afterAll(() => {
  rmSync(work, { recursive: true, force: true })
})

let register = ''
let out = ''
let run = 0
beforeEach(() => {
  run += 1
  register = join(work, `in-${run}`)
  out = join(work, `out-${run}`)
  cpSync(bundled, register, { recursive: true })
})

interface Ran {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** In formats that take no time, unless told. */
function demo(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'scripts/demo.mjs'),
      '--register',
      register,
      '--out',
      out,
      '--formats',
      'html,md,json',
      ...args,
    ],
    { cwd: work, encoding: 'utf8' },
  )
  return { code: status, output: stdout, errors: stderr }
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(register, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`Nothing to replace in ${file}.`)
  writeFileSync(path, after)
}

const hostile: Readonly<Record<string, readonly [spoil: () => void, place: string]>> = {
  'a missing file': [() => rmSync(join(register, 'checks.csv')), 'checks.csv'],
  'an unknown header': [
    () => edit('adoptions.csv', 'Статус', 'Состояние'),
    'adoptions.csv, row 1, column «Состояние»',
  ],
  'a day that is not in the calendar': [
    () => edit('adoptions.csv', '19.10.2024', '31.02.2024'),
    'adoptions.csv, row 2, column «Внедрено»',
  ],
  'a code that does not exist': [
    () => edit('adoptions.csv', 'Т-000001;ПР-0001;22530000', 'Т-000001;ПР-0001;22999000'),
    'adoptions.csv, row 2, column «Муниципалитет»',
  ],
  'an end before its start': [
    () =>
      edit(
        'factories.csv',
        'F01;Кстовская фабрика;22637000;15.03.2018;;',
        'F01;Кстовская фабрика;22637000;15.03.2018;14.03.2018;',
      ),
    'factories.csv, row 2, column «Закрыта»',
  ],
  'a circle of successors': [
    () => edit('municipalities.csv', /22701000;(.*?);;;/, '22701000;$1;;01.01.2026;22637000'),
    'municipalities.csv',
  ],
  'an adoption of an unpublished practice': [
    () => edit('practices.csv', 'П-КСТОВО;22637000;15.03.2022', 'П-КСТОВО;22637000;'),
    'adoptions.csv, row 2, column «Практика»',
  ],
  'a cell of 100 MB': [
    () => {
      const file = openSync(join(register, 'practices.csv'), 'a')
      writeSync(file, 'ПР-9999;')
      for (let megabyte = 0; megabyte < 100; megabyte += 1) writeSync(file, 'x'.repeat(1 << 20))
      closeSync(file)
    },
    'practices.csv, row 217, column «Название»',
  ],
  'a NUL character': [
    () => edit('practices.csv', 'Единое окно', 'Единое\u0000окно'),
    'practices.csv, row 2, column «Название»',
  ],
}

test.each(Object.entries(hostile))(
  '%s is a located issue with exit code 2, and nothing is written',
  (_, [spoil, place]) => {
    spoil()
    const { code, output, errors } = demo('--storage', 'sqlite')
    expect([code, output]).toEqual([2, ''])
    expect(errors).toContain(place)
    expect(errors).not.toMatch(/^\s+at .*:\d+/m)
    expect(existsSync(out)).toBe(false)
  },
)

test('the sentence of an issue is in Russian where the reports are', () => {
  edit('adoptions.csv', '19.10.2024', '31.02.2024')
  const { code, errors } = demo('--lang', 'ru')
  expect(code).toBe(2)
  expect(errors).toContain('adoptions.csv, строка 2, столбец «Внедрено»')
  expect(errors).toContain('Реестр не принят')
})

test('all mistakes are told at once', () => {
  edit('adoptions.csv', '19.10.2024', '31.02.2024')
  edit('checks.csv', 'ПП-0001;ПР-0001;10.03.2023', 'ПП-0001;ПР-0001;вчера')
  edit('practices.csv', 'Опубликована', 'Опубликовано')
  const { errors } = demo()
  for (const file of ['adoptions.csv', 'checks.csv', 'practices.csv']) expect(errors).toContain(file)
})

test('--accept-valid takes the rest and says what was left out', () => {
  edit('adoptions.csv', '19.10.2024', '31.02.2024')
  const { code, output } = demo('--accept-valid', '--lang', 'en', '--as-of', '2025-12-24')
  expect(code).toBe(0)
  expect(output).toContain('adoptions.csv, row 2, column «Внедрено»')
  const { perPractice } = JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8'))
  expect(perPractice['ПР-0001']).toMatchObject({ lo: 17, hi: 17 })
})

test('wrong arguments are told all at once, with the usage, and nothing is written', () => {
  const { code, errors } = demo(
    '--as-of',
    '2025-02-30',
    '--threshold',
    '0',
    '--lang',
    'fr',
    '--storage',
    'paper',
  )
  expect(code).toBe(2)
  for (const option of ['--as-of:', '--threshold:', '--lang:', '--storage:']) expect(errors).toContain(option)
  expect(existsSync(out)).toBe(false)
})

test('a place where nothing can be written is told before anything is', () => {
  writeFileSync(out, 'a file')
  const { code, errors } = demo()
  expect(code).toBe(2)
  expect(errors).toContain(`--out: '${out}' cannot be used as a folder`)
  expect(readFileSync(out, 'utf8')).toBe('a file')
})

test('importing the same folder twice changes nothing in the database', () => {
  const args = ['--storage', 'sqlite', '--lang', 'en', '--as-of', '2025-12-24']
  expect(demo(...args).output).toMatch(/created 6,765, updated 0, deleted 0, unchanged 0/)
  const first = readFileSync(join(out, 'summary.en.html'), 'utf8')
  expect(demo(...args).output).toMatch(/created 0, updated 0, deleted 0, unchanged 6,765/)
  expect(readFileSync(join(out, 'summary.en.html'), 'utf8')).toBe(first)
})

test('what an earlier run wrote about practices that are gone is removed, and nothing else', () => {
  demo('--lang', 'ru', '--as-of', '2025-12-24')
  writeFileSync(join(out, 'passport', 'mine.txt'), 'kept')
  demo('--lang', 'ru', '--as-of', '2018-06-30')
  const { perPractice } = JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8'))
  const left = readdirSync(join(out, 'passport'))
  expect(left.filter((name) => name.endsWith('.ru.html'))).toHaveLength(Object.keys(perPractice).length)
  expect(left).toContain('mine.txt')
})

test('the last of the days decides what reports are about, in whatever order they are given', () => {
  demo('--lang', 'ru', '--as-of', '2025-12-24,2024-12-31')
  expect(readFileSync(join(out, 'summary.ru.md'), 'utf8')).toContain('на 24 декабря 2025 г.')
})

test('every page made from the demonstration register says what it is, and no page of another claims to be it', () => {
  demo('--lang', 'ru', '--as-of', '2025-12-24', '--register', bundled)
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(html|md)$/.test(name),
  )
  expect(pages.length).toBeGreaterThan(400)
  for (const name of pages) expect(readFileSync(join(out, name), 'utf8')).toContain('Демонстрационные данные')

  demo('--lang', 'ru', '--as-of', '2025-12-24')
  expect(readFileSync(join(out, 'summary.ru.md'), 'utf8')).toContain(
    'Демонстрационный запуск: записи взяты из указанного реестра',
  )
})

test('a practice code that is no safe file name never becomes one', () => {
  appendFileSync(join(register, 'practices.csv'), '../../evil;Имя;П-КСТОВО;22637000;15.03.2022;Закупки\r\n')
  const { code, errors } = demo()
  expect(code).toBe(2)
  expect(errors).toContain('practices.csv, row 217, column «Код»')
})
