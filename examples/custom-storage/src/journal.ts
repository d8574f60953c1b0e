import {
  appendFileSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A file to which whole lines are added. */
export interface Journal {
  /** Adds one line, which is on the disk when this returns. */
  append(line: string): void
  /** Puts these lines in the place of all, or, if the process dies meanwhile, leaves the old ones. */
  rewrite(lines: readonly string[]): void
  close(): void
}

/** The first line: what this file is, so that no other file is ever cut or written to. */
const header = '["tirazh json lines",1]\n'

/** Opens the file, or begins one, and passes on each line. @throws Error where it is another file or damaged */
export function openJournal(path: string, replay: (line: string) => void): Journal {
  let file = openSync(path, 'a+')
  let length = 0

  const append = (text: string): void => {
    // Whatever an append that failed may have left goes first, so that no line begins in the middle of it.
    ftruncateSync(file, length)
    appendFileSync(file, text)
    fsyncSync(file)
    length += Buffer.byteLength(text)
  }

  try {
    length = replayLines(readFileSync(path), replay)
    ftruncateSync(file, length)
    if (length === 0) append(header)
    syncFolder(path)
  } catch (error) {
    closeSync(file)
    throw error
  }

  return {
    append: (line) => append(`${line}\n`),
    rewrite(lines) {
      const text = header + lines.map((line) => `${line}\n`).join('')
      writeFileSync(`${path}.new`, text, { flush: true })
      closeSync(file)
      renameSync(`${path}.new`, path)
      syncFolder(path)
      file = openSync(path, 'a')
      length = Buffer.byteLength(text)
    },
    close: () => closeSync(file),
  }
}

/** Passes on each whole line after the header and returns where the last of them ends. */
function replayLines(bytes: Buffer, replay: (line: string) => void): number {
  const begin = bytes.subarray(0, header.length).toString()
  if (begin !== header) {
    if (header.startsWith(begin)) return 0
    throw new Error('it is not a file of this adapter; nothing was changed')
  }
  let end = header.length
  for (let next = bytes.indexOf('\n', end); next >= 0; next = bytes.indexOf('\n', end)) {
    try {
      replay(bytes.toString('utf8', end, next))
    } catch (cause) {
      // Only the last line can be torn: the one before was on the disk before it began.
      if (next === bytes.length - 1) break
      throw new Error(`the line at byte ${end} is damaged; restore the file from a copy`, { cause })
    }
    end = next + 1
  }
  return end
}

/** A new name is on the disk when its folder is. Windows cannot open one, and need not. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
