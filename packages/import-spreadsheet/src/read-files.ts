import { join } from 'node:path'
import type { RecordKind } from '@tirazh/core'
import { type Collection, collector, emptyCollection, type WaitingIndicators } from './collected.js'
import { formatOf, indicatorFormat, register } from './formats.js'
import type { IssueList } from './issue-list.js'
import { type Progress, progressMeters } from './progress.js'
import type { Format } from './table/format.js'
import type { Row } from './table/read-row.js'
import { readTable } from './table/read-table.js'

export interface FilesReading {
  readonly collection: Collection
  /** The rows of `indicators.csv` whose project is nowhere in its file. */
  readonly orphans: WaitingIndicators
  /** The names of the files that have every column once and were read to their end. */
  readonly complete: ReadonlySet<string>
  readonly rows: number
}

/** Reads the nine files; the records are right by themselves, not yet with each other. */
export async function readFiles(
  folder: string,
  issues: IssueList,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<FilesReading> {
  const collection = emptyCollection()
  const waiting: WaitingIndicators = new Map()
  const files = register.map(({ file }) => file)
  const meterOf = await progressMeters(folder, files, onProgress)
  const complete = new Set<string>()
  let rows = 0

  async function read(format: Format, onRow: (row: Row) => void): Promise<void> {
    const { file } = format
    const meter = meterOf(file)
    const reading = await readTable({ path: join(folder, file), format, issues, onRow, onBytes: meter })
    meter(Number.POSITIVE_INFINITY)
    rows += reading.rows
    if (reading.complete) complete.add(file)
  }
  async function collect<Kind extends RecordKind>(kind: Kind): Promise<void> {
    await read(formatOf[kind], collector(kind, collection[kind], issues, waiting))
  }

  await collect('municipality')
  await collect('factory')
  // A project is checked together with its indicators, so these come first and wait for it.
  await read(indicatorFormat, (row) => wait(row, waiting))
  await collect('project')
  await collect('practice')
  await collect('adoption')
  await collect('check')
  await collect('defence')
  await collect('certificate')
  return { collection, orphans: waiting, complete, rows }
}

function wait(row: Row, waiting: WaitingIndicators): void {
  const { project } = row.draft
  if (typeof project !== 'string') return
  const rows = waiting.get(project)
  if (rows === undefined) waiting.set(project, [row])
  else rows.push(row)
}
