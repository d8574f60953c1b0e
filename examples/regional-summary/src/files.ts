import { rename, writeFile } from 'node:fs/promises'

/** Writes the whole file or nothing: a reader never sees half of it. */
export async function writeWhole(path: string, body: string | Uint8Array): Promise<void> {
  // Named after the process: two runs at once must not take each other's file away.
  const unfinished = `${path}.${process.pid}.part`
  await writeFile(unfinished, body)
  await rename(unfinished, path)
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeWhole(path, `${JSON.stringify(value, null, 1)}\n`)
}
