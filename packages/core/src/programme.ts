import { type Dates, rulebook, type SqlDecision } from '@tirazh/rules'
import type { Instant, Locale, PlainDate, RecordRef, Report, StorageAdapter, Verdict } from '@tirazh/spec'
import { practiceModel } from './facts/practice-model.js'
import { loadChanges, loadHistory, loadLog } from './journal/changes.js'
import { type Checkpoint, type Signer, signCheckpoint } from './journal/checkpoint.js'
import { type Change, cursorAfter, type LogEntry } from './journal/entries.js'
import { journal, type Plan, type Retry, type Written } from './journal/journal.js'
import { jitteredRetry } from './journal/retry.js'
import { planUnit, type UnitOfWork } from './journal/unit-of-work.js'
import { type LogCheck, type TrustedCheckpoint, verifyLog } from './journal/verify.js'
import { observers } from './observers.js'
import { decideAllStored } from './pushdown/decide-all.js'
import { recordsKnownAt } from './recorded.js'
import { assertSound, assertValid, merged } from './records/sound.js'
import { type Records, recordKinds } from './records/types.js'
import type { Region } from './region.js'
import { type Snapshot, snapshot } from './snapshot.js'
import { loadRecords, planSave, type SavedChanges, storedKinds } from './stored.js'

export interface ProgrammeOptions {
  readonly storage: StorageAdapter
  readonly region: Region
  /** The clock for the audit log; the system's by default. Verdicts never use it. */
  readonly now?: () => Instant
  /** New ids for units of work; random UUIDs by default. */
  readonly newUnit?: () => string
  /** When others write at the same time; by default 50 attempts with growing random pauses of up to a tenth of a second. */
  readonly retry?: Retry
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
   * is written; DOCUMENT_NOT_PORTABLE; STORAGE_CONFLICT where others keep writing the same records,
   * STORAGE_UNCERTAIN, STORAGE_FAILED
   */
  save(records: Records, options: SaveOptions): Promise<SaveResult>
  /**
   * Runs the work and writes what it changes in one commit, with its line of the audit log, or nothing.
   * Where others wrote meanwhile the work is run again on what they left. Work on one space is done one
   * after the other. A commit whose answer is lost is looked up in the log: it is never written twice.
   * The programme's own space is `region.id`.
   * @throws what the work throws; RECORD_INVALID, RECORD_UNKNOWN, DOCUMENT_NOT_PORTABLE; STORAGE_CONFLICT
   * where an expected version is gone or others keep writing; STORAGE_UNCERTAIN, STORAGE_FAILED
   */
  transact<Result>(
    space: string,
    work: (unit: UnitOfWork) => Promise<Result>,
    options: TransactOptions,
  ): Promise<Written<Result>>
  /** All records as they are now, or as they had been recorded. */
  snapshot(options?: SnapshotOptions): Promise<Snapshot>
  /** The verdict on one practice with its reasons. With `knownAt`, from what had been recorded by then. @throws POLICY_UNKNOWN, RECORD_UNKNOWN */
  assess(policy: string, practice: string, dates: Dates): Promise<Verdict>
  /**
   * The decision on every practice by its id, without reasons. A storage that answers SQL decides where the
   * records are; from any other they are loaded. The answer is the same. @throws POLICY_UNKNOWN
   */
  decideAll(policy: string, dates: Dates): Promise<ReadonlyMap<string, SqlDecision>>
  /** A report from the records as they are now, or with `knownAt` as they had been recorded by then. */
  report<Options extends ReportOptions>(builder: ReportBuilder<Options>, options: Options): Promise<Report>
  /** The audit log, oldest first. */
  log(options?: SpaceOptions): AsyncIterable<LogEntry>
  /**
   * What was changed, in the order of the log, up to now. Whoever keeps the `cursor` of the last change
   * that it has dealt with and asks for those after it misses none, and may see one twice after a crash.
   */
  changes(options?: ChangesOptions): AsyncIterable<Change>
  /** What was made of one record, oldest first. */
  history(record: RecordRef, options?: SpaceOptions): AsyncIterable<Change>
  /** The line of the log that a unit of work has left; undefined where it was not written. */
  written(unit: string, options?: SpaceOptions): Promise<LogEntry | undefined>
  /** Walks the whole log and says what does not agree with it. */
  verify(options?: VerifyOptions): Promise<LogCheck>
  /** Signs where the log stands now, to be printed or kept elsewhere. */
  checkpoint(signer: Signer, options?: SpaceOptions): Promise<Checkpoint>
  /** Observes what happened. Returns the function that stops observing. */
  on<Event extends keyof ProgrammeEvents>(
    event: Event,
    listener: (details: ProgrammeEvents[Event]) => void,
  ): () => void
  close(): Promise<void>
}

