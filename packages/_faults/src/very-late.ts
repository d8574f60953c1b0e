import { type Op, type StorageAdapter, TirazhError } from '@tirazh/spec'
import type { Random } from './random.js'

/** A storage to which some commits find their way long after everybody has given them up. */
export interface VeryLateStorage extends StorageAdapter {
  /** Delivers what is on its way; from then on nothing is late. */
  arrive(): Promise<void>
}

/** One commit in twelve is not answered and comes in up to thirty calls later, or with `arrive`. */
export function veryLate(adapter: StorageAdapter, chance: Random): VeryLateStorage {
  let calls = 0
  let calm = false
  let held: { readonly due: number; readonly ops: readonly Op[] }[] = []

  async function deliver(until: number): Promise<void> {
    const due = held.filter((each) => each.due <= until)
    held = held.filter((each) => each.due > until)
    // What becomes of it nobody hears.
    for (const { ops } of due) await adapter.commit(ops).catch(() => {})
  }

  return {
    ...adapter,
    async read(keys) {
      await deliver(++calls)
      return adapter.read(keys)
    },
    async *find(query) {
      await deliver(++calls)
      yield* adapter.find(query)
    },
    async commit(ops) {
      await deliver(++calls)
      if (calm || chance.integer(12) > 0) return adapter.commit(ops)
      held.push({ due: calls + 1 + chance.integer(30), ops: structuredClone(ops) })
      const details = { storage: adapter.name, during: 'commit', transient: true }
      throw new TirazhError('STORAGE_FAILED', 'A commit was not answered; make the call again', details)
    },
    async arrive() {
      calm = true
      await deliver(Number.POSITIVE_INFINITY)
    },
  }
}
