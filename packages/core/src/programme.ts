import { type Dates, rulebook } from '@tirazh/rules'
import {
  type Instant,
  isTirazhError,
  type Locale,
  type PlainDate,
  type Report,
  type StorageAdapter,
  type Verdict,
} from '@tirazh/spec'
import createEmitter from 'mitt'
import { practiceModel } from './facts/practice-model.js'
import { assertSound, assertValid, merged } from './records/sound.js'
import type { Records } from './records/types.js'
import type { Region } from './region.js'
import { type Snapshot, snapshot } from './snapshot.js'
import {
  type LogEntry,
  lastSequence,
  loadLog,
  loadRecords,
  logOps,
  planSave,
  type SavedChanges,
  storedKinds,
} from './stored.js'

export interface ProgrammeOptions {
  readonly storage: StorageAdapter
  readonly region: Region
  /** The clock for the audit log; the system's by default. Verdicts never use it. */
  readonly now?: () => Instant
  /** Hears of observers that fail; by default their error is thrown on its own, outside of any write. */
  readonly onObserverError?: (error: unknown) => void
}

/** A region's programme: its records behind a storage adapter, its rules and its reports. */
export interface Programme {
  readonly region: Region
  /**
   * Writes all records in one commit, with its line of the audit log, or nothing. Writing the same
   * records again changes nothing and leaves no line.
   * @throws RECORD_INVALID for records that are not valid or refer to what is not there, before anything
   * is written; DOCUMENT_NOT_PORTABLE; STORAGE_CONFLICT where others keep writing the same records, STORAGE_FAILED
   */
  save(records: Records, options: SaveOptions): Promise<SaveResult>
  /** All records as they are now. */
  snapshot(): Promise<Snapshot>
  /** The verdict on one practice with its reasons. @throws POLICY_UNKNOWN, RECORD_UNKNOWN */
  assess(policy: string, practice: string, dates: Dates): Promise<Verdict>
  /** A report from the records as they are now. */
  report<Options extends ReportOptions>(builder: ReportBuilder<Options>, options: Options): Promise<Report>
  /** The audit log, oldest first. */
  log(): AsyncIterable<LogEntry>
  /** Observes what happened. Returns the function that stops observing. */
  on<Event extends keyof ProgrammeEvents>(
    event: Event,
    listener: (details: ProgrammeEvents[Event]) => void,
  ): () => void
  close(): Promise<void>
}

export interface SaveOptions {
  /** Who is responsible, for the audit log. */
  readonly by: string
  /** `replace`: the records are the whole register; `merge`: they are added to it. */
  readonly mode: 'replace' | 'merge'
}

export interface SaveResult extends SavedChanges {
  /** The line of the audit log; `null` where nothing changed. */
  readonly sequence: number | null
}

export interface ReportOptions {
  readonly asOf: PlainDate
  readonly locale: Locale
}

/** Makes one kind of report from a snapshot. */
export type ReportBuilder<Options extends ReportOptions> = (snapshot: Snapshot, options: Options) => Report

export interface ProgrammeEvents {
  /** Records were written. */
  readonly saved: LogEntry
}

/** How often a write is tried again when others write at the same time. */
const attempts = 5

/** Opens the storage and the programme on it. @throws POLICY_INVALID, STORAGE_DRIVER_MISSING, STORAGE_FAILED */
export async function openProgramme(options: ProgrammeOptions): Promise<Programme> {
  const { storage, region } = options
  const now = options.now ?? ((): Instant => new Date().toISOString() as Instant)
  const report = (error: unknown): void => {
    try {
      ;(options.onObserverError ?? throwApart)(error)
    } catch (failure) {
      throwApart(failure)
    }
  }
  const space = region.id
  const emitter = createEmitter<{ saved: LogEntry }>()
  // Policies that cannot be used are told when the programme opens, not at the first question.
  rulebook({ model: practiceModel, policies: region.policies })
  await storage.open(storedKinds)

  /** One attempt. The head of the log is read first: whoever writes after that makes the commit fail. */
  async function trySave(records: Records, { by, mode }: SaveOptions): Promise<Saved> {
    const sequence = (await lastSequence(storage, space)) + 1
    if (mode === 'merge') assertSound(merged(await loadRecords(storage, space), records))
    const { ops, changes } = await planSave(storage, space, records, mode)
    if (ops.length === 0) return { result: { ...changes, sequence: null } }
    const entry = { sequence, at: now(), by, ...changes }
    await storage.commit([...ops, ...logOps(space, entry)])
    return { result: { ...changes, sequence }, entry }
  }

  /** All records between two writes, never halves of two. */
  async function load(): Promise<Records> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await lastSequence(storage, space)
      const records = await loadRecords(storage, space)
      if (attempt === attempts || before === (await lastSequence(storage, space))) return records
    }
  }

  const self: Programme = {
    region,
    async save(records, saveOptions) {
      assertValid(records)
      if (saveOptions.mode === 'replace') assertSound(records)
      const { result, entry } = await retried(() => trySave(records, saveOptions))
      if (entry !== undefined) emitter.emit('saved', Object.freeze(entry))
      return result
    },
    snapshot: async () => snapshot(region, await load()),
    assess: async (policy, practice, dates) => (await self.snapshot()).assess(policy, practice, dates),
    report: async (builder, reportOptions) => builder(await self.snapshot(), reportOptions),
    log: () => loadLog(storage, space),
    on(event, listener) {
      const guarded: typeof listener = (details) => {
        try {
          // A listener may be an async function: its rejection is a failure like any other.
          const outcome: unknown = listener(details)
          if (outcome instanceof Promise) outcome.catch(report)
        } catch (error) {
          report(error)
        }
      }
      emitter.on(event, guarded)
      return () => {
        emitter.off(event, guarded)
      }
    },
    close: () => storage.close(),
  }
  return self
}

interface Saved {
  readonly result: SaveResult
  /** The line of the log that was written, if any. */
  readonly entry?: LogEntry
}

async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !isTirazhError(error, 'STORAGE_CONFLICT')) throw error
    }
  }
}

/** An observer must not change what happened, and its failure must not be lost either. */
function throwApart(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
