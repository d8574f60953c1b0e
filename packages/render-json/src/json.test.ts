import type { Report } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomReport } from '../../report/test/random-report.js'
import { json } from './json.js'

const ids = Array.from({ length: 439 }, (_, index) => `ВН-${index}`)
const noun = {
  ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
  en: { one: 'adoption', other: 'adoptions' },
}
const report: Report = {
  schema: 'report/1',
  id: 'summary',
  locale: 'ru',
  title: 'Доклад',
  issuer: 'Офис',
  issuedOn: '2026-10-05',
  provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'tirazh 0.0.0', policies: [] },
  blocks: [
    {
      type: 'paragraph',
      content: [
        {
          as: 'number',
          value: 439,
          basis: { rule: 'После замера', records: [{ kind: 'adoption', noun, ids }] },
        },
        { as: 'money', minor: 71_610_000_050, currency: 'RUB' },
      ],
    },
  ],
}

async function render(
  value: Report,
): Promise<{ readonly text: string; readonly omitted: readonly string[] }> {
  const omitted: string[] = []
  const text = await json().render(value, { omit: (at) => omitted.push(at.join('/')), link: () => undefined })
  return { text, omitted }
}

test('the file holds the whole report, with every record behind every figure', async () => {
  const { text, omitted } = await render(report)
  expect(JSON.parse(text)).toEqual(report)
  expect(omitted).toEqual([])
  expect(text).toContain('"ВН-438"')
})

test('any valid report comes back from its file, and nothing of it is omitted', async () => {
  await fc.assert(
    fc.asyncProperty(randomReport, async (whole) => {
      const { text, omitted } = await render(whole)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)))
      expect(omitted).toEqual([])
    }),
  )
})

test('the file is laid out for people: identity first, two spaces, a line feed at the end', async () => {
  const { text } = await render(report)
  expect(
    text.startsWith('{\n  "schema": "report/1",\n  "id": "summary",\n  "locale": "ru",\n  "title": '),
  ).toBe(true)
  expect(text.endsWith('}\n')).toBe(true)
})

test('equal reports give equal bytes, in whatever order they were built, and any data come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (data) => {
      const custom = { type: 'custom', name: 'x', data, fallback: [] } as const
      const one = await render({ ...report, blocks: [custom] })
      const other = await render(reversed({ ...report, blocks: [custom] }))
      expect(other.text).toBe(one.text)
      expect(JSON.parse(one.text).blocks[0].data).toEqual(JSON.parse(JSON.stringify(data)))
    }),
  )
})

test('what JSON cannot hold is listed and stands as null, not dropped', async () => {
  const data = {
    size: Number.NaN,
    big: 1n,
    when: new Date(0),
    run: () => 1,
    gone: undefined,
    list: [undefined],
  }
  const { text, omitted } = await render({
    ...report,
    blocks: [{ type: 'custom', name: 'x', data, fallback: [] }],
  })
  expect([...omitted].sort()).toEqual(
    ['big', 'list/0', 'run', 'size', 'when'].map((key) => `blocks/0/data/${key}`),
  )
  expect(JSON.parse(text).blocks[0].data).toEqual({
    size: null,
    big: null,
    when: null,
    run: null,
    list: [null],
  })
})

test('a frozen report is left as it is', async () => {
  expect(await render(Object.freeze({ ...report, blocks: Object.freeze([...report.blocks]) }))).toEqual(
    await render(report),
  )
})

/** The same value with the properties of every object in the opposite order. */
function reversed<Value>(value: Value): Value
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => reversed(part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  )
}
