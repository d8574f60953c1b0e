import { claim, same } from '../claims.js'
import { equalBytes } from './equal-bytes.js'
import { everyBlock, reportOf } from './golden.js'
import { mark } from './marks.js'
import { type Drawn, draw, type RendererCase } from './renderer-case.js'
import { inTimeZone } from './time-zone.js'

/** What a file is, and that nothing but the report decides it. */
export const fileCases: readonly RendererCase[] = [
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
    id: 'bytes/are-the-same-in-every-time-zone',
    law: 'R1',
    async run({ create }) {
      const report = reportOf(everyBlock())
      const { file } = await draw(create(), report)
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        const there = await inTimeZone(zone, () => draw(create(), report))
        if (there === undefined) return 'the time zone of this process cannot be changed'
        claim(equalBytes(there.file, file), `The file differs when it is drawn in ${zone}`)
      }
      return undefined
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
]

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) frozen(item)
  return Object.freeze(value)
}
