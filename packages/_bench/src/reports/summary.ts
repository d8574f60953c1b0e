import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Snapshot, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { type BuildOptions, regionalSummary } from '@tirazh/report'
import type { RenderContext, Report } from '@tirazh/spec'

/** What every report of the benchmarks is made with. */
export const options: BuildOptions = {
  asOf: '2025-12-24',
  locale: 'ru',
  notice: 'Демонстрационные данные',
}

/** Drawn as a page among others, to which it leads. */
export const context: RenderContext = { omit: () => undefined, link: (id) => `${encodeURI(id)}.html` }

/** The bundled register. */
export async function bundled(): Promise<Snapshot> {
  // From the built program in `dist/reports`.
  const root = fileURLToPath(new URL('../../../..', import.meta.url))
  const { records } = await readRegister(join(root, 'examples/regional-summary/register'))
  if (records === undefined) throw new Error('The bundled register has issues.')
  return snapshot(nizhnyNovgorod, records)
}

/** The regional summary of the bundled register. */
export async function summary(): Promise<Report> {
  return regionalSummary(await bundled(), options)
}
