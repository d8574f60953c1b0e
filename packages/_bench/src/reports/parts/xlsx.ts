import { fileURLToPath } from 'node:url'
import { report } from '../../report.js'
import { startAlone, workedAlone } from '../alone.js'
import { byExcelJs, byExcelJsInStreams } from '../by-exceljs.js'
import { context } from '../summary.js'
import { tableReport } from '../tables.js'

const rows = 100_000
const worked = await workedAlone({
  ours: async () => {
    const { xlsx } = await import('@tirazh/render-xlsx')
    const file = await xlsx().render(tableReport(rows), context)
    return { bytes: file.length }
  },
  exceljs: async () => ({ bytes: (await byExcelJs(tableReport(rows))).length }),
  'exceljs-stream': async () => ({ bytes: (await byExcelJsInStreams(tableReport(rows))).length }),
})
if (!worked) {
  const program = fileURLToPath(import.meta.url)
  const [ours, whole, streamed] = ['ours', 'exceljs', 'exceljs-stream'].map((name) =>
    startAlone(program, name, '', 1),
  )
  if (ours === undefined || whole === undefined || streamed === undefined) throw new Error('Not measured')
  const what = `${rows.toLocaleString('en')} rows of 10 cells as XLSX`
  const ratios = (against: string, other: typeof ours, target?: number) => [
    {
      name: `${what}: time`,
      ratio: ours.ms / other.ms,
      comparedWith: `exceljs, ${against}`,
      ...(target === undefined ? {} : { target }),
    },
    {
      name: `${what}: peak memory`,
      ratio: ours.megabytes / other.megabytes,
      comparedWith: `exceljs, ${against}`,
      ...(target === undefined ? {} : { target }),
    },
  ]
  report([...ratios('its workbook', whole, 0.4), ...ratios('its streams', streamed)])
}
