/**
 * A host with no net under it: whatever nobody listens to ends this process. Its connections are ended by the
 * server in the middle of a commit, of a search and between two statements; it prints what it was told and
 * what is there in the end.
 */
import pg from 'pg'
import { postgres } from '../src/index.js'
import { docs, put, thrownBy } from './plain.js'
import { type Stop, stopAt, waiting, watched } from './watched.js'

const config = { host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' }
const admin = new pg.Pool(config)
const pool = new pg.Pool(config)
// What the pool's own, idle connections tell is for the host to hear.
pool.on('error', () => {})

let stop: Stop | undefined
const storage = postgres({ pool: watched(pool, { before: (text) => stop?.before(text) }), migrate: 'auto' })
await storage.open([{ kind: 'practice' }])
await storage.commit([put('ПР-1', 0, { n: 1 })])

const told: unknown[] = []
for (const work of [() => storage.commit([put('ПР-2', 0), put('ПР-1', 1)]), () => docs(storage)]) {
  const lock = await admin.connect()
  await lock.query('BEGIN; LOCK TABLE tirazh_record IN ACCESS EXCLUSIVE MODE')
  const thrown = thrownBy(work())
  await admin.query('SELECT pg_terminate_backend($1)', [await waiting(admin, thrown)])
  told.push(await thrown)
  await lock.query('ROLLBACK')
  lock.release()
}

// While a connection is taken and rests, there is no statement that could be told.
stop = stopAt(/^COMMIT/)
const thrown = thrownBy(storage.commit([put('ПР-2', 0), put('ПР-1', 1)]))
await stop.reached
const ends = new Promise((resolve) => pool.once('remove', resolve))
await admin.query(
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'",
)
// The connection must have ended before the adapter goes on, and not only be about to.
for (let turn = 0; turn < 20; turn++) await admin.query('SELECT 1')
stop.go()
told.push(await thrown)
await ends

await storage.commit([put('ПР-1', 1, { n: 2 })])
process.stdout.write(JSON.stringify({ told, docs: await docs(storage) }))
await Promise.all([pool.end(), admin.end()])
