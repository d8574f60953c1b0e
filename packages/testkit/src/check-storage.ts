import type { StorageAdapter } from '@tirazh/spec'
import type { Law, StorageCase, StorageHooks } from './storage-case.js'
import { storageCases } from './storage-cases.js'

export interface CheckStorageOptions extends StorageHooks {
  /** For messages: `memory`, `sqlite in a file`, … */
  readonly name: string
  /** A fresh, empty adapter that is not open yet; called once for each case. */
  readonly create: () => StorageAdapter | Promise<StorageAdapter>
  /** Decides everything that is random; 1 unless told. */
  readonly seed?: number
  /** How many random histories are tried; 500 unless told. */
  readonly histories?: number
  /** Goes straight to the random history that a failure printed together with its seed. */
  readonly path?: string
}

/** What one case found out. */
export interface StorageResult {
  readonly storage: string
  readonly id: string
  readonly law: Law
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Whether nothing wrong was found: true also where the case was skipped. */
  readonly passed: boolean
  /** What does not hold, if the case failed. */
  readonly failure?: Error
  /** Why the case was skipped, if it was. */
  readonly reason?: string
}

/** Runs every case, one after the other, and returns what was found. A failed case is a result, not a throw. */
export async function checkStorage(options: CheckStorageOptions): Promise<readonly StorageResult[]> {
  const results: StorageResult[] = []
  for (const storageCase of storageCases) {
    const about = { storage: options.name, id: storageCase.id, law: storageCase.law }
    try {
      const reason = await runCase(storageCase, options)
      if (reason === undefined) results.push({ ...about, outcome: 'passed', passed: true })
      else results.push({ ...about, outcome: 'skipped', passed: true, reason })
    } catch (thrown) {
      const failure = thrown instanceof Error ? thrown : new Error(String(thrown))
      results.push({ ...about, outcome: 'failed', passed: false, failure })
    }
  }
  return results
}

/** Runs one case on an adapter of its own and closes that adapter. Returns why it was skipped, if it was. */
export async function runCase(
  storageCase: StorageCase,
  { create, seed = 1, histories = 500, ...options }: CheckStorageOptions,
): Promise<string | undefined> {
  const known = storageCase.skip?.(options)
  if (known !== undefined) return known
  const adapter = await create()
  try {
    const reason = storageCase.skip?.(options, adapter.supports)
    if (reason === undefined) await storageCase.run(adapter, { ...options, seed, histories })
    return reason
  } finally {
    await adapter.close()
  }
}
