import { chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Standing } from '../src/counting.js'
import { look } from '../src/look.js'
import { type SmallDisk, smallDisk, whyNoSmallDisk } from '../src/small-disk.js'
import type { Store } from '../src/store.js'
import { book, tally, told } from '../src/tally.js'
import { newWriter } from '../src/writers.js'

const noDisk = whyNoSmallDisk()
const megabytes = 12
/** How often the disk gets full; each time some room is made. */
const rounds = 4

describe.skipIf(noDisk)(noDisk ?? 'A full disk', () => {
  test('SQLite loses nothing acknowledged on a full disk, answers meanwhile and goes on when there is room', async () => {
    const disk = await smallDisk(megabytes, rounds)
    await survives(disk, { kind: 'sqlite', path: join(disk.folder, 'programme.db') })
  })
})

const noServer = noDisk ?? (await whyMissing('postgres-npm'))

describe.skipIf(noServer)(noServer ?? 'A full disk', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres({ durable: true })
  })
  afterAll(() => server?.stop())

  // Its log stays elsewhere: one file of it is larger than this disk, and without it the server stops, which
  // is what the test of killed servers is about.
  test('PostgreSQL loses nothing acknowledged when the disk of its tables is full, answers meanwhile and goes on when there is room', async () => {
    const disk = await smallDisk(megabytes, rounds)
    const folder = join(disk.folder, 'tables')
    mkdirSync(folder)
    const [row] = await server.query('SHOW data_directory')
    const { uid, gid } = statSync(String(row?.data_directory))
    for (const each of [disk.folder, folder]) chownSync(each, uid, gid)
    await server.query(`CREATE TABLESPACE small LOCATION '${folder}'`)
    await server.createDatabase('full')
    await server.query('ALTER DATABASE "full" SET default_tablespace = small')
    try {
      await survives(disk, { kind: 'postgres', port: server.port, database: 'full' })
    } finally {
      // Its files must be closed before the disk goes.
      await server.stop()
    }
  })
})

async function survives(disk: SmallDisk, store: Store): Promise<void> {
  const sum = tally()
  const kept = book(sum)
  const writer = await newWriter()
  await writer.begin({ store, name: 'unit' })
  const close = (standing: Standing): void => kept.close(writer.acknowledged(), standing)
  for (let round = 0; round < rounds; round += 1) {
    const refused = writer.errors().length
    while (writer.errors().length < refused + 5) await pause(20)
    // The writer tries the same unit again and again, so this look does not race with it.
    close(await look(store))
    disk.makeRoom()
    await writer.acknowledges()
    await writer.pause()
    close(await look(store))
    writer.go()
  }
  const errors = writer.errors()
  console.log(
    `${store.kind}, a disk of ${megabytes} MB that was full ${rounds} times, each looked at full and with room: ${told(sum)}; ` +
      `${errors.length} calls that the host had to make again`,
    [...new Set(errors.map((error) => error.replace(/"[^"]*"/, '"…"')))].slice(0, 3),
  )
  expect(sum).toMatchObject({ rounds: 2 * rounds, lost: 0, wrong: 0 })
  await writer.kill()
}
