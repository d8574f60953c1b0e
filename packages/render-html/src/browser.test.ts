import type { Report } from '@tirazh/spec'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../test/browser.js'
import { fixture, hostile, poisoned } from './fixture.js'
import { html } from './html.js'

let browser: Browser | undefined
let reason = ''

beforeAll(async () => {
  const opened = await openBrowser()
  if (opened.browser === undefined) reason = opened.reason
  else browser = opened.browser
}, 120_000)

afterAll(async () => {
  await browser?.close()
})

/** What the browser noticed while it showed a page. */
interface Seen {
  readonly problems: readonly string[]
  readonly requests: readonly string[]
  /** How far the page can be scrolled sideways, in pixels. */
  readonly overflow: number
  /** Texts of drawings that reach out of their drawing. */
  readonly outside: readonly string[]
  /** The size of the smallest text in a drawing as it is shown, in pixels. */
  readonly smallest: number
  readonly background: string
  readonly shownCharts: number
}

type Measured = Omit<Seen, 'problems' | 'requests'>

async function look(
  open: Browser,
  text: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Seen> {
  const page = await open.newPage({ viewport: { width, height: 800 }, colorScheme })
  const problems: string[] = []
  const requests: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url())
  })
  await page.setContent(text, { waitUntil: 'load' })
  await page.evaluate('document.fonts.ready.then(() => true)')
  const measured = await page.evaluate<Measured>(`(() => {
    const shown = [...document.querySelectorAll('svg.tz-chart')].filter((svg) => svg.getClientRects().length > 0)
    const outside = shown.flatMap((svg) => {
      const frame = svg.getBoundingClientRect()
      return [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect()
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1
      }).map((text) => text.textContent)
    })
    return {
      overflow: document.documentElement.scrollWidth - innerWidth,
      outside,
      smallest: Math.min(...shown.flatMap((svg) => [...svg.querySelectorAll('text')].map((text) =>
        text.getAttribute('font-size') * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))),
      background: getComputedStyle(document.body).backgroundColor,
      shownCharts: shown.length,
    }
  })()`)
  await page.close()
  return { problems, requests, ...measured }
}

async function render(
  report: ReturnType<typeof fixture>,
  link: string | undefined = undefined,
): Promise<string> {
  return html().render(report, { omit: () => undefined, link: () => link })
}

