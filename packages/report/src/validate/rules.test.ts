import type { Chart, Metric, Table } from '@tirazh/spec'
import { expect, test } from 'vitest'
import type { ReportIssueCode } from './problems.js'
import { reportIssues } from './report-issues.js'

const number = { as: 'number', value: 5, unit: 'ч' } as const
const unknown = { as: 'unknown', text: 'нет данных' } as const
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const tile = { x: 0, y: 0, short: 'Арз', label: 'Арзамас', value: 1 }

type Path = readonly (string | number)[]

/** Reports with one fault each, in words, the block, and the code and place of the issue. */
const faults: readonly (readonly [string, unknown, ReportIssueCode, Path])[] = [
  ['a block without a type', { text: 'x' }, 'REPORT_FIELD_MISSING', ['type']],
  ['a block of no known type', { type: 'marquee' }, 'REPORT_BLOCK_UNKNOWN', ['type']],
  ['a block that is a text', 'слово', 'REPORT_TYPE', []],
  ['a chart of no known kind', { ...bars([]), chart: 'pie' }, 'REPORT_CHART_UNKNOWN', ['chart']],
  [
    'a value of no known kind',
    paragraph({ as: 'percent', value: 5 }),
    'REPORT_VALUE_UNKNOWN',
    ['content', 0, 'as'],
  ],
  ['a value that is null in running text', paragraph(null), 'REPORT_TYPE', ['content', 0]],
  ['a number in running text that is no value', paragraph(5), 'REPORT_TYPE', ['content', 0]],
  ['a misspelt field', { ...heading(2), txet: 'x' }, 'REPORT_FIELD_UNKNOWN', ['txet']],
  ['a heading of level 1', heading(1), 'REPORT_CHOICE', ['level']],
  ['a heading of level 2.5', heading(2.5), 'REPORT_CHOICE', ['level']],
  ['a heading that says nothing', { ...heading(2), text: ' \n' }, 'REPORT_TEXT_EMPTY', ['text']],
  [
    'a number that is none',
    paragraph({ as: 'number', value: Number.NaN }),
    'REPORT_NUMBER',
    ['content', 0, 'value'],
  ],
  ['an endless share', paragraph({ as: 'share', value: Infinity }), 'REPORT_NUMBER', ['content', 0, 'value']],
  [
    'half a kopeck',
    paragraph({ as: 'money', minor: 0.5, currency: 'RUB' }),
    'REPORT_WHOLE',
    ['content', 0, 'minor'],
  ],
  [
    'more kopecks than are exact',
    paragraph({ as: 'money', minor: 2 ** 53, currency: 'RUB' }),
    'REPORT_WHOLE',
    ['content', 0, 'minor'],
  ],
  [
    'another currency',
    paragraph({ as: 'money', minor: 1, currency: 'USD' }),
    'REPORT_CHOICE',
    ['content', 0, 'currency'],
  ],
  [
    'digits below zero',
    paragraph({ as: 'number', value: 1, digits: -1 }),
    'REPORT_RANGE',
    ['content', 0, 'digits'],
  ],
  [
    'an interval from high to low',
    paragraph({ as: 'interval', low: 2, high: 1 }),
    'REPORT_RANGE',
    ['content', 0, 'low'],
  ],
  [
    'the 30th of February',
    paragraph({ as: 'date', value: '2026-02-30' }),
    'REPORT_DATE',
    ['content', 0, 'value'],
  ],
  [
    'an instant for a day',
    paragraph({ as: 'date', value: '2026-02-03T00:00:00Z' }),
    'REPORT_DATE',
    ['content', 0, 'value'],
  ],
  [
    'a status without words',
    paragraph({ as: 'status', status: 'met', text: '' }),
    'REPORT_TEXT_EMPTY',
    ['content', 0, 'text'],
  ],
  [
    'what is unknown without words',
    paragraph({ as: 'unknown', text: '' }),
    'REPORT_TEXT_EMPTY',
    ['content', 0, 'text'],
  ],
  [
    'a noun without its plural',
    paragraph({
      ...number,
      basis: {
        rule: 'r',
        records: [{ kind: 'k', ids: [], noun: { ru: { one: 'a', few: 'b', many: 'c' }, en: { one: 'a' } } }],
      },
    }),
    'REPORT_FIELD_MISSING',
    ['content', 0, 'basis', 'records', 0, 'noun', 'en', 'other'],
  ],
  ['a row that is too short', table({ rows: [['а', number], ['а']] }), 'REPORT_ROW_WIDTH', ['rows', 1]],
  ['a total that is too long', table({ total: ['а', number, null] }), 'REPORT_ROW_WIDTH', ['total']],
  ['a cell left out', table({ rows: [['а', undefined]] }), 'REPORT_TYPE', ['rows', 0, 1]],
  ['a text in a column of numbers', table({ rows: [['а', '5']] }), 'REPORT_CELL_KIND', ['rows', 0, 1]],
  [
    'money in a column of numbers',
    table({ rows: [['а', { as: 'money', minor: 1, currency: 'RUB' }]] }),
    'REPORT_CELL_KIND',
    ['rows', 0, 1],
  ],
  ['a number in a column of texts', table({ rows: [[number, number]] }), 'REPORT_CELL_KIND', ['rows', 0, 0]],
  [
    'a total of money under numbers',
    table({ total: ['а', { as: 'money', minor: 1, currency: 'RUB' }] }),
    'REPORT_CELL_KIND',
    ['total', 1],
  ],
  [
    'a column of no known kind',
    table({ columns: [{ title: 'а', as: 'colour' }, { title: 'б' }] }),
    'REPORT_CHOICE',
    ['columns', 0, 'as'],
  ],
  ['a table without columns', table({ columns: [], rows: [] }), 'REPORT_COUNT', ['columns']],
  ['columns without a column', { type: 'columns', columns: [] }, 'REPORT_COUNT', ['columns']],
  ['a line chart without a line', line([]), 'REPORT_COUNT', ['series']],
  ['five lines in one chart', line([[1], [1], [1], [1], [1]]), 'REPORT_COUNT', ['series']],
  ['a line of more values than labels', line([[1], [1, 2]]), 'REPORT_CHART_LENGTH', ['series', 1, 'values']],
  ['a line with a value left out', line([[undefined]]), 'REPORT_TYPE', ['series', 0, 'values', 0]],
  ['bars of six parts', stacked([1, 1, 1, 1, 1, 1]), 'REPORT_COUNT', ['parts']],
  [
    'bars with a part left out',
    { ...stacked([1, 2]), items: [{ label: 'а', values: [1] }] },
    'REPORT_CHART_LENGTH',
    ['items', 0, 'values'],
  ],
  ['bars with a part below zero', stacked([1, -2]), 'REPORT_RANGE', ['items', 0, 'values', 1]],
  [
    'a bar of more than a chart can label',
    bars([{ label: 'а', value: 1e12 }]),
    'REPORT_RANGE',
    ['items', 0, 'value'],
  ],
  [
    'a bar that is no number',
    bars([{ label: 'а', value: Number.NaN }]),
    'REPORT_NUMBER',
    ['items', 0, 'value'],
  ],
  ['a map of six colours', tiles({ breaks: [1, 2, 3, 4, 5] }), 'REPORT_COUNT', ['breaks']],
  ['a map whose classes do not ascend', tiles({ breaks: [1, 3, 3] }), 'REPORT_ORDER', ['breaks']],
  [
    'two tiles at one place',
    tiles({ tiles: [tile, { ...tile, label: 'Бор' }] }),
    'REPORT_PLACE_TAKEN',
    ['tiles', 1],
  ],
  ['a tile between places', tiles({ tiles: [{ ...tile, x: 0.5 }] }), 'REPORT_WHOLE', ['tiles', 0, 'x']],
  [
    'a tile with a long name',
    tiles({ tiles: [{ ...tile, short: 'Арзамас!' }] }),
    'REPORT_TEXT_LONG',
    ['tiles', 0, 'short'],
  ],
  [
    'a plan in another unit',
    metric({ plan: { ...number, unit: 'дн.' } }),
    'REPORT_PLAN_KIND',
    ['items', 0, 'plan'],
  ],
  [
    'a plan of another kind',
    metric({ plan: { as: 'share', value: 1 } }),
    'REPORT_PLAN_KIND',
    ['items', 0, 'plan'],
  ],
  [
    'a trend that ends elsewhere',
    metric({ trend: [{ label: 'I', value: 4 }] }),
    'REPORT_TREND_END',
    ['items', 0, 'trend', 0, 'value'],
  ],
  ['a trend without points', metric({ trend: [] }), 'REPORT_COUNT', ['items', 0, 'trend']],
  ['a metric that is a text', metric({ value: '5' }), 'REPORT_TYPE', ['items', 0, 'value']],
  ['a picture without a description', { ...file(png), alt: '' }, 'REPORT_TEXT_EMPTY', ['alt']],
  [
    'a picture of no known kind',
    { ...file(png), source: { as: 'url', url: 'x' } },
    'REPORT_IMAGE_UNKNOWN',
    ['source', 'as'],
  ],
  [
    'a picture with its data address',
    file(`data:image/png;base64,${png}`),
    'REPORT_IMAGE_DATA',
    ['source', 'base64'],
  ],
  ['a picture cut short', file(png.slice(0, -3)), 'REPORT_IMAGE_DATA', ['source', 'base64']],
  ['a picture of no bytes', file(''), 'REPORT_IMAGE_DATA', ['source', 'base64']],
  ['a PNG that says it is a JPEG', file(png, 'image/jpeg'), 'REPORT_IMAGE_DATA', ['source', 'base64']],
  ['a picture of another format', file(png, 'image/svg+xml'), 'REPORT_CHOICE', ['source', 'mediaType']],
  ['a picture of no width', { ...file(png), width: 0 }, 'REPORT_RANGE', ['width']],
  ['a code that says nothing', qr(''), 'REPORT_TEXT_EMPTY', ['source', 'text']],
  ['a code of too many bytes', qr('я'.repeat(1_001)), 'REPORT_TEXT_LONG', ['source', 'text']],
  ['a place to sign for nobody', { type: 'signature', position: '' }, 'REPORT_TEXT_EMPTY', ['position']],
  [
    'a custom block without a name',
    { type: 'custom', name: '', data: 1, fallback: [] },
    'REPORT_TEXT_EMPTY',
    ['name'],
  ],
  [
    'a custom block without a fallback',
    { type: 'custom', name: 'x', data: 1 },
    'REPORT_FIELD_MISSING',
    ['fallback'],
  ],
]

