import type { Browser } from 'playwright-core'

const flags =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'

/** The browser of the tests, or why there is none on this machine. */
export type Opened = { readonly browser: Browser } | { readonly browser?: undefined; readonly reason: string }

/** Chromium out of an npm package, so that nothing has to be installed by hand. */
export async function openBrowser(): Promise<Opened> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const playwright = await import('playwright-core')
    const browser = await playwright.chromium.launch({
      executablePath: await chromium.executablePath(),
      args: flags.split(' '),
      headless: true,
    })
    return { browser }
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { reason: `the browser cannot be started: ${sentence}` }
  }
}
