import type { Browser, Page } from 'playwright-core'
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

async function open(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
  const link = (id: string): string => `#${encodeURI(id)}`
  await page.setContent(await html().render(fixture('ru'), { omit: () => undefined, link }))
  return page
}

/** What has the focus. */
interface Stop {
  readonly tag: string
  readonly name: string
  /** Its place among all elements of the page. */
  readonly at: number
  readonly outlined: boolean
  readonly inView: boolean
}

const focused = `(() => {
  const each = document.activeElement
  const named = each.getAttribute('aria-labelledby')
  const style = getComputedStyle(each)
  const { top, bottom, left } = each.getBoundingClientRect()
  return {
    tag: each.localName,
    name: (named === null ? each : document.getElementById(named)).textContent.trim(),
    at: [...document.querySelectorAll('*')].indexOf(each),
    outlined: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
    inView: bottom > 0 && top < innerHeight && left >= 0,
  }
})()`

/** Presses Tab until the focus has left the page. */
async function stops(page: Page): Promise<readonly Stop[]> {
  const found: Stop[] = []
  for (let press = 0; press < 200; press++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop>(focused)
    if (stop.tag === 'body' || stop.at === found[0]?.at) return found
    found.push(stop)
  }
  throw new Error('The focus never leaves the page')
}

test('Tab goes from the skip link through the page in the order of reading, and the focus can be seen', {
  timeout: 60_000,
}, async ({ skip }) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const page = await open(opened.browser)
  const found = await stops(page)
  const interactive = await page.evaluate<number>(
    `[...document.querySelectorAll('a, summary, [tabindex="0"]')].filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length`,
  )
  await page.close()
  expect(found[0]).toMatchObject({ tag: 'a', name: 'Перейти к содержанию' })
  expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => a - b))
  expect(found.filter(({ outlined, inView }) => !outlined || !inView)).toEqual([])
  expect(found.filter(({ name }) => name === '')).toEqual([])
  expect(found).toHaveLength(interactive)
})

test('the skip link leads past the head of the page', async ({ skip }) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const page = await open(opened.browser)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('main')
  await page.keyboard.press('Tab')
  expect(await page.evaluate<boolean>("document.activeElement.closest('main') !== null")).toBe(true)
  await page.close()
})

test('Enter opens the reason of a status, and the next stop is the way to its explanation', async ({
  skip,
}) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const page = await open(opened.browser)
  const reason = page.locator('td details.status').first()
  expect(await reason.locator('a').isVisible()).toBe(false)
  await reason.locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await reason.locator('a').isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  const stop = await page.evaluate<Stop>(focused)
  await page.close()
  expect(stop).toMatchObject({ tag: 'a', name: '14 из 15 мест' })
})

test('a table that is wider than the page has a name and is scrolled by the arrow keys', async ({ skip }) => {
  if (opened.browser === undefined) return skip(opened.reason)
  const page = await open(opened.browser)
  const frame = page.locator('.scroll', { has: page.locator('th.narrow') })
  await frame.focus()
  expect(await page.evaluate<Stop>(focused)).toMatchObject({ name: 'Где действует', outlined: true })
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.evaluate<number>('document.activeElement.scrollLeft')).toBeGreaterThan(0)
  await page.close()
})
