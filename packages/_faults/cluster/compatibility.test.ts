import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import {
  type GaleraCluster,
  type MariadbServer,
  type PgBouncer,
  type PostgresServer,
  startDebianPostgres,
  startGalera,
  startMariadb,
  startPgBouncer,
  startPostgres,
  whyMissing,
} from '@tirazh/servers'
import { memory } from '@tirazh/storage-memory'
import { type PostgresStorage, pglitePool, postgres } from '@tirazh/storage-postgres'
import {
  checkStorage,
  compatibilityTable,
  type StorageResult,
  type TestStorageOptions,
} from '@tirazh/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitOn } from '../../storage-mysql/cluster/databases.js'
import { pools } from '../../storage-postgres/test/database.js'
import { hooks } from '../../storage-postgres/test/hooks.js'
import { begun } from '../../storage-postgres/test/pglite.js'
import { drivers, host } from '../../storage-sqlite/test/handles.js'

/** Where the table is that readers see. To write it anew: `npm run test:cluster -- compatibility -u`. */
const page = new URL('../../../docs/compatibility.md', import.meta.url)

const wanted = ['postgres-npm', 'postgres-debian', 'pgbouncer', 'mariadb', 'galera'] as const
const reasons = await Promise.all(wanted.map((engine) => whyMissing(engine)))
const missing = reasons.find((reason) => reason !== undefined)

describe.skipIf(missing)(missing ?? 'the stores', () => {
  let folder: string
  let postgres18: PostgresServer
  let postgres15: PostgresServer
  let bouncer: PgBouncer
  let mariadb: MariadbServer
  let galera: GaleraCluster
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tirazh-compatibility-'))
    postgres18 = await startPostgres()
    await postgres18.createDatabase('behind')
    postgres15 = await startDebianPostgres()
    await postgres15.createDatabase('ru', { icuLocale: 'ru-RU' })
    bouncer = await startPgBouncer({ port: postgres18.port, poolSize: 3 })
    mariadb = await startMariadb()
    galera = await startGalera({ nodes: 3 })
  })
  afterAll(async () => {
    for (const each of [bouncer, postgres18, postgres15, mariadb, galera]) await each?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('pass what the table in the documentation says', async () => {
    const own = { on18: pools(postgres18), on15: pools(postgres15), behind: pools({ port: bouncer.port }) }
    let files = 0
    const newFile = (): string => join(folder, `${++files}.db`)
    const pglite = new PGlite()
    let last: PostgresStorage | undefined
    let node = 0
    const ofGalera = kitOn(() => ({ port: galera.ports[node] ?? 0 }))
    const stores: Readonly<Record<string, Omit<TestStorageOptions, 'describe' | 'it' | 'name'>>> = {
      memory: { create: () => memory() },
      ...Object.fromEntries(drivers.map(([name, open]) => [`SQLite, ${name}`, host(open, newFile)])),
      'PostgreSQL 18': hooks(() => own.on18.fresh()),
      'PostgreSQL 15, ICU ru-RU': hooks(() => own.on15.fresh({ database: 'ru' })),
      PgBouncer: hooks(() => own.behind.emptied('behind')),
      PGlite: {
        async create() {
          await pglite.exec('DROP TABLE IF EXISTS tirazh_record, tirazh_schema')
          last = postgres({ pool: pglitePool(pglite), migrate: 'auto', durable: false })
          return last
        },
        transactions: () => begun(pglite, last),
      },
      MariaDB: kitOn(() => mariadb),
      'Galera × 3': {
        ...ofGalera,
        // Each case on the next node.
        create() {
          node = (node + 1) % galera.ports.length
          return ofGalera.create()
        },
      },
    }
    const results: StorageResult[] = []
    for (const [name, options] of Object.entries(stores)) {
      results.push(...(await checkStorage({ name, histories: 20, ...options })))
    }
    await pglite.close()
    for (const each of Object.values(own)) await each.end()
    const text = `# What passes the kit

Each storage of ours on each engine and driver, with the cases of \`@tirazh/testkit\` that it passes, by area. This page
is written by a run on real servers, and a test holds it against the next one. The kits of the packages also try at
least 500 random histories on each.

${compatibilityTable(results)}`
    await expect(text).toMatchFileSnapshot(page.pathname)
    const failures = results.flatMap(({ storage, id, failure }) =>
      failure ? [[storage, id, failure.message]] : [],
    )
    expect(failures).toEqual([])
  })
})
