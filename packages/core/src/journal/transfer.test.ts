import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { postgresPool, startPostgres, whyMissing } from '@tirazh/servers'
import { isTirazhError, type Row, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { postgres } from '@tirazh/storage-postgres'
import { sqlite } from '@tirazh/storage-sqlite'
import { expect, test } from 'vitest'
import { smallRegister } from '../fixture.js'
import { exportNdjson, importNdjson, openProgramme, type Programme, transfer } from '../index.js'
import { storedKinds } from '../stored.js'

const space = nizhnyNovgorod.id
const by = { by: 'М. Иванова' }
const open = (storage: StorageAdapter): Promise<Programme> =>
  openProgramme({ storage, region: nizhnyNovgorod })

/** A programme with a past: things were changed, deleted, and put back. */
async function lived(storage: StorageAdapter): Promise<Programme> {
  const programme = await open(storage)
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-3'), by)
  for (const sphere of ['Услуги', 'ЖКХ']) {
    await programme.transact(
      space,
      async (unit) => {
        const practice = await unit.get('practice', 'ПР-1')
        if (practice !== undefined) unit.put('practice', { ...practice, sphere })
      },
      by,
    )
  }
  await programme.save(smallRegister(), { ...by, mode: 'merge' })
  await programme.transact(
    'черновики',
    async (unit) => unit.put('municipality', { id: '22703000', name: 'Арзамас', type: 'urban-okrug' }),
    by,
  )
  return programme
}

async function everything(storage: StorageAdapter): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { kind } of storedKinds) for await (const row of storage.find({ kind })) rows.push(row)
  return rows
}

async function lines(storage: StorageAdapter): Promise<string[]> {
  const all: string[] = []
  for await (const line of exportNdjson(storage)) all.push(line)
  return all
}

test.each([
  ['from memory to SQLite', memory, () => sqlite({ path: ':memory:' })],
  ['from SQLite to memory', () => sqlite({ path: ':memory:' }), memory],
])('a whole programme moves %s with every version, its history and its log', async (_, source, target) => {
  const [from, to] = [source(), target()]
  await lived(from)
  const heard: number[] = []
  const done = await transfer(from, to, { onLine: ({ sequence }) => heard.push(sequence) })
  expect(done).toMatchObject([
    { space, lines: 5, sequence: 5 },
    { space: 'черновики', lines: 1, sequence: 1 },
  ])
  expect(heard).toEqual([1, 2, 3, 4, 5, 1])
  expect(await everything(to)).toEqual(await everything(from))
  const moved = await open(to)
  expect(await moved.verify()).toMatchObject({ intact: true, lines: 5 })
  await moved.transact(space, async (unit) => unit.delete('adoption', 'Т-3'), by)
  expect((await moved.verify()).head.sequence).toBe(6)
})

const missing = await whyMissing('postgres-npm')

test.skipIf(missing)(
  `a programme goes from SQLite to PostgreSQL and back${missing ? ` (skipped: ${missing})` : ''}`,
  async () => {
    const server = await startPostgres()
    const pool = postgresPool({ port: server.port })
    try {
      const [from, back] = [sqlite({ path: ':memory:' }), sqlite({ path: ':memory:' })]
      const there = postgres({ pool, migrate: 'auto' })
      await lived(from)
      await transfer(from, there)
      expect(await everything(there)).toEqual(await everything(from))
      await transfer(there, back)
      expect(await everything(back)).toEqual(await everything(from))
    } finally {
      await pool.end()
      await server.stop()
    }
  },
)

test('a transfer that was stopped goes on where it was, and one that is done again adds what is new', async () => {
  const [from, to] = [memory(), memory()]
  const programme = await lived(from)
  let commits = 0
  const failing: StorageAdapter = {
    ...to,
    commit(ops) {
      commits += 1
      if (commits <= 2) return to.commit(ops)
      return Promise.reject(
        new TirazhError('STORAGE_FAILED', 'the connection was lost', {
          storage: 'm',
          during: 'commit',
          transient: true,
        }),
      )
    },
  }
  await expect(transfer(from, failing)).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
  expect(await transfer(from, to)).toMatchObject([{ lines: 3 }, { lines: 1 }])
  expect(await everything(to)).toEqual(await everything(from))
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-2'), by)
  expect(await transfer(from, to)).toMatchObject([{ lines: 1, sequence: 6 }, { lines: 0 }])
  expect(await everything(to)).toEqual(await everything(from))
})

test('only the spaces that are asked for move', async () => {
  const [from, to] = [memory(), memory()]
  await lived(from)
  expect(await transfer(from, to, { spaces: ['черновики'] })).toMatchObject([{ space: 'черновики' }])
  expect((await everything(to)).every((row) => row.space === 'черновики')).toBe(true)
})

test('a store with another history is not mixed with this one', async () => {
  const [from, to] = [memory(), memory()]
  await lived(from)
  await lived(to)
  const before = await everything(to)
  await expect(transfer(from, to)).rejects.toMatchObject({ code: 'TRANSFER_REFUSED' })
  expect(await everything(to)).toEqual(before)
})

