import type { DataIssue, RecordRef, StorageAdapter, Text } from '@tirazh/spec'
import { type Checkpoint, type Ed25519Key, isSignedBy } from './checkpoint.js'
import { changeDigest, headKey, type LogHead, noHead, readHead } from './entries.js'
import { type CheckedLine, checkedLines, readable } from './verify-lines.js'

/** What `verify` found. */
export interface LogCheck {
  readonly space: string
  /** Nothing is wrong. */
  readonly intact: boolean
  /** How many lines there are. */
  readonly lines: number
  /** The last line that is there. */
  readonly head: LogHead
  /** In the order of the log, then the records, then the checkpoints. */
  readonly problems: readonly LogProblem[]
}

/** Something that was changed, moved, removed or added without the log. */
export interface LogProblem extends DataIssue {
  readonly code: LogProblemCode
  /** The line that it is found at, where it is one. */
  readonly sequence?: number
  /** The record concerned, where it is one. */
  readonly record?: RecordRef
}

export type LogProblemCode =
  | 'LINE_MISSING'
  | 'LINE_ALTERED'
  | 'CHAIN_BROKEN'
  | 'CHANGE_ALTERED'
  | 'CHANGE_MISSING'
  | 'CHANGE_UNEXPECTED'
  | 'HEAD_ALTERED'
  | 'LOG_TRUNCATED'
  | 'RECORD_ALTERED'
  | 'CHECKPOINT_FORGED'
  | 'CHECKPOINT_DIFFERS'

export interface TrustedCheckpoint {
  readonly checkpoint: Checkpoint
  /** The public key of whoever signed it. */
  readonly publicKey: Ed25519Key
}

/**
 * Walks the log of a space from its first line: lines and changes against their digests, the chain, the
 * head, the records against what the log made of them, and the checkpoints against the lines they are of.
 * Keeps a digest for each record, and nothing else that grows.
 * @throws STORAGE_FAILED where the store cannot be read
 */
export async function verifyLog(
  storage: StorageAdapter,
  space: string,
  kinds: readonly string[],
  checkpoints: readonly TrustedCheckpoint[] = [],
): Promise<LogCheck> {
  const problems: LogProblem[] = []
  const digests = new Map<string, string>()
  const hashes = new Map(checkpoints.map(({ checkpoint }) => [checkpoint.sequence, '']))
  let head = noHead
  let lines = 0
  for await (const line of checkedLines(storage, space)) {
    problems.push(...line.problems)
    play(line, digests)
    if (line.entry === undefined) continue
    lines += 1
    head = { sequence: line.entry.sequence, hash: line.entry.hash, at: line.entry.at }
    if (hashes.has(head.sequence)) hashes.set(head.sequence, head.hash)
  }
  problems.push(...(await headProblems(storage, space, head)))
  problems.push(...(await recordProblems(storage, space, kinds, digests)))
  for (const trusted of checkpoints) {
    problems.push(...(await checkpointProblems(space, trusted, head, hashes)))
  }
  return { space, intact: problems.length === 0, lines, head, problems }
}

function play({ changes }: CheckedLine, digests: Map<string, string>): void {
  for (const { kind, id, doc, digest } of changes) {
    if (doc === null) digests.delete(`${kind}/${id}`)
    else digests.set(`${kind}/${id}`, digest)
  }
}

async function headProblems(
  storage: StorageAdapter,
  space: string,
  last: LogHead,
): Promise<readonly LogProblem[]> {
  const [row] = await storage.read([headKey(space)])
  const told = readable(() => readHead(row, storage))
  if (told !== undefined && told.sequence > last.sequence) {
    return [
      problem('LOG_TRUNCATED', space, last.sequence + 1, {
        ru: `Журнал обрывается: последняя строка № ${last.sequence}, а было не меньше ${told.sequence}.`,
        en: `The log is cut off: its last line is ${last.sequence}, and there were at least ${told.sequence}.`,
      }),
    ]
  }
  const agrees = told?.sequence === last.sequence && told.hash === last.hash
  if (agrees && (row?.version ?? 0) === last.sequence) return []
  return [
    problem('HEAD_ALTERED', space, last.sequence, {
      ru: `Отметка о конце журнала не совпадает со строкой № ${last.sequence}.`,
      en: `The mark of the end of the log does not agree with line ${last.sequence}.`,
    }),
  ]
}

async function recordProblems(
  storage: StorageAdapter,
  space: string,
  kinds: readonly string[],
  digests: Map<string, string>,
): Promise<readonly LogProblem[]> {
  const problems: LogProblem[] = []
  const altered = (kind: string, id: string, ru: string, en: string): void => {
    const message = { ru: `Запись «${id}» (${kind}) ${ru}.`, en: `The ${kind} '${id}' ${en}.` }
    problems.push({ code: 'RECORD_ALTERED', path: [space, kind, id], message, record: { kind, id } })
  }
  for (const kind of kinds) {
    for await (const { id, version, doc } of storage.find({ kind, space })) {
      const name = `${kind}/${id}`
      const expected = digests.get(name)
      digests.delete(name)
      if (expected === undefined) altered(kind, id, 'не из журнала', 'is not from the log')
      else if (expected !== changeDigest({ kind, id, version, doc })) {
        altered(kind, id, 'изменена в обход журнала', 'was changed without the log')
      }
    }
  }
  for (const name of digests.keys()) {
    const slash = name.indexOf('/')
    altered(
      name.slice(0, slash),
      name.slice(slash + 1),
      'пропала в обход журнала',
      'has gone without the log',
    )
  }
  return problems
}

async function checkpointProblems(
  space: string,
  { checkpoint, publicKey }: TrustedCheckpoint,
  head: LogHead,
  hashes: ReadonlyMap<number, string>,
): Promise<readonly LogProblem[]> {
  const { sequence, hash } = checkpoint
  const found = sequence === 0 ? noHead.hash : hashes.get(sequence)
  if (checkpoint.space !== space || !(await isSignedBy(checkpoint, publicKey))) {
    return [
      problem('CHECKPOINT_FORGED', space, sequence, {
        ru: `Контрольная точка № ${sequence} не подписана этим ключом или выдана для другого реестра.`,
        en: `The checkpoint of line ${sequence} is not signed with this key, or is that of another space.`,
      }),
    ]
  }
  if (found === hash) return []
  if (sequence > head.sequence) {
    return [
      problem('LOG_TRUNCATED', space, head.sequence + 1, {
        ru: `Журнал обрывается на строке № ${head.sequence}, а контрольная точка выдана на строке № ${sequence}.`,
        en: `The log ends with line ${head.sequence}, and the checkpoint was given at line ${sequence}.`,
      }),
    ]
  }
  return [
    problem('CHECKPOINT_DIFFERS', space, sequence, {
      ru: `Строка № ${sequence} не та, на которую выдана контрольная точка: журнал переписан до неё.`,
      en: `Line ${sequence} is not the one the checkpoint was given at: the log was rewritten up to it.`,
    }),
  ]
}

function problem(code: LogProblemCode, space: string, sequence: number, message: Text): LogProblem {
  return { code, path: [space, sequence], message, sequence }
}
