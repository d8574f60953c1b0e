import type { Report } from '@tirazh/spec'
import { testRenderer } from '@tirazh/testkit'
import { describe, expect, it, test } from 'vitest'
import { plainText } from '../src/plain-text.js'

testRenderer({ describe, it, name: 'plain text', create: plainText })

test('a short report reads as a letter', async () => {
  const report: Report = {
    schema: 'report/1',
    id: 'letter',
    locale: 'ru',
    title: 'Тиражирование',
    issuer: 'Проектный офис',
    issuedOn: '2026-10-05',
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'example', policies: [] },
    blocks: [
      { type: 'lead', content: ['Переняли ', { as: 'number', value: 1439, unit: 'практик' }, '.'] },
      {
        type: 'table',
        caption: 'По муниципалитетам',
        columns: [{ title: 'Муниципалитет', rowHeader: true }, { title: 'Практик' }],
        rows: [
          ['Арзамас', { as: 'number', value: 12 }],
          ['Бор', null],
        ],
      },
    ],
  }
  const text = await plainText().render(report, { omit: () => {}, link: () => undefined })
  expect(text.replaceAll('\u00a0', ' ')).toBe(`Тиражирование
=============

Проектный офис, 5 октября 2026 г.

Переняли 1 439 практик.

По муниципалитетам
Муниципалитет | Практик
Арзамас | 12
Бор | 
`)
})
