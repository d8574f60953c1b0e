import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Gives a new file name at each call, in a folder that is removed after the tests of this file. */
export function temporaryFiles(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'tirazh-sqlite-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let count = 0
  return () => join(folder, `${++count}.db`)
}
