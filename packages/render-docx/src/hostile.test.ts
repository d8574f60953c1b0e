import { describe, expect, test } from 'vitest'
import { everything } from '../test/fixture.js'
import { make, part, partsOf, reportOf, textOf } from '../test/made.js'
import { xmlProblem } from '../test/well-formed.js'

/** Everything that keeps the report valid stays; every other text gets the poison. */
const kept: ReadonlySet<string> = new Set([
  ...[
    'schema',
    'locale',
    'type',
    'chart',
    'as',
    'status',
    'tone',
    'bound',
    'style',
    'align',
    'currency',
    'layout',
  ],
  ...['asOf', 'issuedOn', 'version', 'on', 'mediaType', 'base64'],
])

function poisoned(poison: string): ReturnType<typeof everything> {
  return JSON.parse(JSON.stringify(everything('ru')), (key, value) =>
    typeof value === 'string' && !kept.has(key) && !/^\d{4}-\d\d-\d\d$/.test(value)
      ? `${poison}${value}`
      : value,
  )
}

describe.each([
  ['markup', '</w:t></w:r></w:p><w:p/>"\'<script>&amp;'],
  ['what XML has no form for', '\u0000\u0007\u000b\u001f\ufffe\uffff\ufdd0\ud800'],
  ['marks that turn the direction around', '\u202e\u2066\u202d'],
  ['words of the library', '{bullets-0}{0}{{x}}'],
  ['a very long word', 'слово'.repeat(2_000)],
  ['line ends', 'a\r\nb\u2028c\td'],
])('a report full of %s', (_, poison) => {
  test('is a document of well-formed parts with the same structure', async () => {
    const [plain, made] = [await make(everything('ru')), await make(poisoned(poison))]
    for (const [name, text] of partsOf(made)) expect([name, xmlProblem(text)]).toEqual([name, undefined])
    const count = (xml: string, tag: string): number => xml.split(`<${tag}>`).length
    for (const tag of ['w:tbl', 'wp:inline', 'w:hyperlink']) {
      const [before, after] = [part(plain, 'word/document.xml'), part(made, 'word/document.xml')]
      // Tables go on in more parts and charts become tables where names are long; no text adds either.
      if (poison.length > 255) expect(count(after, tag)).toBeGreaterThan(0)
      else if (tag !== 'w:tbl') expect(count(after, tag)).toBe(count(before, tag))
      expect(after).not.toContain('<script')
    }
  })
})

test('control characters and marks of direction are left out and the rest of a text stays', async () => {
  const made = await make(
    reportOf([{ type: 'paragraph', content: ['до\u0000\u202e пос\u0007ле {x} \ud800.'] }]),
  )
  expect(textOf(made.bytes)).toContain('до после {x} \ufffd.')
})

test.each(['javascript:alert(1)', '//example.org', 'data:text/html,x', 'https://exa mple.org'])(
  'the address %s is not linked to and is listed',
  async (address) => {
    const content = [
      { as: 'reference', text: 'Паспорт', record: { kind: 'practice', id: '1' }, report: 'x' },
    ] as const
    const made = await make(reportOf([{ type: 'paragraph', content }]), {}, address)
    expect(part(made, 'word/document.xml')).not.toContain('<w:hyperlink')
    expect(textOf(made.bytes)).toContain('Паспорт')
    expect(made.omitted).toEqual([['blocks/0/content/0', expect.any(String)]])
  },
)

test('an address with braces and quotes, or one that is too long, does no harm', async () => {
  const content = [
    { as: 'reference', text: 'Паспорт', record: { kind: 'practice', id: '1' }, report: 'x' },
  ] as const
  const report = reportOf([{ type: 'paragraph', content }])
  const odd = await make(report, {}, 'https://example.org/{bullets-0}?a="b"&c=<d>')
  expect(part(odd, 'word/_rels/document.xml.rels')).toContain('%7Bbullets-0%7D')
  for (const [name, text] of partsOf(odd)) expect([name, xmlProblem(text)]).toEqual([name, undefined])
  const long = await make(report, {}, `https://example.org/${'a'.repeat(3_000)}`)
  expect(part(long, 'word/document.xml')).not.toContain('<w:hyperlink')
  expect(long.omitted).toHaveLength(1)
})