test.each(faults)('%s is found at its place', (_, block, code, path) => {
  expect(found(block)).toEqual([[code, ['blocks', 0, ...path]]])
})

test('every message says in both languages what is wrong and what to do', () => {
  for (const { message } of faults.flatMap(([, block]) => issuesOf(block))) {
    expect(message.ru).toMatch(/[а-яё].*\.$/)
    expect(message.en.replace(/"[^"]*"|ч|дн\./g, '')).toMatch(/^[^а-яё«»]+\.$/i)
  }
})

test('every code that there is has been found', () => {
  const codes: Readonly<Record<ReportIssueCode, true>> = {
    REPORT_FIELD_MISSING: true,
    REPORT_FIELD_UNKNOWN: true,
    REPORT_TYPE: true,
    REPORT_CHOICE: true,
    REPORT_BLOCK_UNKNOWN: true,
    REPORT_CHART_UNKNOWN: true,
    REPORT_VALUE_UNKNOWN: true,
    REPORT_IMAGE_UNKNOWN: true,
    REPORT_TEXT_EMPTY: true,
    REPORT_TEXT_LONG: true,
    REPORT_DATE: true,
    REPORT_NUMBER: true,
    REPORT_WHOLE: true,
    REPORT_RANGE: true,
    REPORT_COUNT: true,
    REPORT_ORDER: true,
    REPORT_PLACE_TAKEN: true,
    REPORT_ROW_WIDTH: true,
    REPORT_CELL_KIND: true,
    REPORT_CHART_LENGTH: true,
    REPORT_IMAGE_DATA: true,
    REPORT_PLAN_KIND: true,
    REPORT_TREND_END: true,
    REPORT_DEPTH: true,
  }
  const covered = new Set([...faults.map(([, , code]) => code), 'REPORT_DEPTH'])
  expect(Object.keys(codes).filter((code) => !covered.has(code))).toEqual([])
})

test.each<readonly [string, unknown]>([
  ['a total that is called by a text in a column of numbers', table({ total: ['Всего', 'нет'] })],
  [
    'cells that are unknown or do not apply',
    table({
      rows: [
        [unknown, unknown],
        [null, null],
      ],
    }),
  ],
  ['an interval in a column of numbers', table({ rows: [['а', { as: 'interval', low: 1, high: 2 }]] })],
  ['a plan for a value that is not known', metric({ value: unknown, plan: number })],
  [
    'a plan in the unit of a value that is not certain',
    metric({ value: { as: 'interval', low: 1, high: 2, unit: 'ч' }, plan: number }),
  ],
  ['a trend of a value that is not known', metric({ value: unknown, trend: [{ label: 'I', value: 4 }] })],
  ['a trend that ends in what is not known', metric({ trend: [{ label: 'I', value: null }] })],
  ['bars of which none is known', bars([{ label: 'а', value: null }])],
  ['a code of exactly two thousand bytes', qr('я'.repeat(1_000))],
  [
    'a custom block with data that no file can hold',
    { type: 'custom', name: 'x', data: () => Number.NaN, fallback: [] },
  ],
  ['a field that is there and undefined', { type: 'signature', position: 'Заместитель', name: undefined }],
])('%s is in order', (_, block) => {
  expect(found(block)).toEqual([])
})

test('all faults are told at once, those of the head among them', () => {
  const report = {
    ...{ schema: 'report/2', locale: 'de', title: '', issuer: 'Офис', issuedOn: 'вчера', layout: 'poster' },
    provenance: {
      asOf: '2026-09-30',
      source: 'Реестр',
      policies: [{ id: 'x', title: 'x', version: 'v1', params: [] }],
    },
    blocks: [
      heading(1),
      paragraph({ as: 'number', value: Infinity }),
      { type: 'callout', tone: 'shout', title: 'x', blocks: [heading(5)] },
    ],
  }
  expect(reportIssues(report).map(({ code, path }) => `${path.join('/')} ${code}`)).toEqual([
    'schema REPORT_CHOICE',
    'locale REPORT_CHOICE',
    'title REPORT_TEXT_EMPTY',
    'issuedOn REPORT_DATE',
    'layout REPORT_CHOICE',
    'provenance/policies/0/version REPORT_DATE',
    'provenance/generator REPORT_FIELD_MISSING',
    'blocks/0/level REPORT_CHOICE',
    'blocks/1/content/0/value REPORT_NUMBER',
    'blocks/2/tone REPORT_CHOICE',
    'blocks/2/blocks/0/level REPORT_CHOICE',
    'id REPORT_FIELD_MISSING',
  ])
})

test('a picture of many megabytes is looked at whole', () => {
  const large = `iVBORw0KGgo${'A'.repeat(20_000_000)}A`
  expect(found(file(large))).toEqual([])
  expect(found(file(`${large.slice(0, -1)}!`))).toMatchObject([['REPORT_IMAGE_DATA', {}]])
})

function issuesOf(block: unknown) {
  return reportIssues({
    ...{ schema: 'report/1', id: 'r', locale: 'ru', title: 'Доклад', issuer: 'Офис', issuedOn: '2026-10-05' },
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'test', policies: [] },
    blocks: [block],
  })
}

