import { openProgramme, recordKinds, type Records } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { postgresPool, startPostgres } from '@tirazh/servers'
import { postgres } from '@tirazh/storage-postgres'
import { sqlite } from '@tirazh/storage-sqlite'
import { decideAllStored } from '../../core/src/pushdown/decide-all.js'
import { decideInProcess } from '../../core/src/pushdown/in-process.js'
import { rmSync } from 'node:fs'
const { records: base } = await readRegister('examples/regional-summary/register')
function times(records: Records, n: number): Records {
  if (n === 1) return records
  const out: any = {}
  for (const kind of recordKinds) {
    if (kind === 'municipality' || kind === 'factory') { out[kind] = records[kind]; continue }
    out[kind] = Array.from({ length: n }, (_, i) => records[kind].map((r: any) => { const c = { ...r, id: `${r.id}-${i}` }; for (const k of ['practice','sourceProject','check','defence']) if (typeof r[k] === 'string') c[k] = `${r[k]}-${i}`; return c })).flat()
  }
  return out
}
async function best(f: () => Promise<unknown>, n: number): Promise<number> { const t: number[] = []; for (let i = 0; i < n; i++) { const s = performance.now(); await f(); t.push(performance.now() - s) } return t.sort((a, b) => a - b)[n >> 1]! }
const server = await startPostgres()
const pool = postgresPool({ port: server.port, max: 2 })
for (const scale of [1, 10]) {
  const records = times(base!, scale)
  rmSync('/tmp/pd/m.db', { force: true }); rmSync('/tmp/pd/m.db-wal', { force: true }); rmSync('/tmp/pd/m.db-shm', { force: true })
  for (const [name, storage] of [['sqlite file', sqlite({ path: '/tmp/pd/m.db' })], ['postgres', postgres({ pool, migrate: 'auto' })]] as const) {
    const region = { ...nizhnyNovgorod, id: `r${scale}` }
    const programme = await openProgramme({ storage, region })
    await programme.save(records, { by: 'x', mode: 'replace' })
    const run = async (label: string) => {
      const cells: string[] = []
      for (const policy of ['replication', 'regional', 'federal']) {
        const a = await best(() => decideAllStored({ storage, space: region.id, region, snapshot: () => { throw new Error('no') } }, policy, { asOf: '2025-12-24' }), 5)
        const b = await best(async () => decideInProcess(await programme.snapshot(), policy, { asOf: '2025-12-24' }), 5)
        cells.push(`${policy}: sql ${a.toFixed(0)} / in process ${b.toFixed(0)} ms = ${(a / b).toFixed(2)}`)
      }
      console.log(`x${scale} ${name} ${label} | ${cells.join(' | ')}`)
    }
    if (name === 'postgres') { await run('as written'); await pool.query('ANALYZE'); await run('analysed') } else await run('')
    if (name !== 'postgres') await storage.close()
  }
}
await pool.end(); await server.stop()
