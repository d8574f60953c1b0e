import type { Key, Op, Row, StorageConflict } from '@tirazh/spec'
import { codePoints } from './code-points.js'

/** The storage contract in its shortest form: slow, and plain enough to be believed. */
export interface Model {
  /** Applies all operations, or none; returns the guards that did not hold. */
  commit(ops: readonly Op[]): readonly StorageConflict[]
  /** 0 where there is no record. */
  version(key: Key): number
  /** The rows of a kind by code point of (space, id). */
  rows(kind: string): readonly Row[]
}

export function model(): Model {
  const rows = new Map<string, Row>()
  const version = (key: Key): number => rows.get(place(key))?.version ?? 0
  return {
    version,
    commit(ops) {
      const conflicts = ops
        .map(({ space, kind, id, expect }) => ({ key: { space, kind, id }, expected: expect }))
        .map((guard) => ({ ...guard, actual: version(guard.key) }))
        .filter(({ expected, actual }) => expected !== actual)
      if (conflicts.length > 0) return conflicts
      for (const op of ops) {
        const { space, kind, id } = op
        if (op.op === 'delete') rows.delete(place(op))
        if (op.op === 'put') rows.set(place(op), { space, kind, id, version: op.expect + 1, doc: op.doc })
      }
      return []
    },
    rows(kind) {
      return [...rows.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, row]) => row)
        .filter((row) => row.kind === kind)
    },
  }
}

/** The key as text whose plain order is that of the code points of (space, id). */
function place({ space, id, kind }: Key): string {
  return [space, id, kind].map(codePoints).join(' ')
}
