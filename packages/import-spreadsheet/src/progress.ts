import { stat } from 'node:fs/promises'
import { join } from 'node:path'

/** How far the reading has come. */
export interface Progress {
  /** The file being read. */
  readonly file: string
  /** Bytes of all files. */
  readonly bytesRead: number
  readonly bytesTotal: number
}

/** Counts the bytes of a file; more than its size is its size. */
export type Meter = (bytes: number) => void

/** Meters for the files of a folder that report the bytes read as a part of all. */
export async function progressMeters(
  folder: string,
  files: readonly string[],
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<(file: string) => Meter> {
  const sizes = new Map<string, number>()
  for (const file of files) sizes.set(file, await sizeOf(join(folder, file)))
  const bytesTotal = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  let bytesRead = 0
  return (file) => {
    let left = sizes.get(file) ?? 0
    return (bytes) => {
      const more = Math.min(bytes, left)
      left -= more
      bytesRead += more
      onProgress?.({ file, bytesRead, bytesTotal })
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : 0
  } catch {
    // Why the file cannot be read is said when it is read.
    return 0
  }
}
