import { createRequire } from 'node:module'
import type { Block } from '@tirazh/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdown } from './markdown.js'

/** What is used here of a library that reads Markdown as CommonMark and GitHub do. */
interface Token {
  readonly type: string
  readonly content: string
  readonly children: readonly Token[] | null
  attrGet(name: string): string | null
}
interface Reader {
  parse(text: string, environment: object): readonly Token[]
}

function readerIfAny(): Reader | undefined {
  const require = createRequire(import.meta.url)
  try {
    require.resolve('markdown-it')
  } catch {
    return undefined
  }
  const found = require('markdown-it')
  const reader = (found.default ?? found)({ html: true, linkify: true })
  // GitHub makes no links of names without a scheme.
  reader.linkify.set({ fuzzyLink: false })
  return reader
}

const reader = readerIfAny()

const pieces = fc.constantFrom(
  ...[
    '<script>alert(1)</script>',
    '<!-- ',
    '-->',
    '<b',
    '](javascript:x)',
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '<https://a.b>',
  ],
  ...[
    'https://a.b',
    'www.a.b',
    'a@b.c',
    '&lt;',
    '&#60;',
    '&copy;',
    '**',
    '__',
    '~~',
    '`',
    '```',
    '\n\n',
    '\n',
    '| a |',
    '|---|',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '---',
    '===',
    '    ',
    '\t',
    '\\',
    '"',
    "'",
    '(',
    ')',
    'слово',
    ' ',
    'a_b',
    ':',
    '!',
    '$x$',
    '@a',
  ],
)
const text = fc.array(pieces, { maxLength: 8 }).map((parts) => `н${parts.join('')}к`)

const missing = reader === undefined ? ' (skipped: markdown-it is not installed)' : ''

test.skipIf(reader === undefined)(
  `a text is a text wherever it stands, as markdown-it reads it${missing}`,
  async () => {
    await fc.assert(
      fc.asyncProperty(text, async (hostile) => {
        const tokens = flat(reader?.parse(await written(everywhere(hostile)), {}) ?? [])
        const shown = tokens.filter(({ type }) => type === 'text').map(({ content }) => content)
        expect(tokens.map(({ type }) => type).filter((type) => foreign.has(type))).toEqual([])
        expect(
          tokens.filter(({ type }) => type === 'html_block').map(({ content }) => content.trim()),
        ).toEqual(tokens.filter(({ type }) => type === 'html_block').map(() => '<!-- -->'))
        const links = tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'))
        expect(new Set(links)).toEqual(new Set(['passport.md']))
        const expected = hostile.replace(/[ \t\n]+/g, ' ')
        expect(shown.join('').split(expected)).toHaveLength(places + 1)
        const titles = tokens.map((token) => token.attrGet('title')).filter((title) => title !== null)
        expect(titles).toEqual([expected])
      }),
      { numRuns: 300 },
    )
  },
)

/** What no text may become. */
const foreign: ReadonlySet<string> = new Set([
  'html_inline',
  'image',
  'code_inline',
  'code_block',
  'fence',
  's_open',
])

/** How often `everywhere` shows the text. */
const places = 18

function everywhere(text: string): readonly Block[] {
  const basis = { rule: text, records: [] }
  return [
    { type: 'heading', level: 2, text },
    { type: 'paragraph', content: [text] },
    { type: 'lead', content: ['До ', { as: 'unknown', text }, ' после ', text] },
    { type: 'list', items: [{ content: [text], items: [{ content: [text], status: 'met' }] }] },
    { type: 'metrics', items: [{ label: text, value: { as: 'number', value: 1, basis }, note: text }] },
    {
      ...{ type: 'table', caption: text, columns: [{ title: text }], note: text },
      rows: [[text], [{ as: 'reference', text, report: 'passport' }]],
    },
    {
      type: 'paragraph',
      content: [{ as: 'status', status: 'met', text: 'да', basis: { ...basis, report: 'passport' } }],
    },
    { type: 'callout', tone: 'note', title: text, blocks: [] },
    { type: 'image', alt: text, source: { as: 'qr', text } },
    { type: 'signature', position: text },
  ]
}

function written(blocks: readonly Block[]): Promise<string> {
  return markdown().render(
    {
      ...{
        schema: 'report/1',
        id: 'r',
        locale: 'ru',
        title: 'Доклад',
        issuer: 'Офис',
        issuedOn: '2026-10-05',
      },
      provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'test', policies: [] },
      blocks,
    },
    { omit: () => undefined, link: (id) => `${id}.md` },
  )
}

function flat(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...flat(token.children ?? [])])
}
