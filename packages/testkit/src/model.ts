import type { Key, Op, Query, Row, StorageConflict } from '@tirazh/spec'
import { codePoints } from './code-points.js'
import { holds } from './holds.js'

/** The storage contract in its shortest form: slow, and plain enough to be believed. */
export interface Model {
  /** Applies all operations, or none; returns the guards that did not hold. */
  commit(ops: readonly Op[]): readonly StorageConflict[]
  row(key: Key): Row | undefined
  /** 0 where there is no record. */
  version(key: Key): number
  /** The rows that match, by code point of (space, id). */
  find(query: Query): readonly Row[]
  /** Everything, by code point of (space, id, kind). */
  rows(): readonly Row[]
  /** Another model that holds the same. */
  copy(): Model
}

export function model(initial: readonly Row[] = []): Model {
  const kept = new Map(initial.map((row) => [name(row), row]))
  const version = (key: Key): number => kept.get(name(key))?.version ?? 0
  const rows = (): readonly Row[] =>
    [...kept.values()]
      .map((row) => ({ row, place: `${position(row)} ${codePoints(row.kind)}` }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ row }) => row)
  return {
    version,
    rows,
    row: (key) => kept.get(name(key)),
    copy: () => model(rows()),
    commit(ops) {
      const conflicts = ops
        .map(({ space, kind, id, expect }) => ({ key: { space, kind, id }, expected: expect }))
        .map((guard) => ({ ...guard, actual: version(guard.key) }))
        .filter(({ expected, actual }) => expected !== actual)
      if (conflicts.length > 0) return conflicts
      for (const op of ops) {
        const { space, kind, id } = op
        if (op.op === 'delete') kept.delete(name(op))
        if (op.op === 'put') kept.set(name(op), { space, kind, id, version: op.expect + 1, doc: op.doc })
      }
      return []
    },
    find({ kind, space, where = [], after, limit }) {
      return rows()
        .filter((row) => row.kind === kind && (space === undefined || row.space === space))
        .filter((row) => after === undefined || position(row) > position(after))
        .filter((row) => where.every((condition) => holds(row.doc, condition)))
        .slice(0, limit)
    },
  }
}

function name({ space, kind, id }: Key): string {
  return JSON.stringify([space, kind, id])
}

/** Text whose plain order is that of the code points of (space, id). */
function position({ space, id }: Pick<Key, 'space' | 'id'>): string {
  return `${codePoints(space)} ${codePoints(id)}`
}
