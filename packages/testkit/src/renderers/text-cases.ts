import type { Block } from '@tirazh/spec'
import { same } from '../claims.js'
import { reportOf } from './golden.js'
import { nothingIsLost } from './losses.js'
import { mark } from './marks.js'
import { draw, isListed, type RendererCase } from './renderer-case.js'

/** That texts stay what they are, whatever they look like. */
export const textCases: readonly RendererCase[] = [
  {
    id: 'text/has-the-letters-of-the-region',
    law: 'R1',
    readsText: true,
    async run({ create, textOf }) {
      const { file } = await draw(create(), reportOf(blocksWith([letters])))
      const text = await textOf(file)
      const missing = [...new Set(letters.replaceAll(' ', ''))].filter((letter) => !text.includes(letter))
      same(missing, [], 'The letters that are missing')
    },
  },
  {
    id: 'text/stays-what-it-is-whatever-it-looks-like',
    law: 'R1',
    readsText: true,
    async run(setting) {
      const texts = hostile.map((text, n) => `${mark(`h${n}a`)} ${text} ${mark(`h${n}z`)}`)
      await nothingIsLost(setting, reportOf(blocksWith(texts)))
      // At the beginning of a text markup and formulas do most harm.
      await nothingIsLost(
        setting,
        reportOf(blocksWith(hostile.map((text, n) => `${text} ${mark(`h${n}z`)}`))),
      )
    },
  },
  {
    id: 'text/of-one-long-word-is-whole',
    law: 'R1',
    readsText: true,
    async run({ create, textOf }) {
      const long = (n: number): string => `${'безпробелов'.repeat(30)}${n}`
      const blocks: readonly Block[] = [
        { type: 'heading', level: 2, text: long(0) },
        { type: 'paragraph', content: [long(1)] },
        { type: 'list', items: [{ content: [long(2)] }] },
        { type: 'table', caption: 'Слово', columns: [{ title: 'Слово' }], rows: [[long(3)]] },
      ]
      const drawn = await draw(create(), reportOf(blocks))
      // Where it is broken stand hyphens, spaces and marks that nobody sees.
      const text = (await textOf(drawn.file)).replace(/<[^>]*>|&[a-z0-9#]+;/g, '').replace(/[^а-яё0-9]/g, '')
      const lost = blocks.flatMap((_, n) =>
        text.includes(long(n)) || isListed(drawn, ['blocks', n]) ? [] : [`blocks/${n}`],
      )
      same(lost, [], 'The blocks whose long word is neither whole in the file nor listed as omitted')
    },
  },
  {
    id: 'links/lead-only-to-safe-addresses',
    law: 'R1',
    readsText: true,
    async run({ create, textOf }) {
      const blocks = dangerous.map((_, n): Block => leadingTo(String(n)))
      const { file } = await draw(create(), reportOf(blocks), { link: (n) => dangerous[Number(n)] })
      const text = `${typeof file === 'string' ? file : latin(file)}\n${await textOf(file)}`.toLowerCase()
      const led = dangerous.filter((_, n) => text.includes(endingOf(n)))
      same(led, [], 'The addresses that the file leads to; link only to those that linkOf returns. They')
    },
  },
]

/** What no text but the address holds. */
function endingOf(n: number): string {
  return `unsafe-address-${n}-`
}

const dangerous: readonly string[] = [
  'javascript:',
  ' JavaScript:',
  'java\tscript:',
  'data:text/html,',
  'vbscript:',
  'file:///',
  '//example.org/',
  '\\\\example.org\\',
].map((beginning, n) => `${beginning}${endingOf(n)}`)

/** Everything that leads to a report, leading to this one. */
function leadingTo(report: string): Block {
  const basis = { rule: 'Правило', records: [], report }
  return {
    type: 'paragraph',
    content: [
      { as: 'reference', text: 'Паспорт', report },
      { as: 'status', status: 'met', text: 'выполнено', basis },
      { as: 'number', value: 1, basis },
    ],
  }
}

/** The bytes as text, for what stands in them as it is. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

function blocksWith(texts: readonly string[]): readonly Block[] {
  return [
    { type: 'paragraph', content: texts },
    { type: 'list', items: texts.map((text) => ({ content: [text] })) },
    { type: 'table', caption: 'Тексты', columns: [{ title: 'Текст' }], rows: texts.map((text) => [text]) },
    { type: 'facts', items: texts.map((text) => ({ label: 'Текст', value: text })) },
  ]
}

/** Russian, English, Tatar, Chuvash and Mari (meadow and hill), and the signs of figures. */
const letters =
  'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя ' +
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz ӘҖҢӨҮҺ әҗңөүһ ӐӖҪӲ ӑӗҫӳ ҤӦӰӒӸ ҥӧӱӓӹ №₽«»–—…−×'

const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '</style></table><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://example.org","x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '|cmd',
  '#import "x"',
  '$x$',
  '@label',
  '*a* _b_ `c` [d](javascript:e) | f \\',
  '1. один',
  '- два',
  '# три',
  '> четыре',
  '---',
  '~~~',
  ']]>',
  '-->',
  '{{x}}',
  '&amp;',
  '"quoted" \'text\'',
  '; , \t',
  '\u202eобратно\u202c',
  '\u200b',
  'слово'.repeat(2_000),
]