describe('in a browser, a page', () => {
  test.for([320, 360, 768, 1200])(
    'of %i px shows everything without requests, complaints or sideways scrolling',
    { timeout: 60_000 },
    async (width, { skip }) => {
      if (browser === undefined) return skip(reason)
      for (const locale of ['ru', 'en'] as const) {
        const seen = await look(browser, await render(fixture(locale), 'a.html'), width)
        expect(seen).toMatchObject({ problems: [], requests: [], overflow: 0, outside: [], shownCharts: 7 })
        expect(seen.smallest).toBeGreaterThan(10.9)
      }
    },
  )

  test('is dark for readers who prefer that, and light for the others', { timeout: 60_000 }, async ({
    skip,
  }) => {
    if (browser === undefined) return skip(reason)
    const text = await render(fixture('ru'))
    const dark = await look(browser, text, 1200, 'dark')
    expect(dark).toMatchObject({ problems: [], requests: [], background: 'rgb(15, 22, 30)' })
    expect((await look(browser, text, 1200)).background).toBe('rgb(255, 255, 255)')
  })

  test.for(hostile)(
    'with %j in every text opens no dialog, loads nothing and stays in its frame',
    {
      timeout: 60_000,
    },
    async (text, { skip }) => {
      if (browser === undefined) return skip(reason)
      for (const width of [1200, 320]) {
        const seen = await look(
          browser,
          await render(poisoned(fixture('ru'), text), 'javascript:alert(1)'),
          width,
        )
        expect(seen).toMatchObject({ problems: [], requests: [], overflow: 0, outside: [] })
      }
    },
  )

  test('with words of 1,000 letters in its drawings keeps them in their frames', async ({ skip }) => {
    if (browser === undefined) return skip(reason)
    const seen = await look(browser, await render(poisoned(fixture('ru'), 'Ж'.repeat(1_000))), 320)
    expect(seen).toMatchObject({ problems: [], requests: [], overflow: 0, outside: [] })
  })

  test('with words of 10,000 letters elsewhere does not scroll sideways, even at 320 px', {
    timeout: 120_000,
  }, async ({ skip }) => {
    if (browser === undefined) return skip(reason)
    const report = fixture('ru')
    const blocks = report.blocks.filter(({ type }) => type !== 'chart' && type !== 'columns')
    const page = await render(poisoned({ ...report, blocks }, 'Ж'.repeat(10_000)))
    const seen = await look(browser, page, 320)
    expect(seen).toMatchObject({ problems: [], requests: [], overflow: 0, outside: [] })
  })

  test('keeps the letters beside a value that turns the direction of writing in their order', async ({
    skip,
  }) => {
    if (browser === undefined) return skip(reason)
    const turning = [
      '\u202eзадом',
      '\u2069\u202eнаперёд',
      '\u2067\u202e12',
      'שלום',
      '\u202c\u2069\u202e5',
    ] as const
    const value = (text: string) =>
      ({ as: 'reference', text, record: { kind: 'practice', id: '1' } }) as const
    const blocks = turning.map((text) => ({
      type: 'paragraph',
      content: ['12 до ', value(text), ' 34 после (56)'],
    })) satisfies Report['blocks']
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
    await page.setContent(await render({ ...fixture('ru'), blocks }))
    const order = await page.evaluate<
      readonly string[]
    >(`[...document.querySelectorAll('main p')].map((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      const letters = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (let at = 0; at < node.length; at++) {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          letters.push([range.getBoundingClientRect().left, node.data[at]])
        }
      }
      return letters.sort(([a], [b]) => a - b).map(([, letter]) => letter).join('')
    })`)
    await page.close()
    expect(order).toHaveLength(turning.length)
    for (const line of order) expect(line).toMatch(/^12 до .* 34 после \(56\)$/u)
  })

  test('refuses a style that somebody adds', { timeout: 60_000 }, async ({ skip }) => {
    if (browser === undefined) return skip(reason)
    const text = (await render(fixture('ru'))).replace('<h1>', '<h1 style="color:red">')
    const seen = await look(browser, text, 1200)
    expect(seen.problems.join()).toMatch(/Content Security Policy/)
  })

  test('is well-formed: the browser builds the tree that was written', { timeout: 60_000 }, async ({
    skip,
  }) => {
    if (browser === undefined) return skip(reason)
    const text = await render(fixture('ru'), 'a.html')
    const page = await browser.newPage()
    await page.setContent(text)
    const parsed = await page.evaluate<string>('document.body.innerHTML')
    await page.close()
    expect(outline(parsed)).toEqual(outline(text.slice(text.indexOf('<body>') + 6, text.indexOf('</body>'))))
  })

  test('prints on A4 with the total row once and closed details open', { timeout: 60_000 }, async ({
    skip,
  }) => {
    if (browser === undefined) return skip(reason)
    const page = await browser.newPage({ viewport: { width: 680, height: 900 } })
    await page.setContent(await render(fixture('ru')))
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const printed = await page.evaluate<{ total: string; open: boolean; background: string }>(`({
      total: getComputedStyle(document.querySelector('tfoot')).display,
      open: document.querySelector('details.basis ul').checkVisibility(),
      background: getComputedStyle(document.body).backgroundColor,
    })`)
    await page.close()
    expect(printed.total).toBe('table-row-group')
    expect(printed.open).toBe(true)
    expect(printed.background).toBe('rgb(255, 255, 255)')
  })

  test('has digits of equal width in tables, and draws ₽ and № with its own font', {
    timeout: 60_000,
  }, async ({ skip }) => {
    if (browser === undefined) return skip(reason)
    const row = (text: string): readonly [string] => [text]
    const table = {
      type: 'table',
      caption: 'Знаки',
      columns: [{ title: '№' }],
      rows: ['1111111111', '0000000000', '₽№'].map(row),
    } as const
    const page = await browser.newPage()
    await page.setContent(await render({ ...fixture('ru'), blocks: [table] }))
    const widths = await page.evaluate<readonly number[]>(`(async () => {
      await document.fonts.ready
      return [...document.querySelectorAll('tbody td')].map((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        return range.getBoundingClientRect().width
      })
    })()`)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('DOM.enable')
    await devtools.send('CSS.enable')
    const { root } = await devtools.send('DOM.getDocument')
    const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'td' })
    const used = await Promise.all(
      nodeIds.map(async (nodeId) => (await devtools.send('CSS.getPlatformFontsForNode', { nodeId })).fonts),
    )
    await page.close()
    const [ones = 0, zeros = 1] = widths
    expect(Math.abs(ones - zeros)).toBeLessThan(0.5)
    expect(used).toHaveLength(3)
    for (const fonts of used) {
      expect(fonts.map(({ isCustomFont }) => isCustomFont)).not.toContain(false)
      expect(fonts.length).toBeGreaterThan(0)
    }
  })
})

/** The tags in their order; a tag closed in itself opens and closes. */
function outline(markup: string): readonly string[] {
  const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
  return [...markup.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>/g)].flatMap(([, end, name = '', closed]) =>
    closed === '/' && !empty.has(name) ? [name, `/${name}`] : [`${end}${name}`],
  )
}
