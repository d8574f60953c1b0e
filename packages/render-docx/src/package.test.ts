import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { certificate, everything } from '../test/fixture.js'
import { filesOf, type Made, make, part, partsOf, reportOf, textOf } from '../test/made.js'
import { normalised } from './package.js'

describe('the bytes of a document', () => {
  test('are the same in two processes in different time zones', async () => {
    const own = createHash('sha256')
      .update((await make(everything('ru'))).bytes)
      .digest('hex')
    const program = `
      import { createHash } from 'node:crypto'
      import { docx } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
      import { certificate, everything } from ${JSON.stringify(join(import.meta.dirname, '../test/fixture.ts'))}
      const file = await docx().render(everything('ru'), { omit: () => undefined, link: () => undefined })
      console.log(createHash('sha256').update(file).digest('hex'))`
    const flags = ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', program]
    for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const other = execFileSync(process.execPath, flags, { env: { ...process.env, TZ }, encoding: 'utf8' })
      expect(other.trim()).toBe(own)
    }
  })

  test('hold no random id and no moment but that of the report, in workbooks of charts neither', async () => {
    const made = await make(everything('en'), {}, 'https://example.org/')
    const books = [...filesOf(made)].filter(([name]) => name.endsWith('.xlsx'))
    expect(books.length).toBeGreaterThan(5)
    const all = [...partsOf(made).values(), ...books.flatMap(([, bytes]) => [...partsOf({ bytes }).values()])]
    for (const text of all) {
      expect(text).not.toMatch(/"rId[a-z0-9_-]{21}"/)
      expect(text).not.toMatch(/T(?!00:00:00Z)\d\d:\d\d:\d\d/)
    }
  })

  test('name each relationship that a part uses', async () => {
    const link = 'https://example.org/'
    const made = [await make(everything('ru'), {}, link), await make(certificate('ru'), {}, link)]
    for (const [name, text, parts] of made.flatMap(named)) {
      const used = [...text.matchAll(/ r:(?:id|embed|link)="([^"]+)"/g)].map(([, id]) => id)
      const rels = parts.get(name.replace(/([^/]+)$/, '_rels/$1.rels')) ?? ''
      const known = new Set([...rels.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id))
      expect([name, used.filter((id) => !known.has(id))]).toEqual([name, []])
    }
  })
})

/** Each part in XML with all of those beside it. */
function named(made: Made): readonly (readonly [string, string, ReadonlyMap<string, string>])[] {
  const parts = partsOf(made)
  return [...parts].map(([name, text]) => [name, text, parts] as const)
}

describe('normalising a package', () => {
  const random = 'rIdabcdefghijklmnopqrstu'
  const rels = (...ids: readonly string[]): string =>
    `<Relationships>${ids.map((id) => `<Relationship Id="${id}" Type="t" Target="x"/>`).join('')}</Relationships>`
  const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
  const read = (file: Uint8Array, name: string): string => Buffer.from(unzipSync(file)[name] ?? []).toString()

  test('changes only the ids that the part relates by', () => {
    const other = 'rIdzzzzzzzzzzzzzzzzzzzzz'
    const file = normalised(
      pack({
        'word/_rels/document.xml.rels': rels('rId1', random),
        'word/document.xml': `<a r:id="${random}" r:embed="rId1">${random} "${other}" r:id="rId1"</a>`,
      }),
      '2026-10-05',
    )
    expect(read(file, 'word/document.xml')).toBe(
      `<a r:id="rIdN1" r:embed="rId1">${random} "${other}" r:id="rId1"</a>`,
    )
    expect(read(file, 'word/_rels/document.xml.rels')).toBe(rels('rId1', 'rIdN1'))
  })

  test('leaves a text alone that looks like an id, a moment or a word that the library replaces', async () => {
    const texts = [
      `"${random}"`,
      'r:id="rId1"',
      '{bullets-0}',
      '{numbers-1}',
      '{met-0}',
      '2026-01-01T10:00:00Z',
    ]
    const made = await make(reportOf([{ type: 'list', items: texts.map((text) => ({ content: [text] })) }]))
    for (const text of texts) expect(textOf(made.bytes)).toContain(text)
    expect(part(made, 'word/document.xml')).not.toContain('\ufdd0')
  })
})
