import { rename, writeFile } from 'node:fs/promises'

/** Writes the whole file or nothing: a reader never sees half of it. */
export async function writeWhole(path: string, body: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.part`
  await writeFile(unfinished, body)
  await rename(unfinished, path)
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeWhole(path, `${JSON.stringify(value, null, 1)}\n`)
}