test('what was changed without the log is not left behind in silence', async () => {
  const [from, to] = [memory(), memory()]
  await lived(from)
  const [row] = await from.read([{ space, kind: 'practice', id: 'ПР-1' }])
  if (row === undefined) throw new Error('There is no practice ПР-1.')
  const doc = { ...(row.doc as object), title: 'чужая' }
  await from.commit([{ space, kind: 'practice', id: 'ПР-1', op: 'put', expect: row.version, doc }])
  const thrown = await transfer(from, to).catch((error: unknown) => error)
  expect(isTirazhError(thrown, 'LOG_BROKEN') && thrown.details.issues).toMatchObject([
    { code: 'RECORD_ALTERED' },
  ])
  expect(await everything(to)).toEqual([])
})

test('a programme goes through a file of lines and is the same', async () => {
  const [from, to] = [memory(), sqlite({ path: ':memory:' })]
  await lived(from)
  const file = await lines(from)
  expect(file[0]).toBe(`{"tirazh":"export","format":1,"spaces":["${space}","черновики"]}\n`)
  expect(file.at(-1)).toBe('{"end":{"lines":6}}\n')
  await importNdjson([`\uFEFF${file[0]}`, '', ...file.slice(1).map((line) => line.trimEnd())], to)
  expect(await everything(to)).toEqual(await everything(from))
  expect(await lines(to)).toEqual(file)
})

test('an empty store is exported and imported too', async () => {
  expect(await importNdjson(await lines(memory()), memory())).toEqual([])
})

test.each<[string, (file: string[]) => string[], object]>([
  ['is cut off', (file) => file.slice(0, -1), { code: 'TRANSFER_REFUSED', path: [26] }],
  [
    'is cut off within a line of the log',
    (file) => file.slice(0, 5),
    { code: 'TRANSFER_REFUSED', path: [6] },
  ],
  [
    'lacks a change',
    (file) => file.filter((_, index) => index !== 3),
    { code: 'TRANSFER_REFUSED', path: [14] },
  ],
  [
    'lacks a line',
    (file) => file.filter((_, index) => index !== 14 && index !== 15),
    { code: 'TRANSFER_REFUSED' },
  ],
  [
    'has lines in another order',
    (file) => [...file.slice(1), ...file.slice(0, 1)],
    { code: 'TRANSFER_REFUSED', path: [1] },
  ],
  [
    'is no JSON',
    (file) => [...file.slice(0, 2), 'нет', ...file.slice(3)],
    { code: 'TRANSFER_REFUSED', path: [3] },
  ],
  [
    'is of another format',
    (file) => [file[0]?.replace('"format":1', '"format":2') ?? '', ...file.slice(1)],
    { code: 'TRANSFER_REFUSED', path: [1] },
  ],
  ['goes on after its end', (file) => [...file, ...file], { code: 'TRANSFER_REFUSED' }],
  [
    'holds an altered record',
    (file) => file.map((line) => line.replace('Единое окно', 'Чужое окно')),
    { code: 'LOG_BROKEN' },
  ],
  [
    'holds an altered line',
    (file) => file.map((line) => line.replace('М. Иванова', 'П. Петров')),
    { code: 'LOG_BROKEN' },
  ],
])(
  'an export that %s is refused with the place',
  async (_, spoil, { code, path }: { code?: string; path?: unknown }) => {
    const from = memory()
    await lived(from)
    const to = memory()
    const thrown = await importNdjson(spoil(await lines(from)), to).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code })
    if (path !== undefined)
      expect(isTirazhError(thrown, 'TRANSFER_REFUSED') && thrown.details.issues[0]?.path).toEqual(path)
    // What was written by then is whole lines, and the import can be done again.
    expect((await (await open(to)).verify()).intact).toBe(true)
  },
)

test('a forged export whose digests agree is still held against the schemas', async () => {
  const { changeDigest, contentDigest, lineHash } = await import('./entries.js')
  const change = { kind: 'practice', id: 'ПР-1', version: 1, doc: { shape: 1, id: 'ПР-1', title: 5 } }
  const digest = changeDigest(change)
  const line = {
    space,
    sequence: 1,
    at: '2025-12-24T09:00:00.000Z' as const,
    by: 'П. Петров',
    unit: 'x',
    created: 1,
    updated: 0,
    deleted: 0,
    content: contentDigest([digest]),
    previous: '0'.repeat(64),
  }
  const file = [
    { tirazh: 'export', format: 1, spaces: [space] },
    { line: { ...line, hash: lineHash(line) } },
    { change: { ...change, digest } },
    { end: { lines: 1 } },
  ].map((each) => JSON.stringify(each))
  const to = memory()
  const thrown = await importNdjson(file, to).catch((error: unknown) => error)
  expect(isTirazhError(thrown, 'LOG_BROKEN') && thrown.details.issues.map(({ path }) => path)).toEqual(
    expect.arrayContaining([[space, 1, 1, 'title']]),
  )
  expect(await everything(to)).toEqual([])
})
