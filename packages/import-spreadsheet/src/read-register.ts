import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordKind, Records } from '@tirazh/core'
import type { Text } from '@tirazh/spec'
import { checkAcross, leaveOutFaulty } from './check-across.js'
import {
  type Collection,
  collector,
  emptyCollection,
  recordsOf,
  type WaitingIndicators,
} from './collected.js'
import { formatOf, indicatorFormat, register } from './formats.js'
import type { ImportIssue } from './issue.js'
import { IssueList } from './issue-list.js'
import type { Format } from './table/format.js'
import type { Row } from './table/read-row.js'
import { readTable } from './table/read-table.js'

export interface ReadRegisterOptions {
  /**
   * Accept the records without errors and leave out the others, with everything that depends on them.
   * Default false: one error and nothing is accepted.
   */
  readonly acceptValid?: boolean
  /** Called after each piece of a file. */
  readonly onProgress?: (progress: Progress) => void
}

/** How far the reading has come. */
export interface Progress {
  /** The file being read. */
  readonly file: string
  /** Bytes of all files. */
  readonly bytesRead: number
  readonly bytesTotal: number
}

export interface RegisterReading {
  /**
   * Absent if there is an error, unless valid records were to be accepted; and absent in any case if a
   * file could not be read completely: without its rows the others would say something else.
   */
  readonly records: Records | undefined
  /** By file, row and column. */
  readonly issues: readonly ImportIssue[]
  /** Rows below the headers that are not empty, of all files. */
  readonly rows: number
}

/** Reads the nine CSV files of a register folder. What is wrong with them is in the issues, all at once. */
export async function readRegister(
  folder: string,
  options: ReadRegisterOptions = {},
): Promise<RegisterReading> {
  const issues = new IssueList()
  if (!(await isFolder(folder))) {
    issues.add({ file: folder, code: 'FOLDER_MISSING', message: noFolder })
    return { records: undefined, issues: issues.sorted(register), rows: 0 }
  }
  const files = await readFiles(folder, issues, options.onProgress)
  const isRead = register.every(({ file }) => files.complete.has(file))
  const accepting = options.acceptValid === true && isRead
  if (accepting) leaveOutFaulty(files.collection, issues)
  else checkAcross(files.collection, issues, (kind) => files.complete.has(formatOf[kind].file))
  return {
    records: accepting || !issues.hasErrors ? recordsOf(files.collection) : undefined,
    issues: issues.sorted(register),
    rows: files.rows,
  }
}

interface FilesReading {
  readonly collection: Collection
  /** The names of the files that were read completely. */
  readonly complete: ReadonlySet<string>
  readonly rows: number
}

async function readFiles(
  folder: string,
  issues: IssueList,
  onProgress: ReadRegisterOptions['onProgress'],
): Promise<FilesReading> {
  const collection = emptyCollection()
  const waiting: WaitingIndicators = new Map()
  const meter = await progressMeter(folder, onProgress)
  const complete = new Set<string>()
  let rows = 0

  async function read(format: Format, onRow: (row: Row) => void): Promise<void> {
    const { file } = format
    const onBytes = meter(file)
    const reading = await readTable({ path: join(folder, file), format, issues, onRow, onBytes })
    onBytes(Number.POSITIVE_INFINITY)
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
  if (complete.has(formatOf.project.file)) reportOrphans(waiting, collection, issues)
  await collect('practice')
  await collect('adoption')
  await collect('check')
  await collect('defence')
  await collect('certificate')
  return { collection, complete, rows }
}

function wait(row: Row, waiting: WaitingIndicators): void {
  const { project } = row.draft
  if (typeof project !== 'string') return
  const rows = waiting.get(project)
  if (rows === undefined) waiting.set(project, [row])
  else rows.push(row)
}

/** Indicators of a project that is nowhere in its file. */
function reportOrphans(
  waiting: WaitingIndicators,
  { project: { seen } }: Collection,
  issues: IssueList,
): void {
  const column = 'Проект'
  for (const [value, rows] of waiting) {
    if (seen.has(value)) continue
    for (const row of rows) {
      if (!row.whole || row.unread.has(column)) continue
      const { file } = indicatorFormat
      issues.add({
        file,
        row: row.number,
        column,
        value,
        code: 'REFERENCE_UNKNOWN',
        message: () => orphan(value),
      })
    }
  }
}

/** Counts the bytes of each file, up to its size, and reports them as parts of all. */
async function progressMeter(
  folder: string,
  onProgress: ReadRegisterOptions['onProgress'],
): Promise<(file: string) => (bytes: number) => void> {
  const sizes = new Map<string, number>()
  for (const { file } of register) sizes.set(file, await sizeOf(join(folder, file)))
  const bytesTotal = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  let earlier = 0
  return (file) => {
    const size = sizes.get(file) ?? 0
    let here = 0
    return (bytes) => {
      const before = here
      here = Math.min(size, here + bytes)
      earlier += here - before
      onProgress?.({ file, bytesRead: earlier, bytesTotal })
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : 0
  } catch {
    return 0
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

const noFolder = (): Text => ({
  ru: 'Такой папки нет: укажите папку с файлами municipalities.csv … certificates.csv.',
  en: 'There is no such folder: name the folder with the files municipalities.csv … certificates.csv.',
})

function orphan(project: string): Text {
  return {
    ru: `Проекта «${project}» нет в файле ${formatOf.project.file}: исправьте код или добавьте проект.`,
    en: `There is no project '${project}' in ${formatOf.project.file}: correct the code or add the project.`,
  }
}
