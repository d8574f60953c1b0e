import type { Cell, Column, PlainDate, Report } from '@tirazh/spec'

/** A report with one table of every kind of cell; the same at every run. */
export function tableReport(rows: number): Report {
  return {
    schema: 'report/1',
    id: 'table',
    locale: 'ru',
    title: 'Внедрения',
    issuer: 'Проектный офис',
    issuedOn: '2025-12-24',
    notice: 'Демонстрационные данные',
    provenance: { asOf: '2025-12-24', source: 'Реестр', generator: 'Tirazh', policies: [] },
    blocks: [
      { type: 'heading', level: 2, text: 'Внедрения' },
      { type: 'table', caption: 'Внедрения по муниципалитетам', columns, rows: cells(rows) },
    ],
  }
}

const columns: readonly Column[] = [
  { title: 'Код', as: 'text', rowHeader: true },
  { title: 'Практика', as: 'text' },
  { title: 'Муниципалитет', as: 'text' },
  { title: 'Внедрена', as: 'date' },
  { title: 'Часов в год', as: 'number' },
  { title: 'Человек', as: 'number' },
  { title: 'Экономия', as: 'money' },
  { title: 'Изменение', as: 'share' },
  { title: 'Перенято', as: 'share' },
  { title: 'Решение', as: 'status' },
]

const days: readonly PlainDate[] = ['2018-03-15', '2020-02-29', '2023-10-31', '2024-12-31', '2025-12-24']

function cells(rows: number): readonly (readonly Cell[])[] {
  return Array.from({ length: rows }, (_, n): readonly Cell[] => [
    `Т-${String(n + 1).padStart(6, '0')}`,
    `Запись на приём без очереди, участок ${n % 215}`,
    `Муниципальный округ ${n % 52}`,
    { as: 'date', value: days[n % days.length] ?? '2025-12-24' },
    { as: 'number', value: (n * 37) % 10_000, digits: 1 },
    { as: 'number', value: n % 31 },
    { as: 'money', minor: n * 12_345, currency: 'RUB' },
    { as: 'share', value: ((n % 200) - 100) / 100, signed: true },
    n % 17 === 0 ? { as: 'unknown', text: 'не указано' } : { as: 'share', value: (n % 101) / 100 },
    n % 3 === 0
      ? { as: 'status', status: 'met', text: 'выполнено' }
      : { as: 'status', status: 'unmet', text: 'не выполнено' },
  ])
}
