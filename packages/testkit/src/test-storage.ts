import { type CheckStorageOptions, runCase } from './check-storage.js'
import { storageCases } from './storage-cases.js'

export interface TestStorageOptions extends CheckStorageOptions {
  /** The test runner's own: of vitest, node:test, jest, mocha, … */
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => Promise<void>) => unknown
}

/** Registers one test for each case with the host's test runner. */
export function testStorage({ describe, it, ...options }: TestStorageOptions): void {
  describe(`${options.name} is a storage adapter`, () => {
    for (const storageCase of storageCases) {
      it(`${storageCase.law} ${storageCase.id}`, () => runCase(storageCase, options))
    }
  })
}
