import {
  checkOps,
  checkQuery,
  compareCodePoints,
  type Key,
  meets,
  type Op,
  type Query,
  type Row,
  type StorageAdapter,
  TirazhError,
} from '@tirazh/spec'
import { type Journal, openJournal } from './journal.js'
import { Locked, lock } from './lock.js'

/** Keeps records in memory and in a file with one line for each commit. One process at a time. */
export function jsonLines(path: string): StorageAdapter {
  const rows = new Map<string, Row>()
  let journal: Journal | undefined
  let unlock = (): void => {}
  let closed = false

  /** What a line says, now that it is on the disk. A row of version 0 is gone. */
  const apply = (line: string): void => {
    const changes: readonly Row[] = JSON.parse(line)
    for (const row of changes) {
      if (row.version === 0) rows.delete(place(row))
      else rows.set(place(row), row)
    }
  }

  const opened = (): Journal => {
    if (journal !== undefined) return journal
    const remedy = closed ? 'is closed; make a new one' : 'is not open yet; await open() first'
    throw new TirazhError('STORAGE_CLOSED', `The json-lines storage ${remedy}`, { storage: 'json-lines' })
  }

  return {
    name: 'json-lines',
    contract: 1,
    supports: { durable: true, where: ['=', '<', '<=', '>', '>='], within: false, sql: null },

    async open() {
      if (closed) opened()
      if (journal !== undefined) return
      attempt('open', () => {
        unlock = lock(`${path}.lock`)
        let lines = 0
        try {
          journal = openJournal(path, (line) => {
            apply(line)
            lines++
          })
          if (lines > 2 * rows.size + 1000)
            journal.rewrite([...rows.values()].map((row) => JSON.stringify([row])))
        } catch (error) {
          journal?.close()
          journal = undefined
          rows.clear()
          unlock()
          throw error
        }
      })
    },

    async read(keys) {
      opened()
      return keys.map((key) => structuredClone(rows.get(place(key))))
    },

    async *find(query) {
      opened()
      checkQuery(query)
      const found = [...rows.values()].filter((row) => matches(row, query)).sort(compareRows)
      for (const row of found.slice(0, query.limit)) yield structuredClone(row)
    },

    async commit(ops) {
      const file = opened()
      checkOps(ops)
      const conflicts = ops
        .map((op) => ({ key: keyOf(op), expected: op.expect, actual: rows.get(place(op))?.version ?? 0 }))
        .filter(({ expected, actual }) => expected !== actual)
      if (conflicts.length > 0) {
        const message = `${conflicts.length} of ${ops.length} guards do not hold; nothing was written`
        throw new TirazhError('STORAGE_CONFLICT', message, { conflicts })
      }
      const line = JSON.stringify(ops.flatMap(changeOf))
      attempt('commit', () => file.append(line))
      apply(line)
    },

    async close() {
      const last = journal
      journal = undefined
      closed = true
      rows.clear()
      if (last === undefined) return
      attempt('close', () => {
        last.close()
        unlock()
      })
    },
  }
}

function changeOf(op: Op): Row[] {
  if (op.op === 'check') return []
  if (op.op === 'delete') return [{ ...keyOf(op), version: 0, doc: null }]
  return [{ ...keyOf(op), version: op.expect + 1, doc: op.doc }]
}

function matches(row: Row, { kind, space, after, where = [] }: Query): boolean {
  if (row.kind !== kind || (space !== undefined && row.space !== space)) return false
  if (after !== undefined && compareRows(row, after) <= 0) return false
  return where.every((condition) => meets(row.doc, condition))
}

type Position = Pick<Key, 'space' | 'id'>

/** Not `<` and not a collation: the order of every store is that of code points. */
function compareRows(a: Position, b: Position): number {
  return compareCodePoints(a.space, b.space) || compareCodePoints(a.id, b.id)
}

/** No separator of its own: every character may occur in a key. */
function place({ space, kind, id }: Key): string {
  return JSON.stringify([space, kind, id])
}

function keyOf({ space, kind, id }: Key): Key {
  return { space, kind, id }
}

/** Runs the work; what the file system throws becomes STORAGE_FAILED. */
function attempt(during: string, work: () => void): void {
  try {
    work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const details = { storage: 'json-lines', during, transient: cause instanceof Locked }
    const message = `The json-lines storage could not ${during}: ${reason}`
    throw new TirazhError('STORAGE_FAILED', message, details, { cause })
  }
}
