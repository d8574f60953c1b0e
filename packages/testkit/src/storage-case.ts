import type { StorageAdapter } from '@tirazh/spec'

/**
 * What every storage adapter must keep to:
 * A1 a commit happens entirely or not at all, and a guard that no longer holds refuses it;
 * A2 what goes in comes out equal, and the order is the same in every store;
 * A3 a capability is a faster route to the same answer.
 */
export type Law = 'A1' | 'A2' | 'A3'

/** One thing that holds for every adapter, and the way to see whether it does. */
export interface StorageCase {
  /** Stable: `area/says-what-holds`. */
  readonly id: string
  /** The law that the case proves. */
  readonly law: Law
  /**
   * Throws an Error whose sentence says what does not hold. The adapter must be empty and not open yet;
   * whoever calls closes it. `seed` decides everything that is random.
   */
  run(adapter: StorageAdapter, seed: number): Promise<void>
}
