import { join } from 'node:path'
import { type PostgresServer, startPostgres, whyMissing } from '@tirazh/servers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newFolder } from '../src/folder.js'
import { look } from '../src/look.js'
import type { Store } from '../src/store.js'
import { amount } from '../src/tally.js'
import { newWriter } from '../src/writers.js'

const processes = 4
const times = Number(process.env.FAULTS_TIMES ?? 1000)

test('four processes that each add one 1,000 times to one record of SQLite come to 4,000', async () => {
  await addAll({ kind: 'sqlite', path: join(newFolder(), 'programme.db') })
})

const missing = await whyMissing('postgres-npm')

describe.skipIf(missing)(missing ?? 'PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres({ durable: true })
  })
  afterAll(() => server?.stop())

  test('four processes that each add one 1,000 times to one record of PostgreSQL come to 4,000', async () => {
    await addAll({ kind: 'postgres', port: server.port })
  })
})

async function addAll(store: Store): Promise<void> {
  const began = performance.now()
  const writers = await Promise.all(Array.from({ length: processes }, () => newWriter()))
  await Promise.all(writers.map((writer, number) => writer.begin({ store, name: `writer-${number}`, times })))
  await Promise.all(writers.map((writer) => writer.done()))
  const seconds = (performance.now() - began) / 1000
  const errors = writers.flatMap((writer) => writer.errors())
  const { count, units, problems } = await look(store)
  console.log(
    `${store.kind}: ${processes} processes, ${amount(count)} of ${amount(processes * times)} counted, ` +
      `${amount(units.length)} lines, ${errors.length} calls that a host had to make again, ${seconds.toFixed(1)} s`,
    [...new Set(errors)].slice(0, 5),
  )
  expect(problems).toEqual([])
  expect({ count, lines: units.length }).toEqual({ count: processes * times, lines: processes * times })
}
