import type { StorageAdapter } from '@tirazh/spec'

/** A store with one fault, and the cases that must find it. */
export interface Fault {
  readonly caughtBy: readonly string[]
  readonly create: () => StorageAdapter
}
