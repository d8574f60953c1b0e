import { compareCodePoints, type Key, type Op } from '@tirazh/spec'
import { chunks } from './chunks.js'
import { column, type PostgresExecutor } from './executor.js'
import { keyArrays } from './rows.js'
import { keyOrder, sameKey } from './sql.js'

/** A record that must have this version now; `json` is what becomes of it. */
export interface Write extends Key {
  readonly op: Op['op']
  readonly expect: number
  /** Empty where nothing is put. */
  readonly json: string
}

/** The operations in the order of their keys, which is the order in which every commit takes its locks. */
export function writesOf(ops: readonly Op[]): Write[] {
  return ops
    .map((op) => {
      const { space, kind, id, expect } = op
      return { op: op.op, space, kind, id, expect, json: op.op === 'put' ? JSON.stringify(op.doc) : '' }
    })
    .sort(
      (a, b) =>
        compareCodePoints(a.space, b.space) ||
        compareCodePoints(a.kind, b.kind) ||
        compareCodePoints(a.id, b.id),
    )
}

/**
 * Carries out the operations in the transaction that is open. False as soon as a guard does not hold: then
 * the transaction must be rolled back.
 *
 * No two commits wait for each other: locks of records that exist come first, then new keys, both in key
 * order, and what comes last waits for nobody.
 */
export async function write(client: PostgresExecutor, writes: readonly Write[]): Promise<boolean> {
  const existing = writes.filter(({ expect }) => expect > 0)
  const updates = existing.filter(({ op }) => op === 'put')
  const deletions = existing.filter(({ op }) => op === 'delete')
  const absent = writes.filter(({ expect }) => expect === 0)
  // A record that is not there cannot be locked, but its key can be taken: it is created as version 0 and
  // deleted in the same transaction, and whoever creates it meanwhile waits for the end of this one.
  const taken = absent.filter(({ op }) => op === 'check')
  // An update locks its records in the order of their keys by itself.
  const needsLock = existing.length > updates.length
  const mode = updates.length + deletions.length > 0 ? 'FOR UPDATE' : 'FOR SHARE'
  return (
    (!needsLock || (await all(client, lockIn(mode), existing))) &&
    (await all(client, update, updates)) &&
    (await all(client, insert, absent)) &&
    (await all(client, remove, [...deletions, ...taken]))
  )
}

/** Runs the statement for every record. False if it did not apply to one. */
async function all(client: PostgresExecutor, text: string, writes: readonly Write[]): Promise<boolean> {
  const withDocs = text.includes('$5')
  for (const chunk of chunks(writes, ({ json }) => json.length)) {
    const values = [...keyArrays(chunk), chunk.map(({ expect }) => expect)]
    if (withDocs) values.push(chunk.map(({ op, json }) => (op === 'put' ? json : null)))
    const { rows } = await client.query(text, values)
    if (Number(column(rows[0], 'done')) !== chunk.length) return false
  }
  return true
}

const keysAndVersions = `unnest($1::text[], $2::text[], $3::text[], $4::int8[])
  AS given (space, kind, id, version)`
const keysAndDocs = `unnest($1::text[], $2::text[], $3::text[], $4::int8[], $5::text[])
  AS given (space, kind, id, version, doc)`

// The statements count themselves, since executors differ in how they tell the number of rows.
const lockIn = (mode: 'FOR UPDATE' | 'FOR SHARE'): string => `SELECT count(*) AS done FROM (
  SELECT 1 FROM ${keysAndVersions} JOIN tirazh_record AS record ON ${sameKey}
  WHERE record.version = given.version ORDER BY ${keyOrder} ${mode} OF record) AS locked`

const update = `WITH locked AS (
  SELECT given.* FROM ${keysAndDocs} JOIN tirazh_record AS record ON ${sameKey}
  WHERE record.version = given.version ORDER BY ${keyOrder} FOR UPDATE OF record),
  written AS (
  UPDATE tirazh_record AS record SET version = given.version + 1, doc = given.doc::jsonb FROM locked AS given
  WHERE ${sameKey} AND record.version = given.version RETURNING 1)
  SELECT count(*) AS done FROM written`

// Without a document it is a key that is only taken. What is there already is not waited for, since whoever
// changes it may wait for a key of this commit.
const insert = `WITH written AS (
  INSERT INTO tirazh_record (space, kind, id, version, doc)
  SELECT space, kind, id, CASE WHEN doc IS NULL THEN 0 ELSE 1 END, COALESCE(doc, 'null')::jsonb FROM ${keysAndDocs}
  WHERE NOT EXISTS (SELECT 1 FROM tirazh_record AS record WHERE ${sameKey})
  ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*) AS done FROM written`

const remove = `WITH removed AS (
  DELETE FROM tirazh_record AS record USING ${keysAndVersions}
  WHERE ${sameKey} AND record.version = given.version RETURNING 1)
  SELECT count(*) AS done FROM removed`
