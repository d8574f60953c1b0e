import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from '@photostructure/sqlite'
import type { Adoption } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { sqlite } from '@tirazh/storage-sqlite'
import { report } from '../../report.js'
import { type ByHand, contest, filled } from '../contest.js'

const space = nizhnyNovgorod.id
const folder = mkdtempSync(join(tmpdir(), 'tirazh-bench-'))
try {
  const path = join(folder, 'programme.db')
  const storage = sqlite({ path })
  const programme = await filled(storage)
  // A file of its own for each side: two connections to one would throw away each other's pages.
  const copy = join(folder, 'copy.db')
  const source = await connection(path)
  source.exec(`VACUUM INTO '${copy}'`)
  source.close()
  const atLeast = { commit: 0.6, read: 0.7, find: 0.8 }
  report(await contest('SQLite', storage, programme, await byHand(copy), atLeast))
  await programme.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function byHand(path: string): Promise<ByHand> {
  const database = await connection(path)
  const at = "kind = 'adoption' AND space = ? AND id = ?"
  const get = database.prepare(`SELECT version, doc FROM tirazh_record WHERE ${at}`)
  const update = database.prepare(`UPDATE tirazh_record SET version = ?, doc = ? WHERE ${at} AND version = ?`)
  const select = database.prepare(
    `SELECT space, id, version, doc FROM tirazh_record
      WHERE kind = 'adoption' AND space = ? AND json_extract(doc, '$."practice"') = ?
      ORDER BY space, id LIMIT CAST(? AS INTEGER)`,
  )
  const insert = database.prepare(
    'INSERT INTO tirazh_record (kind, space, id, version, doc) VALUES (?, ?, ?, 1, ?)',
  )
  const head = database.prepare(
    "UPDATE tirazh_record SET version = version + 1, doc = ? WHERE kind = 'log-head' AND space = ? AND id = 'log'",
  )
  let sequence = 1
  const prepared = (id: string, basis: string): { version: number; changed: string } => {
    const { version, doc } = get.get(space, id) as { version: number; doc: string }
    return { version, changed: JSON.stringify({ ...JSON.parse(doc), basis }) }
  }
  const overwrite = (id: string, version: number, changed: string): void => {
    if (update.run(version + 1, changed, space, id, version).changes !== 1) throw new Error('overtaken')
  }
  const parse = (row: unknown): Adoption => JSON.parse(String((row as { doc: unknown }).doc))
  return {
    read: async (id) => parse(get.get(space, id)),
    async change(id, basis) {
      const { version, changed } = prepared(id, basis)
      database.exec('BEGIN IMMEDIATE')
      overwrite(id, version, changed)
      database.exec('COMMIT')
    },
    async changeRecorded(id, basis) {
      const { version, changed } = prepared(id, basis)
      sequence += 1
      const number = String(sequence).padStart(12, '0')
      const line = JSON.stringify({
        shape: 1,
        sequence,
        by: 'bench',
        unit: randomUUID(),
        at: new Date().toISOString(),
      })
      database.exec('BEGIN IMMEDIATE')
      overwrite(id, version, changed)
      const doc = `{"shape":1,"record":"adoption/${id}","version":${version + 1},"doc":${changed}}`
      insert.run('history', space, `${number}/0000001`, doc)
      insert.run('log', space, number, line)
      head.run(line, space)
      database.exec('COMMIT')
    },
    find: async (practice) => select.all(space, practice, 500).map(parse),
  }
}

/** On the driver that the store finds too on Node 20. */
async function connection(path: string): Promise<InstanceType<typeof DatabaseSync>> {
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  return database
}
