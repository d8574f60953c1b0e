import { compareCodePoints, type Instant, type StorageAdapter } from '@tirazh/spec'
import { documentsAfter, sequenceAt } from './journal/changes.js'
import { contentOf } from './journal/documents.js'
import type { Journal } from './journal/journal.js'
import { isRecordKind, nothingGathered, recordsOf } from './records/collect.js'
import type { Records } from './records/types.js'
import { loadRecords } from './stored.js'

/** How often records are read again when somebody wrote meanwhile. */
const attempts = 5

/**
 * All records of a space as of one moment: now, or what had been recorded by an instant, played from the
 * history. Never halves of two writes.
 * @throws STORAGE_FAILED, LOG_BROKEN
 */
export async function recordsKnownAt(
  storage: StorageAdapter,
  space: string,
  log: Journal,
  knownAt?: Instant,
): Promise<Records> {
  for (let attempt = 1; ; attempt += 1) {
    const head = await log.head(space)
    if (knownAt !== undefined && knownAt < head.at) {
      return recordsAfter(storage, space, await sequenceAt(storage, space, knownAt, head))
    }
    // Where others keep writing, the history still tells how it was at one moment.
    if (attempt > attempts) return recordsAfter(storage, space, head.sequence)
    const records = await loadRecords(storage, space)
    if (head.sequence === (await log.head(space)).sequence) return records
  }
}

async function recordsAfter(storage: StorageAdapter, space: string, sequence: number): Promise<Records> {
  const loaded = nothingGathered()
  const documents = [...(await documentsAfter(storage, space, sequence))]
  for (const { kind, id, version, doc } of documents.sort((a, b) => compareCodePoints(a.id, b.id))) {
    if (isRecordKind(kind)) loaded[kind].push(contentOf({ space, kind, id, version, doc }, storage))
  }
  return recordsOf(loaded)
}
