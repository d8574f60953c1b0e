import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openProgramme, type Programme, type Region, type SavedChanges, type Snapshot } from '@tirazh/core'
import { type ImportIssue, type Progress, readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { collectSummary, type RegionalSummary } from '@tirazh/report'
import { withParams } from '@tirazh/rules'
import type { StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { sqlite } from '@tirazh/storage-sqlite'
import type { Arguments } from './arguments.js'
import { StepClock } from './clock.js'
import { type Figures, figuresOnDate, figuresPerPractice } from './figures.js'
import { writeJson } from './files.js'
import { writeReports } from './reports.js'

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: RunResult }
  | { readonly kind: 'refused'; readonly issues: readonly ImportIssue[] }
  | { readonly kind: 'no-folder'; readonly problem: string }

export interface RunResult {
  /** What was wrong and left out, or only worth a look. */
  readonly issues: readonly ImportIssue[]
  readonly rows: number
  readonly saved: SavedChanges
  readonly figures: Figures
  readonly files: number
  readonly clock: StepClock
  /** The most memory the process held at any time. */
  readonly peakMegabytes: number
}

/** The main job: reads a register, stores it, decides, and writes figures and reports. */
export async function run(args: Arguments, onProgress?: (progress: Progress) => void): Promise<Outcome> {
  const clock = new StepClock()
  const imported = await importRegister(args, clock, onProgress)
  if (imported.kind !== 'stored') return imported
  const { programme, saved, issues, rows } = imported
  let snapshot: Snapshot
  try {
    snapshot = await clock.time('load', () => programme.snapshot())
  } finally {
    await programme.close()
  }
  const summaries = await clock.time('evaluate', () =>
    args.dates.map((asOf) => collectSummary(snapshot, { asOf })),
  )
  const figures = figuresOf(summaries)
  await writeJson(join(args.out, 'figures.json'), figures)
  const files = await clock.time('report', () => writeReports(snapshot, args))
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  await writeJson(join(args.out, 'run.json'), { rows, saved, steps: clock.steps, peakMegabytes })
  return { kind: 'done', result: { issues, rows, saved, figures, files: files + 2, clock, peakMegabytes } }
}

type Imported =
  | Exclude<Outcome, { readonly kind: 'done' }>
  | {
      readonly kind: 'stored'
      readonly programme: Programme
      readonly saved: SavedChanges
      readonly issues: readonly ImportIssue[]
      readonly rows: number
    }

/**
 * Reads the register and stores it. Nothing is opened, let alone written, before the whole register is
 * known to be sound. The records as read end with this function: a large register is not held twice.
 */
async function importRegister(
  args: Arguments,
  clock: StepClock,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<Imported> {
  const { records, issues, rows } = await clock.time('read', () =>
    readRegister(args.register, { acceptValid: args.acceptValid, ...(onProgress ? { onProgress } : {}) }),
  )
  if (records === undefined) return { kind: 'refused', issues }
  try {
    await mkdir(args.out, { recursive: true })
    await access(args.out, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'no-folder', problem: `--out: '${args.out}' cannot be used as a folder: ${reason}` }
  }
  const saved = await clock.time('store', async () => {
    const programme = await openProgramme({ storage: storageFor(args), region: regionFor(args) })
    try {
      return { programme, changes: await programme.save(records, { by: 'npm run demo', mode: 'replace' }) }
    } catch (error) {
      await programme.close()
      throw error
    }
  })
  return { kind: 'stored', programme: saved.programme, saved: saved.changes, issues, rows }
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
