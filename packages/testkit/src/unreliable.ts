import { checkOps, checkQuery, type Op, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { type Random, random } from './random.js'

/** How often what goes wrong; each a chance from 0 to 1, those of a commit together at most 1. */
export interface UnreliableOptions {
  /** Decides what goes wrong and when: the same calls with the same seed fail in the same way. */
  readonly seed: number
  /** A commit fails before it reaches the store; 0.1 unless told. */
  readonly commitFails?: number
  /** A commit reaches the store, but its answer is lost, be it good or bad; 0.1 unless told. */
  readonly answerLost?: number
  /** A commit is reported as failed and reaches the store before one of the next four calls; 0.1 unless told. */
  readonly commitLate?: number
  /** `read` fails, or `find` at its start or after some rows; 0.05 unless told. */
  readonly readFails?: number
}

/** A storage over a bad connection. */
export interface UnreliableStorage extends StorageAdapter {
  /** Delivers the commits that are still on their way; from then on nothing goes wrong. */
  settle(): Promise<void>
}

/**
 * The adapter over a connection that fails as real ones do: what goes wrong is STORAGE_FAILED with
 * `transient`, after which the caller knows neither that the commit happened nor that it did not. There
 * are no timers: everything follows from the seed and the calls. `close` delivers what is on its way.
 * @throws TypeError where a chance is out of range
 */
export function unreliable(adapter: StorageAdapter, options: UnreliableOptions): UnreliableStorage {
  const { seed, commitFails = 0.1, answerLost = 0.1, commitLate = 0.1, readFails = 0.05 } = options
  checkChances({
    commitFails,
    answerLost,
    commitLate,
    readFails,
    together: commitFails + answerLost + commitLate,
  })
  const chance = random(seed)
  let calm = false
  let calls = 0
  let onTheirWay: { readonly due: number; readonly ops: readonly Op[] }[] = []
  let delivery: Promise<void> = Promise.resolve()

  const readBreaks = (): boolean => !calm && drawn(chance) < readFails
  const drawFate = (): Fate => {
    if (calm) return 'well'
    const at = drawn(chance)
    if (at < commitFails) return 'fails'
    if (at < commitFails + answerLost) return 'lost'
    return at < commitFails + answerLost + commitLate ? 'late' : 'well'
  }

  /** Delivers what is due by this call, one after the other; what becomes of it nobody hears. */
  const deliver = (until: number): Promise<void> => {
    const due = onTheirWay.filter((late) => late.due <= until)
    onTheirWay = onTheirWay.filter((late) => late.due > until)
    for (const { ops } of due) delivery = delivery.then(() => adapter.commit(ops)).catch(() => {})
    return delivery
  }

  const failed = (during: string, what: string): TirazhError<'STORAGE_FAILED'> => {
    const message = `${what} (call ${calls} of the unreliable storage with seed ${seed}); make the call again`
    return new TirazhError('STORAGE_FAILED', message, { storage: adapter.name, during, transient: true })
  }

  return {
    name: adapter.name,
    contract: adapter.contract,
    // A transaction and a query of the host would go past what fails here.
    supports: { ...adapter.supports, within: false, sql: null },
    open: (kinds) => adapter.open(kinds),

    async read(keys) {
      const delivered = deliver(++calls)
      const failure = readBreaks() ? failed('read', 'The connection was lost before a read') : undefined
      await delivered
      if (failure) throw failure
      return adapter.read(keys)
    },

    async *find(query) {
      checkQuery(query)
      const delivered = deliver(++calls)
      const failure = readBreaks() ? failed('find', 'The connection was lost during a search') : undefined
      let left = failure ? chance.integer(4) : Number.POSITIVE_INFINITY
      await delivered
      for await (const row of adapter.find(query)) {
        if (left-- === 0) break
        yield row
      }
      if (failure) throw failure
    },

    async commit(ops) {
      checkOps(ops)
      const delivered = deliver(++calls)
      const fate = drawFate()
      if (fate === 'late') onTheirWay.push({ due: calls + 1 + chance.integer(4), ops: copyOf(ops) })
      const failure = fate === 'well' ? undefined : failed('commit', whatHappened[fate])
      await delivered
      if (failure === undefined) return adapter.commit(ops)
      if (fate === 'lost') await adapter.commit(ops).catch(() => {})
      throw failure
    },

    async settle() {
      calm = true
      await deliver(Number.POSITIVE_INFINITY)
    },

    async close() {
      await deliver(Number.POSITIVE_INFINITY)
      await adapter.close()
    },
  }
}

type Fate = 'well' | 'fails' | 'lost' | 'late'

const whatHappened: Readonly<Record<Exclude<Fate, 'well'>, string>> = {
  fails: 'The connection was lost before a commit',
  lost: 'The answer to a commit was lost',
  late: 'A commit was not answered in time',
}

/** From 0 up to and without 1. */
function drawn(chance: Random): number {
  return chance.integer(2 ** 30) / 2 ** 30
}

/** The caller may change its operations before they are delivered. */
function copyOf(ops: readonly Op[]): readonly Op[] {
  return JSON.parse(JSON.stringify(ops))
}

function checkChances(chances: Readonly<Record<string, number>>): void {
  for (const [name, chance] of Object.entries(chances)) {
    // Three tenths and seven tenths are a little more than one.
    if (!(chance >= 0 && chance <= 1 + 1e-9)) {
      throw new TypeError(`The chance ${name} must be from 0 to 1, not ${chance}; make the chances smaller`)
    }
  }
}
