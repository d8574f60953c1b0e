import { type DataIssue, type Op, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { assertPortable } from '../portable.js'
import { isRecordKind } from '../records/collect.js'
import { schemas } from '../records/schemas.js'
import { recordingOps } from './append.js'
import { lineAt } from './changes.js'
import { contentOf } from './documents.js'
import {
  type Change,
  changeDigest,
  contentDigest,
  headKey,
  type LogEntry,
  type LogHead,
  lineHash,
  readHead,
} from './entries.js'

/** A line of a log with everything that it changed. */
export interface Block {
  readonly entry: LogEntry
  readonly changes: readonly Change[]
}

/** What became of one space. */
export interface Transferred {
  readonly space: string
  /** The lines that were written now; those that were there already are not counted. */
  readonly lines: number
  /** The end of the log as it is now. */
  readonly sequence: number
  readonly hash: string
}

/**
 * Writes the blocks one after the other, each in one commit, just as they were: versions, times and hashes
 * stay what they are. Blocks that are there already are compared and passed over, so whatever stopped
 * half-way can be done again.
 * @throws LOG_BROKEN for a block that does not hold together, TRANSFER_REFUSED where the store has
 * another history; what was written by then is whole lines
 */
export async function replay(
  blocks: AsyncIterable<Block>,
  to: StorageAdapter,
  onLine: (entry: LogEntry) => void = () => {},
): Promise<readonly Transferred[]> {
  const heads = new Map<string, LogHead>()
  const lines = new Map<string, number>()
  for await (const block of blocks) {
    const { space, sequence } = block.entry
    assertWhole(block)
    const head = heads.get(space) ?? (await headOf(to, space))
    heads.set(space, head)
    lines.set(space, lines.get(space) ?? 0)
    if (sequence <= head.sequence) {
      const there = await lineAt(to, space, sequence)
      if (there.hash !== block.entry.hash) throw otherHistory(space, sequence)
      continue
    }
    if (sequence !== head.sequence + 1 || block.entry.previous !== head.hash) throw gap(block.entry, head)
    await to.commit([...block.changes.map(operation), ...recordingOps(block.entry, block.changes)])
    heads.set(space, block.entry)
    lines.set(space, (lines.get(space) ?? 0) + 1)
    onLine(block.entry)
  }
  return [...heads].map(([space, { sequence, hash }]) => ({
    space,
    lines: lines.get(space) ?? 0,
    sequence,
    hash,
  }))
}

async function headOf(storage: StorageAdapter, space: string): Promise<LogHead> {
  const [row] = await storage.read([headKey(space)])
  return readHead(row, storage)
}

/** The guard of each change is the version before it: nothing else may have been written to the store. */
function operation({ space, kind, id, version, doc }: Change): Op {
  return doc === null
    ? { space, kind, id, op: 'delete', expect: version }
    : { space, kind, id, op: 'put', expect: version - 1, doc }
}

/** @throws LOG_BROKEN with everything that is wrong with a block, whoever wrote it */
function assertWhole({ entry, changes }: Block): void {
  const { space, sequence } = entry
  const issues: DataIssue[] = []
  const report = (code: string, path: DataIssue['path'], ru: string, en: string): void => {
    issues.push({ code, path: [space, sequence, ...path], message: { ru, en } })
  }
  if (lineHash(entry) !== entry.hash) {
    report('LINE_ALTERED', [], `Строка № ${sequence} изменена.`, `Line ${sequence} was altered.`)
  }
  changes.forEach((change, index) => {
    const nth = index + 1
    if (changeDigest(change) !== change.digest) {
      report('CHANGE_ALTERED', [nth], `Изменение ${nth} подменено.`, `Change ${nth} was altered.`)
    }
    issues.push(
      ...recordIssues(change).map((issue) => ({ ...issue, path: [space, sequence, nth, ...issue.path] })),
    )
  })
  const told = entry.created + entry.updated + entry.deleted
  if (told !== changes.length || contentDigest(changes.map((change) => change.digest)) !== entry.content) {
    const [ru, en] = [
      'Изменения не те, что названы в строке.',
      'The changes are not those that the line names.',
    ]
    report('CHANGE_MISSING', [], ru, en)
  }
  if (issues.length > 0)
    throw new TirazhError('LOG_BROKEN', `Line ${sequence} cannot be trusted`, { space, issues })
}

/** What is written must be what the schemas accept, however it came here. @throws STORAGE_FAILED, DOCUMENT_NOT_PORTABLE */
function recordIssues({ space, kind, id, version, doc }: Change): readonly DataIssue[] {
  if (!isRecordKind(kind)) {
    const message = { ru: `Нет записей вида «${kind}».`, en: `There are no records of the kind '${kind}'.` }
    return [{ code: 'KIND_UNKNOWN', path: [], message }]
  }
  if (doc === null) return []
  assertPortable(doc)
  const parsed = schemas[kind].safeParse(contentOf({ space, kind, id, version, doc }, { name: 'export' }))
  if (!parsed.ok) return parsed.issues
  const message = {
    ru: `Код записи другой: «${parsed.value.id}».`,
    en: `The id of the record is '${parsed.value.id}'.`,
  }
  return parsed.value.id === id ? [] : [{ code: 'RECORD_ID', path: ['id'], message }]
}

function otherHistory(space: string, sequence: number): TirazhError {
  return refused(space, sequence, {
    ru: `В хранилище другая история: строка № ${sequence} не та. Перенесите в пустое хранилище.`,
    en: `The store has another history: line ${sequence} is not the same. Transfer into an empty store.`,
  })
}

function gap({ space, sequence }: LogEntry, head: LogHead): TirazhError {
  return refused(space, sequence, {
    ru: `За строкой № ${head.sequence} не может следовать эта строка № ${sequence}: чего-то не хватает.`,
    en: `This line ${sequence} cannot follow line ${head.sequence}: something is missing.`,
  })
}

function refused(space: string, sequence: number, message: DataIssue['message']): TirazhError {
  return new TirazhError('TRANSFER_REFUSED', message.en, {
    issues: [{ code: 'HISTORY_DIFFERS', path: [space, sequence], message }],
  })
}
