import type { Table, TypedValue } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { body } from '../test/written.js'

test.each<[TypedValue, string, string]>([
  [{ as: 'number', value: 0.1, digits: 0 }, '0,1', '0.1'],
  [{ as: 'number', value: 20, bound: 'more-than' }, 'более 20', 'более 20'],
  [{ as: 'number', value: 1.5, bound: 'at-least' }, 'не менее 1,5', 'не менее 1.5'],
  [{ as: 'interval', low: 1.5, high: 3 }, '1,5–3', '1.5–3'],
  [{ as: 'interval', low: -1, high: 3 }, "'-1–3", "'-1–3"],
  [{ as: 'share', value: -0.12, signed: true }, '-12%', '-0.12'],
  [{ as: 'money', minor: -5, currency: 'RUB' }, '-0,05', '-0.05'],
  [{ as: 'date', value: '2026-01-02' }, '02.01.2026', '2026-01-02'],
  [{ as: 'status', status: 'met', text: '=да' }, "'=да", "'=да"],
  [{ as: 'reference', text: 'ПР-1', record: { kind: 'practice', id: '1' } }, 'ПР-1', 'ПР-1'],
  [{ as: 'unknown', text: 'не указано' }, 'не указано', 'не указано'],
])('%j is written %s in Excel and %s for programs', async (value, excel, machine) => {
  const block: Table = {
    type: 'table',
    caption: 'т',
    columns: [{ title: 'а' }, { title: 'б' }],
    rows: [['', value]],
  }
  expect((await body([block], 'excel-ru'))[2]?.[1]).toBe(excel)
  expect((await body([block], 'machine'))[2]?.[1]).toBe(machine)
})
