import type { Block, Report } from '@tirazh/spec'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openBrowser } from '../test/browser.js'
import { fixture } from './fixture.js'
import { html } from './html.js'

let opened: Opened

beforeAll(async () => {
  opened = await openBrowser()
}, 120_000)

afterAll(async () => {
  await opened.browser?.close()
})

/** One printed page: its size in points, and its pieces of text. */
interface Sheet {
  readonly size: readonly [number, number]
  readonly texts: readonly string[]
}

/** The pages that come out of a printer. */
async function print(browser: Browser, report: Report): Promise<readonly Sheet[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const page = await browser.newPage()
  await page.setContent(await html().render(report, { omit: () => undefined, link: () => undefined }))
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.close()
  const { numPages, getPage } = await getDocument({ data, verbosity: 0 }).promise.then((file) => ({
    numPages: file.numPages,
    getPage: (n: number) => file.getPage(n),
  }))
  const sheets: Sheet[] = []
  for (let n = 1; n <= numPages; n++) {
    const sheet = await getPage(n)
    const [, , width = 0, height = 0] = sheet.view
    const { items } = await sheet.getTextContent()
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str.trim()] : []))
    sheets.push({ size: [Math.round(width), Math.round(height)], texts })
  }
  return sheets
}

/** On which sheets a text stands. */
function sheetsWith(sheets: readonly Sheet[], text: string): readonly number[] {
  return sheets.flatMap(({ texts }, index) => (texts.join('').includes(text) ? [index] : []))
}

const withBlocks = (blocks: readonly Block[]): Report => ({ ...fixture('ru'), blocks })
const lines = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, n) => ({ type: 'paragraph', content: [`Строка${n}`] }) as const)

test('every sheet is A4 and says the title and the notice, and all but the first have a number', async ({
  skip,
}) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const sheets = await print(opened.browser, fixture('ru'))
  expect(sheets.length).toBeGreaterThan(2)
  for (const [index, { size, texts }] of sheets.entries()) {
    expect(Math.abs(size[0] - 595) + Math.abs(size[1] - 842)).toBeLessThan(3)
    expect(texts.join('').replaceAll(' ', '')).toContain('Тиражированиепрактик')
    expect(texts.join('').replaceAll(' ', '')).toContain('Демонстрационныеданные')
    expect(texts.includes(String(index + 1))).toBe(index > 0)
  }
})

test('the total stands once, on the sheet of the last row, and every sheet of a table repeats its head', async ({
  skip,
}) => {
  if (opened.browser === undefined) return skip(opened.reason)
  for (const count of [38, 39, 40, 41, 42, 120]) {
    const table: Block = {
      type: 'table',
      caption: 'Таблица',
      columns: [{ title: 'Шапка', rowHeader: true }, { title: 'Число' }],
      rows: Array.from({ length: count }, (_, n) => [`Ряд${n}.`, { as: 'number', value: n }] as const),
      total: ['Сумма', { as: 'number', value: 7 }],
    }
    const sheets = await print(opened.browser, withBlocks([table]))
    expect(sheetsWith(sheets, 'Сумма')).toEqual(sheetsWith(sheets, `Ряд${count - 1}.`))
    const rows = sheets.flatMap(({ texts }, index) => (/Ряд\d/.test(texts.join('')) ? [index] : []))
    expect(sheetsWith(sheets, 'Шапка')).toEqual(rows)
  }
})

test('a drawing is not cut, and its title stands with it, wherever on the sheet it begins', {
  timeout: 120_000,
}, async ({ skip }) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const chart: Block = {
    type: 'chart',
    chart: 'bars',
    title: 'Заголовок',
    labelTitle: 'Место',
    valueTitle: 'Число',
    items: Array.from({ length: 10 }, (_, n) => ({ label: `Полоса${n}.`, value: n + 1 })),
  }
  for (const count of [16, 18, 20, 22, 24, 26, 28]) {
    for (const block of [chart, { type: 'columns', columns: [[chart], lines(3)] } as const]) {
      const sheets = await print(opened.browser, withBlocks([...lines(count), block]))
      const [sheet = -1] = sheetsWith(sheets, 'Заголовок')
      for (const { label } of chart.items) expect(sheetsWith(sheets, label)[0]).toBe(sheet)
    }
  }
})

test('a page break begins a new sheet, a wide report lies across, and a certificate is one sheet', async ({
  skip,
}) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const broken = await print(opened.browser, withBlocks([...lines(1), { type: 'page-break' }, ...lines(2)]))
  expect(sheetsWith(broken, 'Строка0')).toEqual([0, 1])
  expect(sheetsWith(broken, 'Строка1')).toEqual([1])
  const [wide] = await print(opened.browser, { ...withBlocks(lines(1)), layout: 'wide' })
  expect(wide?.size[0]).toBeGreaterThan(wide?.size[1] ?? 0)
  const blocks: readonly Block[] = [
    { type: 'lead', content: ['Выдан ', { as: 'status', status: 'met', text: 'Ивановой' }] },
    { type: 'signature', position: 'Ректор', name: 'И. О. Фамилия' },
    { type: 'image', source: { as: 'qr', text: 'verify/1' }, alt: 'Проверить', caption: 'Проверка' },
  ]
  const certificate = await print(opened.browser, { ...withBlocks(blocks), layout: 'certificate' })
  expect(certificate).toHaveLength(1)
  expect(certificate[0]?.texts.join('')).toContain('Проверка')
})
