import { stat } from 'node:fs/promises'
import type { Records } from '@tirazh/core'
import type { Text } from '@tirazh/spec'
import { checkAcross, leaveOutFaulty } from './check-across.js'
import { recordsOf } from './collected.js'
import { register } from './formats.js'
import type { ImportIssue } from './issue.js'
import { IssueList } from './issue-list.js'
import type { Progress } from './progress.js'
import { readFiles } from './read-files.js'

export interface ReadRegisterOptions {
  /**
   * Accept the records without errors and leave out the others, with everything that depends on them.
   * Default false: one error and nothing is accepted.
   */
  readonly acceptValid?: boolean
  /** Called after each piece of a file. */
  readonly onProgress?: (progress: Progress) => void
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
  const accepting = options.acceptValid === true && files.complete.size === register.length
  if (accepting) leaveOutFaulty(files, issues)
  else checkAcross(files, issues)
  return {
    records: accepting || !issues.hasErrors ? recordsOf(files.collection) : undefined,
    issues: issues.sorted(register),
    rows: files.rows,
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