export interface SpaceOptions {
  /** `region.id` unless told. */
  readonly space?: string
}

export interface ChangesOptions extends SpaceOptions {
  /** The cursor of a change, or the sequence of a line, all of whose changes are then left out. */
  readonly after?: string | number
}

export interface VerifyOptions extends SpaceOptions {
  readonly checkpoints?: readonly TrustedCheckpoint[]
}

export interface SnapshotOptions {
  /** The moment whose records are wanted; now unless told. */
  readonly knownAt?: Instant
}

export interface TransactOptions {
  /** Who is responsible, for the audit log. */
  readonly by: string
  /**
   * The host's own id of the unit, for instance that of a request: a unit that has been written before is
   * not written again.
   */
  readonly unit?: string
}

export interface SaveOptions extends TransactOptions {
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
  /** The moment whose records are wanted; now unless told. */
  readonly knownAt?: Instant
}

/** Makes one kind of report from a snapshot. */
export type ReportBuilder<Options extends ReportOptions> = (snapshot: Snapshot, options: Options) => Report

export interface ProgrammeEvents {
  /** Records were written. */
  readonly saved: LogEntry
}

/** Opens the storage and the programme on it. @throws POLICY_INVALID, STORAGE_DRIVER_MISSING, STORAGE_SCHEMA, STORAGE_FAILED */
export async function openProgramme(options: ProgrammeOptions): Promise<Programme> {
  const { storage, region } = options
  const now = options.now ?? ((): Instant => new Date().toISOString() as Instant)
  const newUnit = options.newUnit ?? ((): string => globalThis.crypto.randomUUID())
  const own = region.id
  // Policies that cannot be used are told when the programme opens, not at the first question.
  rulebook({ model: practiceModel, policies: region.policies })
  await storage.open(storedKinds)
  const log = journal({ storage, now, newUnit, retry: options.retry ?? jitteredRetry() })
  const observed = observers<ProgrammeEvents>(options.onObserverError)

  async function write<Result>(
    space: string,
    { by, unit }: TransactOptions,
    plan: () => Promise<Plan<Result>>,
  ): Promise<Written<Result>> {
    const written = await log.write(space, { by, unit }, plan)
    if (written.outcome === 'written') observed.tell('saved', Object.freeze(written.entry))
    return written
  }

  const self: Programme = {
    region,
    async save(records, saveOptions) {
      const { mode } = saveOptions
      assertValid(records)
      if (mode === 'replace') assertSound(records)
      const written = await write(own, saveOptions, async () => {
        if (mode === 'merge') assertSound(merged(await loadRecords(storage, own), records))
        return planSave(storage, own, records, mode)
      })
      if (written.outcome === 'unchanged') return { ...written.result, sequence: null }
      const { created, updated, deleted, sequence } = written.entry
      const unchanged = written.outcome === 'written' ? written.result.unchanged : 0
      return { created, updated, deleted, unchanged, sequence }
    },
    transact: (space, work, transactOptions) =>
      write(space, transactOptions, () => planUnit(storage, space, work)),
    snapshot: async ({ knownAt } = {}) => snapshot(region, await recordsKnownAt(storage, own, log, knownAt)),
    assess: async (policy, practice, dates) =>
      (await self.snapshot(knownAtOf(dates))).assess(policy, practice, dates),
    decideAll: (policy, dates) =>
      decideAllStored({ storage, space: own, region, snapshot: self.snapshot }, policy, dates),
    report: async (builder, reportOptions) =>
      builder(await self.snapshot(knownAtOf(reportOptions)), reportOptions),
    log: ({ space = own } = {}) => loadLog(storage, space),
    changes: ({ space = own, after } = {}) =>
      loadChanges(storage, space, typeof after === 'number' ? cursorAfter(after) : after),
    history: (record, { space = own } = {}) => loadHistory(storage, space, record),
    written: (unit, { space = own } = {}) => log.find(space, unit),
    verify: ({ space = own, checkpoints } = {}) => verifyLog(storage, space, recordKinds, checkpoints),
    async checkpoint(signer, { space = own } = {}) {
      const { sequence, hash } = await log.head(space)
      return signCheckpoint({ space, sequence, hash, signedAt: now() }, signer)
    },
    on: observed.on,
    close: () => storage.close(),
  }
  return self
}

function knownAtOf({ knownAt }: { readonly knownAt?: Instant | undefined }): SnapshotOptions {
  return knownAt === undefined ? {} : { knownAt }
}
