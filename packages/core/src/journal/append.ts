import type { Instant, Op } from '@tirazh/spec'
import {
  type Change,
  changeDigest,
  changeDocument,
  changeKey,
  contentDigest,
  cursorOf,
  headDocument,
  headKey,
  type LogEntry,
  type LogHead,
  lineDocument,
  lineHash,
  lineKey,
} from './entries.js'

/** A line and everything that one commit writes with it. */
export interface Line {
  readonly entry: LogEntry
  readonly ops: readonly Op[]
}

/**
 * The operations with a row of history for each record that they change, the line of the log and its new
 * head. They are one commit, so none is ever there without the others, and the head refuses it if anybody
 * wrote after `last`.
 */
export function lineOps(
  space: string,
  { by, unit, at }: { readonly by: string; readonly unit: string; readonly at: Instant },
  last: LogHead,
  ops: readonly Op[],
): Line {
  const sequence = last.sequence + 1
  const changes = changesOf(space, sequence, ops)
  const line = {
    space,
    sequence,
    // A clock that was set back must not make the past seem later.
    at: at < last.at ? last.at : at,
    by,
    unit,
    created: ops.filter((op) => op.op === 'put' && op.expect === 0).length,
    updated: ops.filter((op) => op.op === 'put' && op.expect > 0).length,
    deleted: ops.filter((op) => op.op === 'delete').length,
    content: contentDigest(changes.map((change) => change.digest)),
    previous: last.hash,
  }
  const entry: LogEntry = { ...line, hash: lineHash(line) }
  return { entry, ops: [...ops, ...recordingOps(entry, changes)] }
}

/** What keeps a line and its changes, after line `entry.sequence − 1`. */
export function recordingOps(entry: LogEntry, changes: readonly Change[]): readonly Op[] {
  const { space, sequence } = entry
  return [
    ...changes.map(
      (change): Op => ({
        ...changeKey(space, change.cursor),
        op: 'put',
        expect: 0,
        doc: changeDocument(change),
      }),
    ),
    { ...lineKey(space, sequence), op: 'put', expect: 0, doc: lineDocument(entry) },
    { ...headKey(space), op: 'put', expect: sequence - 1, doc: headDocument(entry) },
  ]
}

function changesOf(space: string, sequence: number, ops: readonly Op[]): readonly Change[] {
  const changes: Change[] = []
  for (const op of ops) {
    if (op.op === 'check') continue
    const { kind, id, expect } = op
    const made =
      op.op === 'put'
        ? { kind, id, version: expect + 1, doc: op.doc }
        : { kind, id, version: expect, doc: null }
    const cursor = cursorOf(sequence, changes.length + 1)
    changes.push({ space, sequence, cursor, ...made, digest: changeDigest(made) })
  }
  return changes
}