function found(block: unknown) {
  return issuesOf(block).map(({ code, path }) => [code, path])
}

function heading(level: number) {
  return { type: 'heading', level, text: 'Итог' }
}

function paragraph(...content: readonly unknown[]) {
  return { type: 'paragraph', content }
}

function table(changes: { readonly [Field in keyof Table]?: unknown }) {
  const columns = [
    { title: 'а', as: 'text' },
    { title: 'б', as: 'number' },
  ]
  return { type: 'table', caption: 'т', columns, rows: [['а', number]], ...changes }
}

function metric(changes: { readonly [Field in keyof Metric]?: unknown }) {
  return { type: 'metrics', items: [{ label: 'Срок', value: number, ...changes }] }
}

function bars(items: readonly unknown[]) {
  return { ...titles('bars'), valueTitle: 'Число', items }
}

function line(series: readonly (readonly unknown[])[]) {
  return { ...titles('line'), labels: ['I'], series: series.map((values) => ({ title: 'Ряд', values })) }
}

function stacked(values: readonly number[]) {
  return { ...titles('stacked'), parts: values.map((_, n) => `часть ${n}`), items: [{ label: 'а', values }] }
}

function tiles(changes: { readonly breaks?: unknown; readonly tiles?: unknown }) {
  return { ...titles('tiles'), valueTitle: 'Число', tiles: [tile], breaks: [1], ...changes }
}

function titles(chart: Chart['chart']) {
  return { type: 'chart', chart, title: 'Диаграмма', labelTitle: 'Где' }
}

function file(base64: string, mediaType = 'image/png') {
  return { type: 'image', alt: 'Герб', source: { as: 'file', mediaType, base64 } }
}

function qr(text: string) {
  return { type: 'image', alt: 'Проверить', source: { as: 'qr', text } }
}
