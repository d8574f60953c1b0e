import type { Key, Row, StorageConflict } from '@tirazh/spec'
import { column, type PostgresExecutor, type PostgresValue } from './executor.js'
import { sameKey } from './sql.js'

/** The records at the keys, all as of one moment: a single statement sees a single state. */
export async function readRows(client: PostgresExecutor, keys: readonly Key[]): Promise<(Row | undefined)[]> {
  const [only, ...others] = keys
  if (only !== undefined && others.length === 0) {
    const { rows } = await client.query(one, [only.space, only.kind, only.id])
    return [rows.length === 0 ? undefined : rowOf(only, rows[0])]
  }
  const found: (Row | undefined)[] = keys.map(() => undefined)
  for (const [place, row] of await lookUp(client, keys, 'record.version, record.doc::text AS doc')) {
    const key = keys[place]
    if (key) found[place] = rowOf(key, row)
  }
  return found
}

/** The guards that do not hold at this moment. */
export async function readConflicts(
  client: PostgresExecutor,
  guards: readonly (Key & { readonly expect: number })[],
): Promise<StorageConflict[]> {
  const versions = new Map<number, number>()
  for (const [place, row] of await lookUp(client, guards, 'record.version'))
    versions.set(place, versionOf(row))
  return guards
    .map(({ space, kind, id, expect }, place) => ({
      key: { space, kind, id },
      expected: expect,
      actual: versions.get(place) ?? 0,
    }))
    .filter(({ expected, actual }) => expected !== actual)
}

/** The row at a key, whatever the driver made of the types of its columns. */
export function rowOf({ space, kind, id }: Key, row: unknown): Row {
  return { space, kind, id, version: versionOf(row), doc: JSON.parse(String(column(row, 'doc'))) }
}

export function keyArrays(keys: readonly Key[]): PostgresValue[] {
  return [keys.map(({ space }) => space), keys.map(({ kind }) => kind), keys.map(({ id }) => id)]
}

function versionOf(row: unknown): number {
  return Number(column(row, 'version'))
}

/** What was found, each with its place among the keys. */
async function lookUp(
  client: PostgresExecutor,
  keys: readonly Key[],
  columns: string,
): Promise<[number, unknown][]> {
  if (keys.length === 0) return []
  const text = `SELECT given.place, ${columns}
    FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS given (space, kind, id, place)
    JOIN tirazh_record AS record ON ${sameKey}`
  const { rows } = await client.query(text, keyArrays(keys))
  return rows.map((row) => [Number(column(row, 'place')) - 1, row])
}

const one = 'SELECT version, doc::text AS doc FROM tirazh_record WHERE space = $1 AND kind = $2 AND id = $3'
