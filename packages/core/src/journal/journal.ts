import {
  type Instant,
  isTirazhError,
  type Op,
  type Row,
  type StorageAdapter,
  TirazhError,
} from '@tirazh/spec'
import { assertPortable } from '../portable.js'
import { lineOps } from './append.js'
import { headKey, type LogEntry, type LogHead, lineId, logKind, readHead, readLine } from './entries.js'
import { queues } from './queues.js'
import { select } from './select.js'

export interface JournalOptions {
  readonly storage: StorageAdapter
  readonly now: () => Instant
  /** A new id for a unit of work; never the same twice. */
  readonly newUnit: () => string
  readonly retry: Retry
}

/** What is done when others write at the same time or the store does not answer. */
export interface Retry {
  /** How often one unit of work is tried; at least 1. */
  readonly attempts: number
  /** Waits before the next attempt; `attempt` is the number of the one that failed, from 1. */
  wait(attempt: number): Promise<void>
}

export interface Author {
  /** Who is responsible. */
  readonly by: string
  /** An id of the host's own: a unit that is in the log already is not written again. */
  readonly unit?: string | undefined
}

/** What became of a unit of work. */
export type Written<Result> =
  | { readonly outcome: 'written'; readonly entry: LogEntry; readonly result: Result }
  | { readonly outcome: 'unchanged'; readonly result: Result }
  /** A unit of the same id had been written before; the work was not run. */
  | { readonly outcome: 'repeated'; readonly entry: LogEntry }

export interface Plan<Result> {
  readonly ops: readonly Op[]
  readonly result: Result
}

/** Writes to a space with a line of its log, one unit of work after the other. */
export interface Journal {
  /**
   * Commits what the plan says together with its line of the log, or nothing. The plan is made again for
   * each attempt, from what the store holds then. A commit whose answer was lost is looked up in the log
   * by the id of its unit: it is neither lost nor written twice.
   * @throws what the plan throws; STORAGE_CONFLICT where others kept writing, STORAGE_UNCERTAIN where the
   * store did not answer and it is not known what it did, STORAGE_FAILED
   */
  write<Result>(space: string, author: Author, plan: () => Promise<Plan<Result>>): Promise<Written<Result>>
  /** The end of the log of a space as it is now. */
  head(space: string): Promise<LogHead>
  /** The line of a unit of work; undefined where there is none. */
  find(space: string, unit: string): Promise<LogEntry | undefined>
}

