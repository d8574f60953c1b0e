import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Report } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { fixture, hostile, poisoned } from './fixture.js'
import { type HtmlOptions, html } from './html.js'

interface Rendered {
  readonly text: string
  readonly omitted: readonly (readonly [string, string])[]
}

async function render(
  report: Report,
  options: HtmlOptions = {},
  link: (report: string) => string | undefined = () => undefined,
): Promise<Rendered> {
  const omitted: (readonly [string, string])[] = []
  const text = await html(options).render(report, {
    omit: (at, why) => omitted.push([at.join('/'), why]),
    link,
  })
  return { text, omitted }
}

/** What stands between the tags of the body, in one line, with simple spaces. */
function words(text: string): string {
  const body = text.slice(text.indexOf('<body>')).replace(/<[^>]*>/g, ' ')
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return body.replace(/&\w+;/g, (entity) => entities[entity] ?? entity).replace(/[\s\u00a0]+/g, ' ')
}

/** Every string of a report that people are to read. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (hidden.has(key) ? [] : strings(part)))
}

/** Names of choices, dates (written for people), ids, forms of nouns, short forms, and the data of a custom block. */
const hidden: ReadonlySet<string> = new Set([
  ...[
    'schema',
    'locale',
    'id',
    'type',
    'chart',
    'as',
    'status',
    'tone',
    'bound',
    'style',
    'align',
    'currency',
  ],
  ...['asOf', 'issuedOn', 'version', 'kind', 'noun', 'ids', 'report', 'short', 'name', 'data'],
  // Said by attributes, or not at all.
  ...['alt', 'base64', 'mediaType'],
])

