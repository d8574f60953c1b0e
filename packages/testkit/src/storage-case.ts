import type { StorageAdapter, Supports } from '@tirazh/spec'

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
   * Why there is nothing to see, in words; `undefined` where there is. Only for what an adapter does not
   * support or the tester did not hand in. Asked before there is an adapter and again when there is one.
   */
  skip?(hooks: StorageHooks, supports?: Supports): string | undefined
  /**
   * Throws an Error whose sentence says what does not hold. The adapter must be empty and not open yet;
   * whoever calls closes it.
   */
  run(adapter: StorageAdapter, setting: Setting): Promise<void>
}

/** What the tester hands in because only the host of the store can do it. */
export interface StorageHooks {
  /**
   * Begins a transaction in the store of this adapter, which is open. Needed where `supports.within` is true.
   * While the transaction lasts, the kit uses no other adapter on the store.
   */
  readonly transactions?: (adapter: StorageAdapter) => Promise<HostTransaction>
  /**
   * Closes the adapter and returns another, not open yet, on the same store. Used where `supports.durable`
   * is true.
   */
  readonly reopen?: (adapter: StorageAdapter) => Promise<StorageAdapter>
}

/** A transaction that the host has begun. The kit ends each exactly once. */
export interface HostTransaction {
  /** What `within` returned for it. */
  readonly adapter: StorageAdapter
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** What a case goes by, besides the adapter. */
export interface Setting extends StorageHooks {
  /** The storage, for messages. */
  readonly name: string
  /** Decides everything that is random. */
  readonly seed: number
  /** How many random histories are tried. */
  readonly histories: number
  /** Goes straight to one history of this seed. */
  readonly path?: string
}
