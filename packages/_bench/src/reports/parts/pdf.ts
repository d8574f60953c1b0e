import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '@tirazh/spec'
import { report } from '../../report.js'
import { startAlone, workedAlone } from '../alone.js'
import { byPdfMake } from '../by-pdfmake.js'
import { context, summary } from '../summary.js'
import { tableReport } from '../tables.js'

/** One file, and then the same again `more` times: how long the first took since the start, and a further one. */
async function firstAndNext(
  file: string,
  more: number,
  make: (report: Report) => Promise<Uint8Array>,
): Promise<Readonly<Record<string, number>>> {
  const content: Report = JSON.parse(readFileSync(file, 'utf8'))
  const { length } = await make(content)
  const first = performance.now()
  for (let n = 0; n < more; n += 1) await make(content)
  return { bytes: length, first, next: more === 0 ? 0 : (performance.now() - first) / more }
}

const ours = async (file: string, more: number): Promise<Readonly<Record<string, number>>> => {
  const { pdf } = await import('@tirazh/render-pdf')
  const renderer = pdf()
  try {
    return await firstAndNext(file, more, (content) => renderer.render(content, context))
  } finally {
    await renderer.close()
  }
}

const worked = await workedAlone({
  'ours-summary': (file) => ours(file, 5),
  'pdfmake-summary': (file) => firstAndNext(file, 5, byPdfMake),
  'ours-table': (file) => ours(file, 0),
  'pdfmake-table': (file) => firstAndNext(file, 0, byPdfMake),
})
if (!worked) {
  const folder = mkdtempSync(join(tmpdir(), 'tirazh-bench-'))
  try {
    const program = fileURLToPath(import.meta.url)
    const stored = (name: string, content: Report): string => {
      const file = join(folder, name)
      writeFileSync(file, JSON.stringify(content))
      return file
    }
    const page = stored('summary.json', await summary())
    const table = stored('table.json', tableReport(2_000))
    const [summaryOurs, summaryOther] = ['ours', 'pdfmake'].map((name) =>
      startAlone(program, `${name}-summary`, page),
    )
    const [tableOurs, tableOther] = ['ours', 'pdfmake'].map((name) =>
      startAlone(program, `${name}-table`, table),
    )
    if (!summaryOurs || !summaryOther || !tableOurs || !tableOther) throw new Error('Not measured')
    const said = (name: string): number =>
      (summaryOurs.said[name] ?? Number.NaN) / (summaryOther.said[name] ?? Number.NaN)
    report([
      {
        name: 'summary as tagged PDF, the first of a process',
        ratio: said('first'),
        comparedWith: 'pdfmake, without tags',
        target: 0.4,
      },
      {
        name: 'summary as tagged PDF, the next',
        ratio: said('next'),
        comparedWith: 'pdfmake, without tags',
        target: 0.4,
      },
      {
        name: 'summary as tagged PDF: peak memory',
        ratio: summaryOurs.megabytes / summaryOther.megabytes,
        comparedWith: 'pdfmake, without tags',
      },
      {
        name: 'table of 2,000 rows as tagged PDF',
        ratio: tableOurs.ms / tableOther.ms,
        comparedWith: 'pdfmake, without tags',
      },
      {
        name: 'table of 2,000 rows as tagged PDF: peak memory',
        ratio: tableOurs.megabytes / tableOther.megabytes,
        comparedWith: 'pdfmake, without tags',
      },
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
