import type { Block, Report } from '@tirazh/spec'
import { claim, same } from '../claims.js'
import { blocksWithFigures, certificateBlocks, everyBlock, reportOf } from './golden.js'
import { nothingIsLost } from './losses.js'
import { mark } from './marks.js'
import { draw, isListed, type RendererCase } from './renderer-case.js'

/** That whatever a report holds is drawn or listed as omitted. */
export const blockCases: readonly RendererCase[] = [
  {
    id: 'report/without-blocks-is-drawn',
    law: 'R1',
    readsText: true,
    async run(setting) {
      for (const locale of ['ru', 'en'] as const) await nothingIsLost(setting, reportOf([], locale))
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
    id: 'blocks/are-drawn-or-listed-in-every-layout',
    law: 'R1',
    readsText: true,
    async run(setting) {
      await nothingIsLost(setting, { ...reportOf(everyBlock()), layout: 'report' })
      await nothingIsLost(setting, { ...reportOf(everyBlock()), layout: 'wide' })
      for (const locale of ['ru', 'en'] as const) {
        await nothingIsLost(setting, { ...reportOf(certificateBlocks(), locale), layout: 'certificate' })
      }
    },
  },
  {
    id: 'figures/are-drawn-or-listed',
    law: 'R1',
    readsText: true,
    async run({ create, textOf }) {
      const { blocks, figures } = blocksWithFigures()
      for (const locale of ['ru', 'en'] as const) {
        const drawn = await draw(create(), reportOf(blocks, locale))
        // Thousands are set apart in many ways.
        const text = (await textOf(drawn.file)).replace(/[\s\u00a0\u202f,.'’]|&nbsp;|&#160;/g, '')
        const lost = figures.filter(([figure, at]) => !text.includes(String(figure)) && !isListed(drawn, at))
        same(lost, [], 'The figures that are neither in the file nor listed as omitted')
      }
    },
  },
  {
    id: 'images/say-what-they-show',
    law: 'R1',
    async run({ create }) {
      const alt = `Точка ${mark('alt')}`
      const images = everyBlock().flatMap((block) => (block.type === 'image' ? [{ ...block, alt }] : []))
      for (const image of images) {
        const drawn = await draw(create(), reportOf([image]))
        if (typeof drawn.file !== 'string') return 'in a file of bytes it stands where no text shows it'
        claim(
          drawn.file.includes(mark('alt')) || isListed(drawn, ['blocks', 0]),
          `What the picture (${image.source.as}) shows is neither said nor listed as omitted`,
        )
      }
      return undefined
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

function leadsSomewhere(report: Report, at: readonly (string | number)[]): boolean {
  let value: unknown = report
  for (const step of at) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = Reflect.get(value, step)
  }
  return at.length > 0
}
