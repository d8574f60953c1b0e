import { type CheckStorageOptions, runCase } from './check-storage.js'
import type { StorageCase } from './storage-case.js'
import { storageCases } from './storage-cases.js'

export interface TestStorageOptions extends CheckStorageOptions {
  /** The test runner's own: of vitest, node:test, jest, mocha, … */
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: RegisterTest
}

/** The test runner's function that registers a test. */
export interface RegisterTest {
  (name: string, body: () => Promise<void>): unknown
  /** Registers a test that is not run; where the runner has none, such a test passes. */
  readonly skip?: (name: string, body: () => Promise<void>) => unknown
}

/**
 * Registers one test for each case with the host's test runner. What is skipped says why: in its name,
 * where the tester did not hand in a hook; through `context.skip(reason)` of vitest and node:test, where
 * the adapter says that it does not support something.
 */
export function testStorage({ describe, it, ...options }: TestStorageOptions): void {
  describe(`${options.name} is a storage adapter`, () => {
    for (const storageCase of storageCases) {
      const name = `${storageCase.law} ${storageCase.id}`
      const reason = storageCase.skip?.(options)
      if (reason === undefined) it(name, runInTest.bind(undefined, storageCase, options))
      else (it.skip ?? it)(`${name} (skipped: ${reason})`, async () => {})
    }
  })
}

/**
 * The body of a test. It is bound, not wrapped: runners look at the parameters of a body, and one that
 * has any is handed a callback (jest, mocha) or fixtures (vitest).
 */
async function runInTest(
  storageCase: StorageCase,
  options: CheckStorageOptions,
  ...[context]: readonly unknown[]
): Promise<void> {
  const reason = await runCase(storageCase, options)
  if (reason !== undefined && canSkip(context)) context.skip(reason)
}

/** The context of node:test is an object, that of vitest a function. */
function canSkip(context: unknown): context is { skip(reason: string): void } {
  const isThing = typeof context === 'object' || typeof context === 'function'
  return isThing && context !== null && 'skip' in context && typeof context.skip === 'function'
}