describe.each(['ru', 'en'] as const)('a page in %s', (locale) => {
  test('says everything the report says', async () => {
    const { text } = await render(fixture(locale))
    const said = words(text)
    const missing = strings(fixture(locale))
      .map((part) => part.replace(/[\s\u00a0]+/g, ' ').trim())
      .filter((part) => !/^\d{4}-\d\d-\d\d$/.test(part) && !said.includes(part))
    expect(missing).toEqual([])
  })

  test('lists the custom block as omitted and draws its fallback', async () => {
    const { text, omitted } = await render(fixture(locale))
    expect(omitted).toEqual([['blocks/11', expect.stringContaining('host/seal')]])
    expect(words(text)).toContain(locale === 'ru' ? 'Место печати' : 'Place of the seal')
  })

  test('says its language, its title and one heading after the other without a gap', async () => {
    const { text } = await render(fixture(locale))
    expect(text).toContain(`<html lang="${locale}">`)
    expect(text).toContain(`<title>${fixture(locale).title}</title>`)
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) {
      if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  test('writes values as its language does', async () => {
    const said = words((await render(fixture(locale))).text)
    const expected = {
      ru: [
        '1 439 практик',
        '+26,7 %',
        '716 100 000,50 ₽',
        '14–15',
        '01.02.2025',
        '20 октября 2026 г.',
        'более 20',
      ],
      en: [
        '1,439 practices',
        '+26.7%',
        '₽716,100,000.50',
        '14–15',
        '1 Feb 2025',
        '20 October 2026',
        'more than 20',
      ],
    }
    for (const part of expected[locale]) expect(said).toContain(part)
  })
})

describe('a page', () => {
  test('is the same bytes each time and leaves a frozen report as it is', async () => {
    const frozen = deepFreeze(fixture('ru'))
    expect((await render(frozen)).text).toBe((await render(fixture('ru'))).text)
  })

  test('lets in by its policy nothing but the one style sheet it has', async () => {
    const { text } = await render(fixture('ru'))
    const [style, ...others] = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, content]) => content)
    expect(others).toEqual([])
    const hash = createHash('sha256')
      .update(style ?? '', 'utf8')
      .digest('base64')
    expect(text).toContain(`default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:`)
  })

  test('has no script, no style attribute, no event handler and no address outside itself', async () => {
    for (const report of [fixture('ru'), ...hostile.map((text) => poisoned(fixture('en'), text))]) {
      const { text } = await render(report, {}, () => 'javascript:alert(1)')
      const tags = text.match(/<[a-z][^>]*>/gi) ?? []
      for (const tag of tags) {
        expect(tag).not.toMatch(/^<(script|iframe|object|embed|base|form)/i)
        const attributes = tag.replace(/"[^"]*"/g, '""')
        expect(attributes).not.toMatch(/ style=| on\w+=/i)
        if (/ src=/.test(tag)) expect(tag).toMatch(/^<img [^>]*src="data:image\/png;base64,[\w+/=]+"/)
      }
      const addresses = [...text.matchAll(/ (?:href|src|action|xlink:href)="([^"]*)"/g)].map(
        ([, each]) => each ?? '',
      )
      expect(addresses.filter((each) => !/^(#|data:)/.test(each))).toEqual([])
      expect(text.match(/url\((?!#|data:|"data:)/g)).toBeNull()
    }
  })

  test('writes hostile text as text, also in the style sheet', async () => {
    const { text } = await render(poisoned(fixture('ru'), hostile.join()))
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('<script')
    expect(text.match(/<\/style>/g)).toHaveLength(1)
    expect(text.match(/<\/title>/g)).not.toBeNull()
  })

  test('shows how a figure was counted: the rule, how many records, a handful of their ids', async () => {
    const named = words((await render(fixture('ru'))).text)
    expect(named).toContain('Внедрение засчитывается после замера')
    expect(named).toContain('39 внедрений')
    expect(named).toContain('ВН-0001, ВН-0002, ВН-0003 и ещё 36')
    expect(named).not.toContain('ВН-0004')
    const english = words((await render(fixture('en'))).text)
    expect(english).toContain('39 adoptions')
    expect(english).toContain('and 36 more')
  })

  test('links only where the host gives an address that is safe, and says so where it is not', async () => {
    const good = await render(fixture('ru'), {}, (id) => `../${encodeURI(id)}.html`)
    expect(good.text).toContain('<a href="../passport/%D0%9F%D0%A0-0001.html">Единое окно</a>')
    const bad = await render(fixture('ru'), {}, () => 'javascript:alert(1)')
    expect(bad.text).not.toContain('<a href="javascript')
    expect(words(bad.text)).toContain('Единое окно')
    expect(bad.omitted.map(([at]) => at)).toContain('blocks/5/rows/0/0')
  })

  test('shows a decision by word and by mark', async () => {
    const { text } = await render(fixture('ru'))
    for (const [status, word] of [
      ['met', 'тиражирована'],
      ['unknown', 'не хватает данных'],
      ['unmet', 'не тиражирована'],
    ]) {
      expect(text).toContain(`<span class="status ${status}">${word}</span>`)
      expect(text).toContain(`.${status}{--mark:url(`)
    }
    expect(text).toContain('<span class="spoken">выполнено: </span>Эффект подтверждён')
  })

  test('draws no chart that would lie, says why, and shows its data', async () => {
    const report: Report = {
      ...fixture('ru'),
      blocks: [
        {
          type: 'chart',
          chart: 'tiles',
          title: 'Карта',
          labelTitle: 'Муниципалитет',
          valueTitle: 'План',
          breaks: [1, 2, 3, 4, 5],
          tiles: [{ x: 0, y: 0, short: 'Бор', label: 'Бор', value: 777 }],
        },
      ],
    }
    const { text, omitted } = await render(report)
    expect(omitted).toEqual([['blocks/0', expect.stringContaining('at most 4 breaks')]])
    expect(text).not.toContain('tz-chart"')
    expect(words(text)).toContain('777')
  })

  test('carries only the files of the font that its letters need, or none', async () => {
    const files = (text: string): number => text.match(/@font-face/g)?.length ?? 0
    const blocks = [{ type: 'paragraph', content: ['Plain'] }] as const
    const latin: Report = {
      ...fixture('en'),
      provenance: { ...fixture('en').provenance, policies: [] },
      blocks,
    }
    expect(files((await render(latin)).text)).toBe(1)
    expect(files((await render(fixture('ru'))).text)).toBe(3)
    expect(files((await render(fixture('ru'), { font: 'system' })).text)).toBe(0)
  })

  test('in Russian is no more than 28 kB larger for its font, as it is sent', async () => {
    const sent = (text: string): number => gzipSync(text).length
    const [embedded, system] = [await render(fixture('ru')), await render(fixture('ru'), { font: 'system' })]
    expect(sent(embedded.text) - sent(system.text)).toBeLessThan(28 * 1024)
  })

  test('keeps every cell of a row that is longer than the header', async () => {
    const table = {
      type: 'table',
      caption: 'Т',
      columns: [{ title: 'А' }],
      rows: [['один', 'лишний'], []],
    } as const
    const { text } = await render({ ...fixture('ru'), blocks: [table] })
    expect(text).toContain('<td>лишний</td>')
  })
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part)
    Object.freeze(value)
  }
  return value
}
