import type { Expected } from './judge.js'
import type { RegisterFiles } from './register.js'
import { type Row, rowsOf } from './rows.js'
import { successor, type Tables, tablesOf } from './tables.js'

/** How often each odd case of the rules occurs in a register, judged on its three dates. */
export function oddCases(files: RegisterFiles, expected: Expected): Record<string, number> {
  const dates = Object.keys(expected.dates).sort()
  const tables = tablesOf(files)
  const facts = { files, tables, dates, last: dates.at(-1) ?? '' }
  return {
    ...territoryCases(facts, expected),
    ...adoptionCases(facts, expected),
    ...checkCases(facts),
    ...indicatorCases(facts),
    ...boundaryCases(facts),
  }
}

interface Facts {
  files: RegisterFiles
  tables: Tables
  dates: string[]
  last: string
}

function territoryCases({ files, tables, last }: Facts, expected: Expected): Record<string, number> {
  const chained = tables.municipalities.filter((row) => isChained(tables, row.text('ОКТМО')))
  const inChain = (code: string): boolean => chained.some((row) => row.text('ОКТМО') === code)
  const dissolved = (code: string): boolean => successor(tables, code, last) !== code
  const onDates = Object.values(expected.dates)
  return {
    'a chain of mergers': chained.length,
    'a municipality formed by a merger': count(
      tables.municipalities,
      (row) => row.text('Действует с') !== '',
    ),
    'an adopter in a chain': count(rowsOf(files.adoptions), (row) => inChain(row.text('Муниципалитет'))),
    'an assessor in a chain': count(rowsOf(files.checks), (row) => row.list('Проверяющие').some(inChain)),
    'an author in a chain': count(tables.practices, (row) => inChain(row.text('Муниципалитет-автор'))),
    'a host in a chain': count(tables.factories, (row) => inChain(row.text('Муниципалитет'))),
    'a cluster member in a chain': count(tables.factories, (row) => row.list('Куст').some(inChain)),
    'a dissolved host': count(tables.factories, (row) => dissolved(row.text('Муниципалитет'))),
    'a closed factory': count(tables.factories, (row) => row.text('Закрыта') !== ''),
    'a municipality in two clusters': onDates.filter((on) => on.municipalitiesInTwoClusters.length > 0)
      .length,
    'an uncovered municipality': onDates.filter((on) => on.municipalitiesUncovered.length > 0).length,
    'an unknown population': count(tables.municipalities, (row) => row.text('Население') === ''),
  }
}

function adoptionCases({ files, tables, last }: Facts, expected: Expected): Record<string, number> {
  const rows = rowsOf(files.adoptions)
  const like = (status: string, implemented: boolean, ended: boolean): number =>
    count(
      rows,
      (row) =>
        row.text('Статус') === status &&
        (row.text('Внедрено') !== '') === implemented &&
        (row.text('Прекращено') !== '') === ended,
    )
  const groups = [...tables.adoptions.values()].map((group) => group.map((row) => row.text('Муниципалитет')))
  const practices = Object.values(expected.perPractice)
  return {
    'implemented, no date': like('внедрено', false, false),
    'implemented, no date, ended': like('внедрено', false, true),
    'implemented and ended': like('внедрено', true, true),
    'begun, dated': like('внедряется', true, false),
    'begun, dated and ended': like('внедряется', true, true),
    'begun, no date': like('внедряется', false, false),
    planned: like('запланировано', false, false),
    refused: like('отказ', false, false),
    'refused after it was implemented': like('отказ', true, false),
    'one municipality twice': groups.filter((codes) => new Set(codes).size < codes.length).length,
    'one municipality twice through succession': groups.filter(
      (codes) => new Set(codes.map((code) => successor(tables, code, last))).size < new Set(codes).size,
    ).length,
    'adopted in 14': practices.filter(({ hi }) => hi === 14).length,
    'adopted in 15': practices.filter(({ lo }) => lo === 15).length,
    'adopted in 14, perhaps 15': practices.filter(({ lo, hi }) => lo === 14 && hi === 15).length,
    'a practice of unknown publication': count(tables.practices, (row) => row.text('Опубликована') === ''),
  }
}

