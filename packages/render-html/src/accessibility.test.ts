import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openBrowser } from '../test/browser.js'
import { everyReport } from '../test/reports.js'
import { html } from './html.js'

const reports = Object.entries(await everyReport())
const pages = new Map<string, string>()
let opened: Opened

beforeAll(async () => {
  opened = await openBrowser()
  for (const [name, report] of reports) {
    const link = (id: string): string => `${encodeURI(id)}.html`
    pages.set(name, await html().render(report, { omit: () => undefined, link }))
  }
}, 120_000)

afterAll(async () => {
  await opened.browser?.close()
})

/** Shows a page and asks something of it. Scripts run although the policy of the page forbids them. */
async function ask<Answer>(
  browser: Browser,
  text: string,
  question: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1200, height: 800 } })
  try {
    const page = await context.newPage()
    await page.setContent(text, { waitUntil: 'load' })
    return await question(page)
  } finally {
    await context.close()
  }
}

/** How people look at a page. Paper is as wide as A4 between its margins. */
const views = {
  'in the light': { width: 1200, media: 'screen', colorScheme: 'light' },
  'in the dark': { width: 1200, media: 'screen', colorScheme: 'dark' },
  'on a phone': { width: 360, media: 'screen', colorScheme: 'light' },
  'on paper': { width: 680, media: 'print', colorScheme: 'light' },
} as const

/** What axe-core finds in each view with everything unfolded: the rule, and the first elements that break it. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
  await page.addScriptTag({ content: axe.source })
  for (const [view, { width, ...media }] of Object.entries(views)) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia(media)
    const broken = await page.evaluate<readonly string[]>(`axe.run({ resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ' × ' + nodes.length + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`)
    found.push(...broken.map((rule) => `${view}: ${rule}`))
  }
  return found
}

/** At 200 % and 400 % a window of 1280 px is as wide as one of 640 and 320 px. Letters alone may grow too. */
const sizes = [
  { width: 1280, letters: '200%' },
  { width: 640, letters: '100%' },
  { width: 640, letters: '200%' },
  { width: 320, letters: '100%' },
  { width: 320, letters: '200%' },
] as const

/** Where the page scrolls sideways, by how much, and what reaches out of it. */
async function sideways(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const { width, letters } of sizes) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate<readonly string[]>(`(() => {
      document.documentElement.style.fontSize = '${letters}'
      const beyond = document.documentElement.scrollWidth - innerWidth
      if (beyond <= 0) return []
      const outside = [...document.body.querySelectorAll('*')].filter((each) =>
        each.closest('.scroll, svg') === null && each.getBoundingClientRect().right > innerWidth + 1)
      return [beyond + ' px', ...outside.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))]
    })()`)
    found.push(...beyond.map((what) => `${width} px, letters of ${letters}: ${what}`))
  }
  return found
}

describe.each(reports)('the %s', (name) => {
  test('breaks no rule of axe-core in the light, in the dark, on a phone and on paper', {
    timeout: 120_000,
  }, async ({ skip }) => {
    if (opened.browser === undefined) return skip(opened.reason)
    expect(await ask(opened.browser, pages.get(name) ?? '', violations)).toEqual([])
  })

  test('does not scroll sideways down to 320 px, zoomed to 400 %, or with letters twice as large', async ({
    skip,
  }) => {
    if (opened.browser === undefined) return skip(opened.reason)
    expect(await ask(opened.browser, pages.get(name) ?? '', sideways)).toEqual([])
  })

  test('is valid HTML', async () => {
    expect(await invalid(pages.get(name) ?? '')).toEqual([])
  })
})

/** What html-validate says against a page by its recommended rules. */
async function invalid(text: string): Promise<readonly string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of taste, in which the page is consistent the other way.
      'doctype-style': ['error', { style: 'lowercase' }],
      'void-style': ['error', { style: 'selfclose' }],
    },
  })
  const { results } = await validator.validateString(text)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
}

describe('these checks', () => {
  const broken = (): string =>
    (pages.get('fixture') ?? '')
      .replace(/ alt="[^"]*"/g, '')
      .replace('</main>', '<table><tbody><tr><td>Широкое</td></tr></tbody></table></main>')
      .replace('</style>', 'main>table{width:1500px}.note{color:#999}</style>')

  test('find what is wrong with a page', async ({ skip }) => {
    if (opened.browser === undefined) return skip(opened.reason)
    const found = await ask(opened.browser, broken(), violations)
    expect(found.join('\n')).toMatch(/in the light: color-contrast/)
    expect(found.join('\n')).toMatch(/on paper: image-alt/)
    expect(await ask(opened.browser, broken(), sideways)).toContainEqual(expect.stringMatching(/^320 px/))
    expect((await invalid(broken())).join('\n')).toMatch(/wcag\/h37/)
  })
})
