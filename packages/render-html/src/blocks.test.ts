import { themes } from '@tirazh/charts'
import type { Block, Image, Report, StatusValue, TypedValue } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { fixture } from './fixture.js'
import { picture } from './fixture-more.js'
import { type HtmlOptions, html } from './html.js'

interface Rendered {
  readonly text: string
  readonly omitted: readonly (readonly [string, string])[]
}

async function render(
  blocks: readonly Block[],
  options: HtmlOptions = {},
  more: Partial<Report> = {},
): Promise<Rendered> {
  const omitted: (readonly [string, string])[] = []
  const text = await html({ font: 'system', ...options }).render(
    { ...fixture('ru'), ...more, blocks },
    {
      omit: (at, why) => omitted.push([at.join('/'), why]),
      link: (id) => (id === 'nowhere' ? undefined : `${encodeURI(id)}.html`),
    },
  )
  return { text, omitted }
}

const image = (more: Partial<Image>): Image => ({
  type: 'image',
  source: { as: 'file', mediaType: 'image/png', base64: picture },
  alt: 'Цех <до>',
  ...more,
})

test('a picture is inside the page, as wide as it says, and says what it shows', async () => {
  const { text } = await render([image({ width: 60, caption: 'До начала' })])
  expect(text).toContain(`<img src="data:image/png;base64,${picture}" alt="Цех &lt;до>" width="227"/>`)
  expect(text).toContain('<figcaption>До начала</figcaption>')
})

test.each<[string, Image['source']]>([
  ['markup that calls itself a PNG', { as: 'file', mediaType: 'image/png', base64: 'PHN2Zz48L3N2Zz4=' }],
  ['a PNG that calls itself a JPEG', { as: 'file', mediaType: 'image/jpeg', base64: picture }],
  [
    'base64 with a quote in it',
    { as: 'file', mediaType: 'image/png', base64: `${picture.slice(0, -4)}" o=` },
  ],
  ['a text too long for a QR code', { as: 'qr', text: 'ж'.repeat(3000) }],
])('%s is listed as omitted, and the page says in words what it would show', async (_, source) => {
  const { text, omitted } = await render([image({ source })])
  expect(omitted).toEqual([['blocks/0', expect.any(String)]])
  expect(text).not.toContain('<img')
  expect(text).toContain(source.as === 'qr' ? 'жжж' : '<p>Цех &lt;до></p>')
})

test('a QR code is drawn dark on white whatever the colours of the page, 25 mm wide', async () => {
  const { text } = await render([image({ source: { as: 'qr', text: 'passport/0007' } })])
  expect(text).toMatch(/<svg width="94" height="94"[^>]*><svg[^>]*class="tz-qr"/)
  expect(text).toMatch(/fill="#ffffff"\/><path[^>]*fill="#000000"/)
})

test('a metric says its plan in words beside the strip, and draws how it came about', async () => {
  const value = { as: 'number', value: 439 } as const
  const trend = [
    { label: 'II', value: 360 },
    { label: 'III', value: 439 },
  ]
  const plan = { as: 'number', value: 450 } as const
  const { text } = await render([{ type: 'metrics', items: [{ label: 'Практик', value, plan, trend }] }])
  expect(text).toMatch(/<dd class="plan"><div class="strip"><svg.*<\/svg><\/div>План: 450<\/dd>/)
  expect(text).toMatch(/<dd class="trend"><div class="line"><svg/)
})

const why: StatusValue = {
  as: 'status',
  status: 'unmet',
  text: 'не выполнено',
  basis: { rule: '14 из 15', records: [], report: 'passport/7' },
}
const table = (cell: StatusValue, narrow: boolean): Block => ({
  type: 'table',
  caption: 'Таблица',
  columns: [{ title: 'Вывод', narrow }],
  rows: [[cell]],
})

test('the reason of a status is folded behind its word in a table and stands beside it elsewhere', async () => {
  const facts: Block = { type: 'facts', items: [{ label: 'Право', value: why }] }
  const { text } = await render([table(why, false), facts])
  expect(text).toContain(
    '<details class="status unmet"><summary>не выполнено</summary><a href="passport/7.html">14 из 15</a></details>',
  )
  expect(text).toContain('<span class="status unmet">не выполнено</span>')
  expect(text.match(/14 из 15/g)).toHaveLength(2)
})