export function journal({ storage, now, newUnit, retry }: JournalOptions): Journal {
  const inTurn = queues()
  /** What we wrote last, which is the head unless another process has written since; then a guard fails. */
  const heads = new Map<string, LogHead>()

  async function head(space: string): Promise<LogHead> {
    const [row] = await storage.read([headKey(space)])
    return readHead(row, storage)
  }

  /** The line of a unit among those after a sequence. */
  async function find(space: string, unit: string, after = 0): Promise<LogEntry | undefined> {
    const where = [{ field: 'unit', is: '=', value: unit }] as const
    const query = { kind: logKind, space, where, after: { space, id: lineId(after) }, limit: 1 }
    let found: Row | undefined
    for await (const row of select(storage, query)) found = row
    return found && readLine(found, storage)
  }

  async function write<Result>(
    space: string,
    { by, unit: ownUnit }: Author,
    plan: () => Promise<Plan<Result>>,
  ): Promise<Written<Result>> {
    const unit = ownUnit ?? newUnit()
    assertPortable([space, by, unit])
    if (by === '') throw new TypeError('Say who is responsible for the change: { by }')
    /** Commits that failed other than by a conflict, by the sequence of the line that each would be. */
    const unanswered = new Map<number, { readonly value: Result; readonly refused: boolean }>()

    /** The outcome, if a commit that was not answered has come through or the host has called before. */
    async function settled(): Promise<Written<Result> | undefined> {
      if (ownUnit === undefined && unanswered.size === 0) return undefined
      const after = ownUnit === undefined ? Math.min(...unanswered.keys()) - 1 : 0
      const entry = await find(space, unit, after)
      if (entry === undefined) return undefined
      const result = unanswered.get(entry.sequence)
      return result === undefined
        ? { outcome: 'repeated', entry }
        : { outcome: 'written', entry, result: result.value }
    }

    async function attempt(): Promise<Written<Result> | Failure> {
      // The head is read before anything else: whoever writes after that makes the commit fail.
      const last = heads.get(space) ?? (await head(space))
      const before = await settled()
      if (before !== undefined) return before
      const made = await plan().catch(async (error: unknown): Promise<Written<Result> | Failure> => {
        // A plan may fail because it sees what an earlier attempt has done, or halves of two moments.
        const moved = (await head(space)).sequence !== last.sequence
        return (await settled()) ?? { error, again: moved || isTransient(error) }
      })
      if (!('ops' in made)) return made
      if (made.ops.length === 0) {
        const done = await settled()
        if (done !== undefined) return done
        if (isOver(last)) return { outcome: 'unchanged', result: made.result }
        // What the store may still write cannot be called unchanged.
        return { error: uncertainty(storage, space, unit), again: true }
      }
      const { ops, entry } = lineOps(space, { by, unit, at: now() }, last, made.ops)
      try {
        await storage.commit(ops)
      } catch (error) {
        const overtaken = isTirazhError(error, 'STORAGE_CONFLICT')
        if (!overtaken) {
          const refused = isRefusal(error) && unanswered.get(entry.sequence)?.refused !== false
          unanswered.set(entry.sequence, { value: made.result, refused })
        }
        return { error, again: overtaken || isTransient(error) }
      }
      heads.set(space, entry)
      return { outcome: 'written', entry, result: made.result }
    }

    /** What to tell after the last attempt, unless a commit without an answer has come through after all. */
    async function givenUp(error: unknown): Promise<Written<Result>> {
      if (unanswered.size === 0) throw error
      const uncertain = isTirazhError(error, 'STORAGE_UNCERTAIN')
        ? error
        : uncertainty(storage, space, unit, error)
      const end = await head(space).catch(() => Promise.reject(uncertain))
      const done = await settled().catch(() => Promise.reject(uncertain))
      if (done !== undefined) return done
      throw isOver(end) ? error : uncertain
    }

    /** What the store refused it has answered; and a commit that comes after somebody else's line is refused. */
    function isOver(end: LogHead): boolean {
      return [...unanswered].every(([line, { refused }]) => refused || line <= end.sequence)
    }

    for (let count = 1; ; count += 1) {
      const outcome = await attempt().catch(
        (error: unknown): Failure => ({ error, again: isTransient(error) }),
      )
      if ('outcome' in outcome) return outcome
      heads.delete(space)
      if (!outcome.again || count >= retry.attempts) return givenUp(outcome.error)
      await retry.wait(count)
    }
  }

  return {
    head,
    find: (space, unit) => find(space, unit),
    write: (space, author, plan) => inTurn(space, () => write(space, author, plan)),
  }
}

/** An attempt that came to nothing, or whose outcome is not known. */
interface Failure {
  readonly error: unknown
  /** Whether another attempt may succeed. */
  readonly again: boolean
}

function isTransient(error: unknown): boolean {
  return isTirazhError(error, 'STORAGE_FAILED') && error.details.transient
}

/** The store has answered that it wrote nothing. */
function isRefusal(error: unknown): boolean {
  return isTirazhError(error, 'STORAGE_FAILED') && !error.details.transient
}

function uncertainty(storage: StorageAdapter, space: string, unit: string, cause?: unknown): TirazhError {
  return new TirazhError(
    'STORAGE_UNCERTAIN',
    `It is not known whether ${storage.name} has written the unit '${unit}': call again with this unit, ` +
      'which writes it once at most',
    { storage: storage.name, space, unit },
    { cause },
  )
}
