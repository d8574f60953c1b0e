import type { Instant, Json, Key, KindSpec, RecordRef, Row, StorageAdapter } from '@tirazh/spec'
import { z } from 'zod'
import { instant, wholeCount } from '../records/fields.js'
import { type Schema, schema } from '../records/schema.js'
import { digestOf } from './canonical.js'
import { contentOf, shape } from './documents.js'

/** One line of the audit log: one commit to one space. Who changed how much and when, chained to the line before. */
export interface LogEntry {
  readonly space: string
  /** 1, 2, 3, … without gaps within a space. */
  readonly sequence: number
  /** Never before that of the line before it, whatever the clock says. */
  readonly at: Instant
  /** Who is responsible. */
  readonly by: string
  /** The id of the unit of work; no two lines of a space have the same. */
  readonly unit: string
  readonly created: number
  readonly updated: number
  readonly deleted: number
  /** The digest of the digests of its changes, in their order. */
  readonly content: string
  /** The hash of the line before; 64 zeros for the first. */
  readonly previous: string
  /** The digest of everything above. */
  readonly hash: string
}

/** What one commit made of one record. */
export interface Change extends RecordRef {
  readonly space: string
  /** Of the line of the log that it belongs to. */
  readonly sequence: number
  /** Its position in the history of the space: later changes have greater texts. */
  readonly cursor: string
  /** The version that was written, or the one that was deleted. */
  readonly version: number
  /** The document as stored, with its shape; `null` where the record was deleted. */
  readonly doc: Json
  /** SHA-256 over kind, id, version and document, as canonical JSON. */
  readonly digest: string
}

/** The end of a log: what the next line is chained to. */
export interface LogHead {
  readonly sequence: number
  readonly hash: string
  readonly at: Instant
}

export const logKind = 'log'
export const historyKind = 'history'
export const headKind = 'log-head'

/** The kinds of documents that a log is kept in. */
export const journalKinds: readonly KindSpec[] = [
  { kind: logKind, indexes: ['unit'] },
  { kind: historyKind, indexes: ['record'] },
  { kind: headKind },
]

/** Before the first line. */
export const noHead: LogHead = { sequence: 0, hash: '0'.repeat(64), at: '0001-01-01T00:00:00.000Z' }

export function headKey(space: string): Key {
  return { space, kind: headKind, id: 'log' }
}

export function lineKey(space: string, sequence: number): Key {
  return { space, kind: logKind, id: lineId(sequence) }
}

export function changeKey(space: string, cursor: string): Key {
  return { space, kind: historyKind, id: cursor }
}

/** The id of a line: ids are ordered as the sequences are. */
export function lineId(sequence: number): string {
  return String(sequence).padStart(12, '0')
}

/** The position of the nth change of a line, from 1. */
export function cursorOf(sequence: number, nth: number): string {
  return `${lineId(sequence)}/${String(nth).padStart(7, '0')}`
}

/** After the last change of a line, before the first one of the next. */
export function cursorAfter(sequence: number): string {
  return lineId(sequence + 1)
}

/** The digest of a change; what does not identify the change or its content is no part of it. */
export function changeDigest({
  kind,
  id,
  version,
  doc,
}: Pick<Change, 'kind' | 'id' | 'version' | 'doc'>): string {
  return digestOf({ kind, id, version, doc })
}

/** The digest of all changes of a line, from theirs. */
export function contentDigest(digests: readonly string[]): string {
  return digestOf(digests)
}

/** The hash of a line, from all of its other fields. */
export function lineHash({ hash: _, ...line }: Omit<LogEntry, 'hash'> & { readonly hash?: string }): string {
  return digestOf(line)
}

export function lineDocument({ space: _, ...line }: LogEntry): Json {
  return { shape, ...line }
}

export function changeDocument({ kind, id, version, doc, digest }: Change): Json {
  return { shape, record: recordName({ kind, id }), version, doc, digest }
}

export function headDocument({ sequence, hash, at }: LogHead): Json {
  return { shape, sequence, hash, at }
}

/** @throws STORAGE_FAILED for a document of another shape, RECORD_INVALID for one that is no line */
export function readLine(row: Row, storage: StorageAdapter): LogEntry {
  return lineSchema.parse({ ...contentOf(row, storage), space: row.space })
}

/** @throws STORAGE_FAILED for a document of another shape, RECORD_INVALID for one that is no change */
export function readChange(row: Row, storage: StorageAdapter): Change {
  const { record, version, doc, digest } = storedChange.parse(contentOf(row, storage))
  const slash = record.indexOf('/')
  const sequence = Number(row.id.split('/')[0])
  const named = { kind: record.slice(0, slash), id: record.slice(slash + 1) }
  return { space: row.space, sequence, cursor: row.id, ...named, version, doc, digest }
}

/** @throws STORAGE_FAILED for a document of another shape, RECORD_INVALID for one that is no head */
export function readHead(row: Row | undefined, storage: StorageAdapter): LogHead {
  return row === undefined ? noHead : storedHead.parse(contentOf(row, storage))
}

/** How history names a record: kinds have no slash. */
export function recordName({ kind, id }: RecordRef): string {
  return `${kind}/${id}`
}

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A line of the log with its space. */
export const lineSchema: Schema<LogEntry> = schema<LogEntry>(
  'line of the log',
  z.strictObject({
    space: z.string(),
    sequence: wholeCount,
    at: instant,
    by: z.string(),
    unit: z.string(),
    created: wholeCount,
    updated: wholeCount,
    deleted: wholeCount,
    content: digest,
    previous: digest,
    hash: digest,
  }),
)

const storedChange = schema<{ record: string; version: number; doc: Json; digest: string }>(
  'line of the history',
  z.strictObject({
    record: z.string().regex(/^[^/]+\/./),
    version: wholeCount,
    doc: z.custom<Json>(),
    digest,
  }),
)

const storedHead = schema<LogHead>(
  'head of the log',
  z.strictObject({ sequence: wholeCount, hash: digest, at: instant }),
)
