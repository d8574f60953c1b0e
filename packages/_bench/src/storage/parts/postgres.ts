import { randomUUID } from 'node:crypto'
import { type Adoption, openProgramme } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { postgresPool, startPostgres, whyMissing } from '@tirazh/servers'
import { postgres } from '@tirazh/storage-postgres'
import type pg from 'pg'
import { report } from '../../report.js'
import { type ByHand, contest, filled } from '../contest.js'

const space = nizhnyNovgorod.id
const missing = await whyMissing('postgres-npm')
if (missing !== undefined) throw new Error(missing)
const server = await startPostgres({ durable: true })
try {
  await server.createDatabase('ours')
  const first = postgresPool({ port: server.port, database: 'ours' })
  await filled(postgres({ pool: first, migrate: 'auto' }))
  await first.query('VACUUM ANALYZE')
  await first.end()
  // The other side has a database of its own with the same rows.
  await server.query('CREATE DATABASE theirs TEMPLATE ours')
  const ours = postgresPool({ port: server.port, database: 'ours', max: 4 })
  const theirs = postgresPool({ port: server.port, database: 'theirs', max: 4 })
  const storage = postgres({ pool: ours })
  const programme = await openProgramme({ storage, region: nizhnyNovgorod })
  const atLeast = { commit: 0.5, read: 0.7, find: 0.8 }
  report(await contest('PostgreSQL', storage, programme, byHand(theirs), atLeast))
  await ours.end()
  await theirs.end()
} finally {
  await server.stop()
}

function byHand(pool: pg.Pool): ByHand {
  const at = "space = $1 AND kind = 'adoption' AND id = $2"
  const parse = (row: { doc: string }): Adoption => JSON.parse(row.doc)
  let sequence = 1
  async function changed(
    id: string,
    basis: string,
    record: (client: pg.PoolClient, version: number, doc: string) => Promise<void>,
  ): Promise<void> {
    const client = await pool.connect()
    try {
      const { rows } = await client.query(`SELECT version, doc::text AS doc FROM tirazh_record WHERE ${at}`, [
        space,
        id,
      ])
      const version = Number(rows[0].version)
      const doc = JSON.stringify({ ...parse(rows[0]), basis })
      await client.query('BEGIN')
      const { rowCount } = await client.query(
        `UPDATE tirazh_record SET version = $3, doc = $4 WHERE ${at} AND version = $5`,
        [space, id, version + 1, doc, version],
      )
      if (rowCount !== 1) throw new Error('overtaken')
      await record(client, version, doc)
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
  return {
    async read(id) {
      const { rows } = await pool.query(`SELECT version, doc::text AS doc FROM tirazh_record WHERE ${at}`, [
        space,
        id,
      ])
      return parse(rows[0])
    },
    change: (id, basis) => changed(id, basis, async () => {}),
    changeRecorded: (id, basis) =>
      changed(id, basis, async (client, version, doc) => {
        sequence += 1
        const number = String(sequence).padStart(12, '0')
        const line = JSON.stringify({
          shape: 1,
          sequence,
          by: 'bench',
          unit: randomUUID(),
          at: new Date().toISOString(),
        })
        const history = `{"shape":1,"record":"adoption/${id}","version":${version + 1},"doc":${doc}}`
        await client.query(
          `INSERT INTO tirazh_record (kind, space, id, version, doc)
            VALUES ('history', $1, $2, 1, $3), ('log', $1, $4, 1, $5)`,
          [space, `${number}/0000001`, history, number, line],
        )
        await client.query(
          `UPDATE tirazh_record SET version = version + 1, doc = $2
            WHERE space = $1 AND kind = 'log-head' AND id = 'log'`,
          [space, line],
        )
      }),
    async find(practice) {
      const { rows } = await pool.query(
        `SELECT space, id, version, doc::text AS doc FROM tirazh_record
          WHERE kind = 'adoption' AND space = $1
            AND left(doc->>'practice', 100) COLLATE "C" = left($2::text::jsonb #>> '{}', 100)
            AND doc->'practice' = $2::text::jsonb
          ORDER BY space, id LIMIT $3::int8`,
        [space, JSON.stringify(practice), 500],
      )
      return rows.map(parse)
    },
  }
}