function checkCases({ files, tables, last }: Facts): Record<string, number> {
  const checks = rowsOf(files.checks)
  const author = (check: Row): string =>
    tables.practices.find((row) => row.text('Код') === check.text('Практика'))?.text('Муниципалитет-автор') ??
    ''
  const same = (check: Row, on: string): boolean =>
    check
      .list('Проверяющие')
      .some((code) => successor(tables, code, on) === successor(tables, author(check), on))
  const held = (check: Row): string => check.date('Дата') ?? ''
  const defences = rowsOf(files.defences)
  const passed = (row: Row): boolean => row.text('Решение') === 'защищён'
  const regional = (check: Row, relation: (defence: string) => boolean): boolean =>
    (tables.defences.get(check.text('Практика')) ?? []).some(
      (row) => row.text('Уровень') === 'региональный' && passed(row) && relation(row.date('Дата') ?? ''),
    )
  const scores = (check: Row): string[] => [1, 2, 3, 4, 5].map((number) => check.text(`Блок ${number}`))
  return {
    'a missing score': count(checks, (row) => scores(row).includes('')),
    'a missing and a low score': count(
      checks,
      (row) => scores(row).includes('') && scores(row).some((score) => score !== '' && Number(score) < 16),
    ),
    'one assessor': count(checks, (row) => row.list('Проверяющие').length === 1),
    'unsigned by one side': count(checks, (row) => row.text('Подписано обеими сторонами') === 'нет'),
    'open findings': count(checks, (row) => row.text('Открытых замечаний') !== '0'),
    'an assessor from the author': count(checks, (row) => row.list('Проверяющие').includes(author(row))),
    'an assessor from the author through succession': count(
      checks,
      (row) => same(row, held(row)) && !row.list('Проверяющие').includes(author(row)),
    ),
    'an assessor from the author only after the check': count(
      checks,
      (row) => held(row) <= last && !same(row, held(row)) && same(row, last),
    ),
    'two assessors of one municipality through succession': count(
      checks,
      (row) =>
        new Set(row.list('Проверяющие').map((code) => successor(tables, code, held(row)))).size <
        row.list('Проверяющие').length,
    ),
    'a defence before its check only': count(
      checks,
      (row) => regional(row, (date) => date < held(row)) && !regional(row, (date) => date >= held(row)),
    ),
    'a defence on the day of its check': count(checks, (row) => regional(row, (date) => date === held(row))),
    'several checks': [...tables.checks.values()].filter((rows) => rows.length > 1).length,
    'several defences': [...tables.defences.values()].filter((rows) => rows.length > 1).length,
    'a federal defence passed': count(
      defences,
      (row) => row.text('Уровень') === 'федеральный' && passed(row),
    ),
    'a federal defence failed': count(
      defences,
      (row) => row.text('Уровень') === 'федеральный' && !passed(row),
    ),
    'a revoked certificate': count(tables.certificates, (row) => row.text('Отозван') !== ''),
  }
}

function indicatorCases({ files, tables, last }: Facts): Record<string, number> {
  const rows = rowsOf(files.indicators)
  const finished = (row: Row): boolean => tables.project.get(row.text('Проект'))?.text('Закрытие') !== ''
  const tenPercent = (row: Row): boolean => {
    const [base, result] = [row.millionths('База'), row.millionths('Факт')]
    return base !== undefined && base > 0n && result !== undefined && (base - result) * 10n === base
  }
  const whole = (row: Row): boolean => !`${row.text('База')}${row.text('Факт')}`.includes(',')
  return {
    'exactly 10 %': count(rows, (row) => tenPercent(row) && whole(row)),
    'exactly 10 % in decimals': count(rows, (row) => tenPercent(row) && !whole(row)),
    'a base of 0': count(rows, (row) => row.text('База') === '0'),
    'no base': count(rows, (row) => row.text('База') === ''),
    'no result of a finished project': count(rows, (row) => finished(row) && row.text('Факт') === ''),
    'a result of an unfinished project': count(rows, (row) => !finished(row) && row.text('Факт') !== ''),
    worsened: count(rows, (row) => (row.millionths('Факт') ?? 0n) > (row.millionths('База') ?? 10n ** 18n)),
    'measured after the date, of a project finished by it': count(
      rows,
      (row) =>
        (row.date('Дата факта') ?? '') > last &&
        (tables.project.get(row.text('Проект'))?.date('Закрытие') ?? '9') <= last,
    ),
    'no volume': count(
      rows,
      (row) => row.text('Показатель') === 'Трудоёмкость' && finished(row) && row.text('Объём в год') === '',
    ),
    'a practice without indicators': count(
      tables.practices,
      (row) => !tables.indicators.has(row.text('Исходный проект')),
    ),
    'an unfinished project': count(tables.projects, (row) => row.text('Закрытие') === ''),
  }
}

/** Events on the very day of a judgement, where «by», «after» and the half-open intervals differ. */
function boundaryCases({ files, dates }: Facts): Record<string, number> {
  const on = (table: keyof RegisterFiles, column: string): [string, number] => [
    `${table}: ${column} on the date`,
    count(rowsOf(files[table]), (row) => dates.includes(row.date(column) ?? '')),
  ]
  return Object.fromEntries([
    on('municipalities', 'Действует по'),
    on('factories', 'Открыта'),
    on('factories', 'Закрыта'),
    on('projects', 'Закрытие'),
    on('indicators', 'Дата факта'),
    on('practices', 'Опубликована'),
    on('adoptions', 'Внедрено'),
    on('adoptions', 'Прекращено'),
    on('checks', 'Дата'),
    on('defences', 'Дата'),
    on('certificates', 'Выдан'),
    on('certificates', 'Отозван'),
  ])
}

/** Whether the successor of a municipality is dissolved on a later day. */
function isChained(tables: Tables, code: string): boolean {
  const row = tables.municipality.get(code)
  const next = tables.municipality.get(row?.text('Правопреемник') ?? '')
  return (next?.date('Действует по') ?? '') > (row?.date('Действует по') ?? '9')
}

function count(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.filter(holds).length
}
