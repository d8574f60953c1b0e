import type { Cell, Report, Table } from '@tirazh/spec'
import { reportOf } from './made.js'

/** A table with a column of each kind and as many rows as asked for. */
export function register(rows: number): Table {
  const kinds = ['text', 'number', 'money', 'share', 'date', 'status', 'reference'] as const
  return {
    type: 'table',
    caption: 'Реестр',
    columns: kinds.map((as) => ({ title: as, as })),
    rows: Array.from({ length: rows }, (_, index): readonly Cell[] => [
      `Практика № ${index}`,
      { as: 'number', value: index / 4, unit: 'ч' },
      { as: 'money', minor: index * 12_345, currency: 'RUB' },
      { as: 'share', value: (index % 100) / 100 },
      { as: 'date', value: index % 2 === 0 ? '2026-10-25' : '1984-02-29' },
      { as: 'status', status: 'met', text: 'выполнено' },
      {
        ...{ as: 'reference', text: `ПР-${index}`, record: { kind: 'practice', id: `${index}` } },
        report: `passport/ПР-${index}`,
      },
    ]),
  }
}

export function registerReport(rows: number): Report {
  return reportOf([
    { type: 'lead', content: ['Всего ', { as: 'number', value: rows }] },
    register(rows),
    { type: 'image', source: { as: 'qr', text: 'https://a.example' }, alt: 'Ссылка' },
  ])
}
