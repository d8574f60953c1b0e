import type { Dates } from '@tirazh/rules'
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
import type { Records } from './records/types.js'
import type { Region } from './region.js'
import { type Snapshot, snapshot } from './snapshot.js'
import {
  type LogEntry,
  loadLog,
  loadRecords,
  planLog,
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
   * @throws STORAGE_CONFLICT where others keep writing the same records, STORAGE_FAILED
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

/** Opens the storage and the programme on it. @throws STORAGE_DRIVER_MISSING, STORAGE_FAILED */
export async function openProgramme(options: ProgrammeOptions): Promise<Programme> {
  const { storage, region } = options
  const now = options.now ?? ((): Instant => new Date().toISOString() as Instant)
  const onObserverError = options.onObserverError ?? throwApart
  const space = region.id
  const emitter = createEmitter<{ saved: LogEntry }>()
  await storage.open(storedKinds)

  async function trySave(records: Records, { by, mode }: SaveOptions): Promise<SaveResult> {
    const { ops, changes } = await planSave(storage, space, records, mode)
    if (ops.length === 0) return { ...changes, sequence: null }
    const entry = { at: now(), by, ...changes }
    const log = await planLog(storage, space, entry)
    await storage.commit([...ops, ...log.ops])
    emitter.emit('saved', { sequence: log.sequence, ...entry })
    return { ...changes, sequence: log.sequence }
  }

  const self: Programme = {
    region,
    async save(records, saveOptions) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await trySave(records, saveOptions)
        } catch (error) {
          if (attempt === attempts || !isTirazhError(error, 'STORAGE_CONFLICT')) throw error
        }
      }
    },
    snapshot: async () => snapshot(region, await loadRecords(storage, space)),
    assess: async (policy, practice, dates) => (await self.snapshot()).assess(policy, practice, dates),
    report: async (builder, reportOptions) => builder(await self.snapshot(), reportOptions),
    log: () => loadLog(storage, space),
    on(event, listener) {
      const guarded: typeof listener = (details) => {
        try {
          listener(details)
        } catch (error) {
          onObserverError(error)
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

/** An observer must not change what happened, and its failure must not be lost either. */
function throwApart(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
