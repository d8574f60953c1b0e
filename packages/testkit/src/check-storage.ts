import type { StorageAdapter } from '@tirazh/spec'
import type { Law, StorageCase } from './storage-case.js'
import { storageCases } from './storage-cases.js'

export interface CheckStorageOptions {
  /** For messages: `memory`, `sqlite in a file`, … */
  readonly name: string
  /** A fresh, empty adapter that is not open yet; called once for each case. */
  readonly create: () => StorageAdapter | Promise<StorageAdapter>
  /** Decides everything that is random; 1 unless told. */
  readonly seed?: number
}

/** What one case found out. */
export interface StorageResult {
  readonly storage: string
  readonly id: string
  readonly law: Law
  readonly passed: boolean
  /** Why not, if it did not pass. */
  readonly failure?: Error
}

/** Runs every case, one after the other, and returns what was found. A failed case is a result, not a throw. */
export async function checkStorage(options: CheckStorageOptions): Promise<readonly StorageResult[]> {
  const results: StorageResult[] = []
  for (const storageCase of storageCases) {
    const about = { storage: options.name, id: storageCase.id, law: storageCase.law }
    try {
      await runCase(storageCase, options)
      results.push({ ...about, passed: true })
    } catch (thrown) {
      const failure = thrown instanceof Error ? thrown : new Error(String(thrown))
      results.push({ ...about, passed: false, failure })
    }
  }
  return results
}

/** Runs one case on an adapter of its own and closes that adapter. */
export async function runCase(
  storageCase: StorageCase,
  { create, seed = 1 }: CheckStorageOptions,
): Promise<void> {
  const adapter = await create()
  try {
    await storageCase.run(adapter, seed)
  } finally {
    await adapter.close()
  }
}
