import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { generate, judge, writeRegister } from '@tirazh/oracle'
import type { Figure } from './figure.js'

/** What the demonstration says of its run, in `run.json`. */
interface Run {
  readonly rows: number
  readonly peakMegabytes: number
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
}

/** The demonstration on a register ten times the bundled one, beside an independent judge of the same files. */
export function mainJob(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'tirazh-bench-'))
  try {
    const dates = ['2024-12-31', '2025-03-31', '2025-12-24']
    const files = generate({ seed: 7, scale: 10 })
    writeRegister(join(folder, 'register'), files)
    const start = performance.now()
    const expected = judge(files, { dates })
    const judging = performance.now() - start

    const out = join(folder, 'out')
    const demo = fileURLToPath(new URL('../../../scripts/demo.mjs', import.meta.url))
    // Workbooks, Word files and PDF have figures of their own.
    const formats = ['--formats', 'html,md,json']
    const args = [
      demo,
      ...formats,
      '--register',
      join(folder, 'register'),
      '--out',
      out,
      '--as-of',
      dates.join(','),
    ]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`The demonstration failed: ${stderr}`)
    const run: Run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    const figures: unknown = JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8'))
    const took = (name: string): number => run.steps.find((step) => step.name === name)?.ms ?? Number.NaN

    return [
      {
        name: `figures that differ from the judge's, ${run.rows} rows`,
        ratio: isDeepStrictEqual(figures, expected) ? 0 : 1,
        comparedWith: 'all of them',
        target: 0,
      },
      {
        name: 'peak memory, reports for the screen included',
        ratio: run.peakMegabytes / 300,
        comparedWith: '300 MB',
        target: 1,
      },
      {
        name: 'evaluating three dates',
        ratio: took('evaluate') / took('read'),
        comparedWith: 'reading the files',
      },
      {
        name: 'evaluating three dates',
        ratio: took('evaluate') / judging,
        comparedWith: 'the judge, reading included',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
