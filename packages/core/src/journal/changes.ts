import { type Instant, type RecordRef, type StorageAdapter, TirazhError } from '@tirazh/spec'
import {
  type Change,
  historyKind,
  type LogEntry,
  type LogHead,
  lineKey,
  logKind,
  readChange,
  readLine,
  recordName,
} from './entries.js'
import { select } from './select.js'

/** The lines of the log of a space, oldest first. @throws STORAGE_FAILED, RECORD_INVALID */
export async function* loadLog(storage: StorageAdapter, space: string): AsyncIterable<LogEntry> {
  for await (const row of storage.find({ kind: logKind, space })) yield readLine(row, storage)
}

/** The changes of a space after a cursor, in the order in which they were made. @throws STORAGE_FAILED, RECORD_INVALID */
export async function* loadChanges(
  storage: StorageAdapter,
  space: string,
  after?: string,
): AsyncIterable<Change> {
  const from = after === undefined ? {} : { after: { space, id: after } }
  for await (const row of storage.find({ kind: historyKind, space, ...from })) yield readChange(row, storage)
}

/** What was made of one record, oldest first. @throws STORAGE_FAILED, RECORD_INVALID */
export async function* loadHistory(
  storage: StorageAdapter,
  space: string,
  record: RecordRef,
): AsyncIterable<Change> {
  const where = [{ field: 'record', is: '=', value: recordName(record) }] as const
  for await (const row of select(storage, { kind: historyKind, space, where })) yield readChange(row, storage)
}

/** The documents as they were after a line, by record: changes are played from the first to that line. */
export async function documentsAfter(
  storage: StorageAdapter,
  space: string,
  sequence: number,
): Promise<readonly Change[]> {
  const documents = new Map<string, Change>()
  for await (const change of loadChanges(storage, space)) {
    if (change.sequence > sequence) break
    if (change.doc === null) documents.delete(recordName(change))
    else documents.set(recordName(change), change)
  }
  return [...documents.values()]
}

/**
 * The last line that was written at or before an instant; 0 where there is none. Times never go back along
 * the log, so a few lines are enough to find it.
 * @throws LOG_BROKEN where a line is missing
 */
export async function sequenceAt(
  storage: StorageAdapter,
  space: string,
  knownAt: Instant,
  head: LogHead,
): Promise<number> {
  if (head.at <= knownAt) return head.sequence
  let low = 0
  let high = head.sequence
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    const { at } = await lineAt(storage, space, middle)
    if (at <= knownAt) low = middle
    else high = middle
  }
  return low
}

/** @throws LOG_BROKEN where there is no such line */
export async function lineAt(storage: StorageAdapter, space: string, sequence: number): Promise<LogEntry> {
  const [row] = await storage.read([lineKey(space, sequence)])
  if (row !== undefined) return readLine(row, storage)
  const message = { ru: `Нет строки журнала № ${sequence}.`, en: `Line ${sequence} of the log is missing.` }
  throw new TirazhError('LOG_BROKEN', `${message.en} verify() shows what else is wrong`, {
    space,
    issues: [{ code: 'LINE_MISSING', path: [space, sequence], message }],
  })
}
