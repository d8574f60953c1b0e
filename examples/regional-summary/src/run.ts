import { join } from 'node:path'
import { openProgramme, type Region, type Snapshot } from '@tirazh/core'
import { type ImportIssue, type Progress, type RegisterReading, readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { collectSummary, type RegionalSummary } from '@tirazh/report'
import { withParams } from '@tirazh/rules'
import type { StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { sqlite } from '@tirazh/storage-sqlite'
import type { Arguments } from './arguments.js'
import { StepClock } from './clock.js'
import { type Figures, figuresOnDate, figuresPerPractice } from './figures.js'
import { prepareFolder, writeJson } from './files.js'
import { writeReports } from './reports.js'

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: RunResult }
  | { readonly kind: 'refused'; readonly issues: readonly ImportIssue[] }

export interface RunResult {
  /** What was wrong and left out, or only worth a look. */
  readonly issues: readonly ImportIssue[]
  readonly rows: number
  readonly saved: { readonly created: number; readonly updated: number; readonly deleted: number; readonly unchanged: number }
  readonly figures: Figures
  readonly files: number
  readonly clock: StepClock
}

/** The main job: reads a register, stores it, decides, and writes figures and reports. */
export async function run(args: Arguments, onProgress?: (progress: Progress) => void): Promise<Outcome> {
  const clock = new StepClock()
  const reading = await clock.time('read', () =>
    readRegister(args.register, { acceptValid: args.acceptValid, ...(onProgress ? { onProgress } : {}) }),
  )
  // Nothing is opened, let alone written, before the whole register is known to be sound.
  if (reading.records === undefined) return { kind: 'refused', issues: reading.issues }
  await prepareFolder(args.out)
  const { snapshot, saved } = await store(reading, args, clock)
  const summaries = await clock.time('evaluate', () =>
    args.dates.map((asOf) => collectSummary(snapshot, { asOf })),
  )
  const figures = figuresOf(summaries)
  await writeJson(join(args.out, 'figures.json'), figures)
  const files = await clock.time('report', () => writeReports(snapshot, args))
  const { issues, rows } = reading
  return { kind: 'done', result: { issues, rows, saved, figures, files: files + 1, clock } }
}

async function store(
  reading: RegisterReading & { records?: unknown },
  args: Arguments,
  clock: StepClock,
): Promise<{ readonly snapshot: Snapshot; readonly saved: RunResult['saved'] }> {
  if (reading.records === undefined) throw new TypeError('Only a register that was read can be stored.')
  const records = reading.records
  const programme = await openProgramme({ storage: storageFor(args), region: regionFor(args) })
  try {
    const saved = await clock.time('store', () => programme.save(records, { by: 'npm run demo', mode: 'replace' }))
    return { saved, snapshot: await clock.time('load', () => programme.snapshot()) }
  } finally {
    await programme.close()
  }
}

function storageFor({ storage, out }: Arguments): StorageAdapter {
  return storage === 'sqlite' ? sqlite({ path: join(out, 'programme.db') }) : memory()
}

function regionFor({ threshold }: Arguments): Region {
  if (threshold === undefined) return nizhnyNovgorod
  const origin = { ru: 'задано при запуске (--threshold)', en: 'set on the command line (--threshold)' }
  const { replication } = nizhnyNovgorod.policies
  return {
    ...nizhnyNovgorod,
    policies: {
      ...nizhnyNovgorod.policies,
      replication: withParams(replication, { minMunicipalities: threshold }, origin),
    },
  }
}

function figuresOf(summaries: readonly RegionalSummary[]): Figures {
  const last = summaries.at(-1)
  return {
    dates: Object.fromEntries(summaries.map((summary) => [summary.asOf, figuresOnDate(summary)])),
    perPractice: last === undefined ? {} : figuresPerPractice(last),
  }
}
