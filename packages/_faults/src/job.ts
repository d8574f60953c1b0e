import type { Store } from './store.js'

/** What a writer is to do. */
export interface Job {
  readonly store: Store
  /** The beginning of the ids of its units. */
  readonly name: string
  /** How often it counts; without end unless told. */
  readonly times?: number
}
