import { gzipSync } from 'node:zlib'
import { html } from '@tirazh/render-html'
import { regionalSummary } from '@tirazh/report'
import { report } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { bundled, context, options } from '../summary.js'

const region = await bundled()
const summary = regionalSummary(region, options)
const kilobytes = async (font: 'embedded' | 'system'): Promise<number> =>
  gzipSync(await html({ font }).render(summary, context)).length / 1000
const page = html({ font: 'system' })
const text = await page.render(summary, context)

report([
  {
    name: 'summary as HTML, packed, without fonts',
    ratio: (await kilobytes('system')) / 12,
    comparedWith: '12 KB',
    target: 1,
  },
  {
    name: 'summary as HTML, packed, with fonts',
    ratio: (await kilobytes('embedded')) / 45,
    comparedWith: '45 KB',
    target: 1,
  },
  {
    name: 'summary as HTML',
    ratio: await timesAsLong(
      () => page.render(summary, context),
      () => gzipSync(text),
    ),
    comparedWith: 'packing the finished page with gzip',
  },
  {
    name: 'summary as HTML',
    ratio: await timesAsLong(
      () => page.render(summary, context),
      () => regionalSummary(region, options),
      5,
    ),
    comparedWith: 'computing its figures',
  },
])
