import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { Instant, Op, Row, StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { sqlite } from '@tirazh/storage-sqlite'
import { expect, test } from 'vitest'
import { smallRegister } from '../fixture.js'
import { checkpointText, ed25519Signer, openProgramme, type Programme, parseCheckpoint } from '../index.js'
import { storedKinds } from '../stored.js'

/** Rows as the first release wrote them. A file here is never changed: a new form of rows gets a new file. */
const firstRelease = new URL('../../test/fixtures/rows-0.1.ndjson', import.meta.url)
/** The same programme in a file of SQLite. */
const firstFile = new URL('../../test/fixtures/programme-0.1.db', import.meta.url)
const itsCheckpoint =
  'tirazh:1:nizhny-novgorod:3:bfa5eab4e0fbb602bc869c1b4a90533a628668a7b757d9e86175d02fe6af96de:2025-12-24T09%3A03%3A00.000Z:test:HNer2BjoO08kbUc93GH168vP3EAhv1GMbDK1bMJmsAaHckyyvF7BNWTkA5t-GOXZUqwHwEacjIm-yYOQMDI6AQ'

const space = nizhnyNovgorod.id
/** The key of RFC 8037, appendix A. */
const jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const

/** A programme with something created, changed, deleted and created again, the same at every run. */
async function write(storage: StorageAdapter): Promise<Programme> {
  let minutes = 0
  let units = 0
  const programme = await openProgramme({
    storage,
    region: nizhnyNovgorod,
    now: (): Instant => `2025-12-24T09:0${minutes++}:00.000Z` as Instant,
    newUnit: () => `unit-${++units}`,
  })
  const by = { by: 'М. Иванова' }
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-3'), by)
  await programme.save(smallRegister(), { ...by, mode: 'merge', unit: 'заявка-17' })
  return programme
}

test('rows are written in the form of the first release', async () => {
  const storage = memory()
  const programme = await write(storage)
  const lines: string[] = []
  for (const { kind } of storedKinds) {
    for await (const row of storage.find({ kind })) lines.push(`${JSON.stringify(row)}\n`)
  }
  expect(lines.join('')).toBe(await readFile(firstRelease, 'utf8'))
  expect(checkpointText(await programme.checkpoint(ed25519Signer('test', jwk)))).toBe(itsCheckpoint)
})

test('rows of the first release are read, verified and added to', async () => {
  const storage = memory()
  await storage.open(storedKinds)
  const rows = (await readFile(firstRelease, 'utf8')).trim().split('\n')
  for (const row of rows.map((line): Row => JSON.parse(line))) await put(storage, row)
  await isReadAndAddedTo(storage)
})

test('a file of the first release is opened, read, verified and added to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tirazh-fixture-'))
  try {
    await copyFile(firstFile, join(folder, 'programme.db'))
    await isReadAndAddedTo(sqlite({ path: join(folder, 'programme.db') }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

async function isReadAndAddedTo(storage: StorageAdapter): Promise<void> {
  const programme = await openProgramme({ storage, region: nizhnyNovgorod })
  expect((await programme.snapshot()).records).toEqual(smallRegister())
  const before = await programme.snapshot({ knownAt: '2025-12-24T09:01:00.000Z' })
  expect(before.records.adoption.map(({ id }) => id)).toEqual(['Т-1', 'Т-2'])
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-2'), { by: 'П. Петров' })
  const checkpoints = [{ checkpoint: parseCheckpoint(itsCheckpoint), publicKey: jwk }]
  expect(await programme.verify({ checkpoints })).toMatchObject({ intact: true, lines: 4 })
  await programme.close()
}

/** A row with its version, which an adapter only reaches step by step. */
async function put(storage: StorageAdapter, { space, kind, id, version, doc }: Row): Promise<void> {
  for (let expect = 0; expect < version; expect += 1) {
    const op: Op = { space, kind, id, op: 'put', expect, doc }
    await storage.commit([op])
  }
}