test('the reason is there without a report to link to', async () => {
  const { text } = await render([
    table({ ...why, basis: { rule: '14 из 15', records: [], report: 'nowhere' } }, false),
  ])
  expect(text).toContain('<summary>не выполнено</summary><span>14 из 15</span></details>')
})

test('a narrow column shows the mark alone, says its word and its reason, and explains the mark below', async () => {
  const { text } = await render([table(why, true)])
  expect(text).toContain(
    '<a class="status unmet" href="passport/7.html"><span class="spoken">не выполнено: 14 из 15</span></a>',
  )
  expect(text).toMatch(/<p class="note legend"><span class="status unmet">не выполнено<\/span>/)
})

test('a figure leads to the report that explains it', async () => {
  const basis = { rule: 'Завершённые проекты', records: [], report: 'method' }
  const { text } = await render([
    { type: 'paragraph', content: [{ as: 'number', value: 439, basis }] },
    { type: 'metrics', items: [{ label: 'Проектов', value: { as: 'number', value: 439, basis } }] },
  ])
  expect(text.match(/Завершённые проекты <a href="method.html">Объяснение<\/a>/g)).toHaveLength(2)
})

test('a line is left for a hand to sign, and another for a name that is not known', async () => {
  const { text } = await render([
    { type: 'signature', position: 'Министр', name: 'И. О. Фамилия', on: '2026-10-05' },
    { type: 'signature', position: 'Директор' },
  ])
  expect(text.match(/<p class="hand">/g)).toHaveLength(3)
  expect(text).toContain('<time datetime="2026-10-05">5 октября 2026 г.</time>')
})

test('a wide report is printed across, and a certificate on one sheet with its signatures and code at the foot', async () => {
  const wide = await render([], {}, { layout: 'wide' })
  expect(wide.text).toContain('@page{size:A4 landscape;margin:20mm 10mm 20mm 20mm;')
  const blocks: readonly Block[] = [
    image({ source: { as: 'qr', text: 'verify/1' } }),
    { type: 'lead', content: ['Выдан ', why] },
    { type: 'signature', position: 'Ректор' },
  ]
  const { text } = await render(blocks, {}, { layout: 'certificate' })
  expect(text).toContain('@page{size:A4 landscape;margin:0}')
  expect(text).toMatch(
    /<div class="said"><p class="lead">.*<div class="foot"><figure class="image qr">.*<div class="signature">/,
  )
  expect(text).not.toContain('<footer>')
})

test('a region has its coat of arms in the head, its typeface in place of Onest and its colours', async () => {
  const font = {
    family: 'Golos UI',
    faces: [{ weight: 400, mediaType: 'font/ttf', base64: 'AAEAAAAA' }],
  } as const
  const coatOfArms = { mediaType: 'image/png', base64: picture, alt: 'Герб области' } as const
  const theme = { font, coatOfArms, light: { accent: '#7a1f5c' } }
  const { text } = await render(fixture('ru').blocks, { theme, font: 'embedded' })
  expect(text).toMatch(/<header><img class="arms" src="data:image\/png;base64,[^"]*" alt="Герб области"\/>/)
  expect(text).toContain('@font-face{font-family:"Golos UI";font-weight:400')
  expect(text).toContain('font:400 1rem/1.5 "Golos UI",system-ui')
  expect(text).not.toContain('font-family:Onest')
  expect(text).toContain('--tz-accent:#7a1f5c')
  expect(text).not.toContain(`--tz-accent:${themes.light.accent}`)
})

test('a page carries only the rules for what it shows', async () => {
  const { text } = await render([{ type: 'paragraph', content: ['Текст'] }])
  for (const rule of [
    '.metrics',
    '.callout{',
    'table{',
    '.tz-chart',
    '.status',
    '.signature{',
    '--tz-seq1',
  ]) {
    expect(text).not.toContain(rule)
  }
})

test('drawing stops when it is not wanted any more', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  const drawn = html().render(fixture('ru'), { omit: () => undefined, link: () => undefined, signal })
  await expect(drawn).rejects.toThrow('enough')
})

test('what bounds a headline figure stands small before it, so that the figure is never broken', async () => {
  const value: TypedValue = { as: 'number', value: 1_237_128, bound: 'at-least', unit: 'чел.' }
  const { text } = await render([{ type: 'metrics', items: [{ label: 'Жителей', value }] }])
  expect(text).toContain('<small>не менее </small>')
  expect(text).toContain('1\u00a0237\u00a0128')
})
