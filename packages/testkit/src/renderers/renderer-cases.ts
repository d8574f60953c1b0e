import type { Block, Report } from '@tirazh/spec'
import { claim, same } from '../claims.js'
import { everyBlock, mark, marksIn, marksOf, reportOf } from './golden.js'
import { type Drawn, draw, type RendererCase, type RendererSetting } from './renderer-case.js'

/** Everything that a renderer must prove. */
export const rendererCases: readonly RendererCase[] = [
  {
    id: 'facts/say-what-the-file-is',
    law: 'R1',
    async run({ create }) {
      const renderer = create()
      const { file } = await draw(renderer, reportOf([]))
      claim(/^[a-z0-9-]+$/.test(renderer.format), `The format must be a short word, not '${renderer.format}'`)
      claim(/^[\w.+-]+\/[\w.+-]+$/.test(renderer.mediaType), `'${renderer.mediaType}' is no media type`)
      claim(
        /^[a-z0-9]+$/.test(renderer.extension),
        `The extension comes without a dot, not '${renderer.extension}'`,
      )
      claim(typeof file === 'string' || file instanceof Uint8Array, 'A file is a string or bytes')
    },
  },
  {
    id: 'bytes/are-the-same-for-the-same-report',
    law: 'R1',
    async run({ create }) {
      const report = reportOf(everyBlock())
      const one = create()
      const files = [
        await draw(one, report),
        await draw(one, report),
        await draw(create(), structuredClone(report)),
      ]
      for (const [n, { file }] of files.entries()) {
        claim(
          equalBytes(file, files[0]?.file ?? ''),
          `File ${n + 1} of the same report differs from the first`,
        )
      }
      same(files[1]?.omitted, files[0]?.omitted, 'What is listed as omitted the second time')
    },
  },
  {
    id: 'bytes/of-reports-drawn-at-once-do-not-mix',
    law: 'R1',
    async run({ create }) {
      const renderer = create()
      const reports = (['ru', 'en'] as const).flatMap((locale) => [
        reportOf(everyBlock(), locale),
        reportOf([{ type: 'heading', level: 2, text: `Один ${mark(locale)}` }], locale),
      ])
      const apart: Drawn[] = []
      for (const report of reports) apart.push(await draw(renderer, report))
      const atOnce = await Promise.all(reports.map((report) => draw(renderer, report)))
      for (const [n, { file }] of atOnce.entries()) {
        claim(
          equalBytes(file, apart[n]?.file ?? ''),
          `Report ${n + 1} of several drawn at once differs from itself drawn alone`,
        )
      }
    },
  },
  {
    id: 'input/is-not-changed',
    law: 'R1',
    async run({ create }) {
      const report = reportOf(everyBlock())
      const before = JSON.stringify(report)
      await draw(create(), frozen(report))
      same(JSON.stringify(report), before, 'The report after it was drawn')
    },
  },
  {
    id: 'blocks/are-drawn-or-listed',
    law: 'R1',
    readsText: true,
    async run(setting) {
      for (const locale of ['ru', 'en'] as const) await nothingIsLost(setting, reportOf(everyBlock(), locale))
    },
  },
  {
    id: 'omissions/lead-to-something-and-say-why',
    law: 'R1',
    async run({ create }) {
      const report = reportOf(everyBlock())
      const { omitted } = await draw(create(), report)
      for (const { at, why } of omitted) {
        claim(why.trim() !== '', `What is omitted at ${at.join('/')} has no reason`)
        claim(
          leadsSomewhere(report, at),
          `Nothing is at ${at.join('/')}, which is listed as omitted (${why})`,
        )
      }
    },
  },
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
    id: 'table/without-rows-is-drawn',
    law: 'R1',
    readsText: true,
    async run(setting) {
      const table: Block = {
        type: 'table',
        caption: mark('caption'),
        columns: [{ title: mark('column') }],
        rows: [],
      }
      await nothingIsLost(setting, reportOf([table]))
    },
  },
  {
    id: 'table/of-ten-thousand-rows-is-whole',
    law: 'R1',
    readsText: true,
    async run(setting) {
      const rows = Array.from({ length: 10_000 }, (_, n) => [
        mark(`r${n}`),
        { as: 'number', value: n } as const,
      ])
      const columns = [{ title: 'Практика', rowHeader: true }, { title: 'Число' }]
      await nothingIsLost(setting, reportOf([{ type: 'table', caption: mark('caption'), columns, rows }]))
    },
  },
]

/** Every marked text is in the file, or a block that holds it is listed as omitted. */
async function nothingIsLost({ create, textOf }: RendererSetting, report: Report): Promise<void> {
  const { file, omitted } = await draw(create(), report)
  const found = marksIn(await textOf(file))
  const lost = marksOf(report).filter(
    ({ mark, at }) =>
      !found.has(mark) && !omitted.some((omission) => omission.at.every((step, n) => step === at[n])),
  )
  same(
    lost.slice(0, 10).map(({ at }) => at.join('/')),
    [],
    `${lost.length} texts are neither in the file nor in a block listed as omitted; the first are at`,
  )
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

function leadsSomewhere(report: Report, at: readonly (string | number)[]): boolean {
  let value: unknown = report
  for (const step of at) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = Reflect.get(value, step)
  }
  return at.length > 0
}

function equalBytes(one: string | Uint8Array, other: string | Uint8Array): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) frozen(item)
  return Object.freeze(value)
}
