import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'

/**
 * Takes a file that only one process may hold and returns what gives it back. The file of a process that
 * is gone is taken over. That two do so in the same instant is not excluded: a database has real locks.
 * @throws Locked while another process, or this one, holds it
 */
export function lock(path: string): () => void {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    const holder = Number(readFileSync(path, 'utf8'))
    if (isRunning(holder))
      throw new Locked(`process ${holder} holds ${path}; if it does not, delete that file`)
    unlinkSync(path)
    return lock(path)
  }
  return () => unlinkSync(path)
}

export class Locked extends Error {}

function isRunning(pid: number): boolean {
  // A lock whose number is not written yet is held by somebody who is just about to.
  if (!(pid > 0)) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
