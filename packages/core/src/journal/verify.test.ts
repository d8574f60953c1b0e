import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { Json, Op, Row, StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { smallRegister } from '../fixture.js'
import { ed25519Signer, openProgramme, type Programme } from '../index.js'

const space = nizhnyNovgorod.id
const by = { by: 'М. Иванова' }
/** A key made for these tests only. */
const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
const publicKey = { kty: 'OKP', crv: 'Ed25519', x } as const
const signer = ed25519Signer('КУПНО, 2026', { ...publicKey, d })

let storage: StorageAdapter
let programme: Programme

beforeEach(async () => {
  storage = memory()
  programme = await openProgramme({ storage, region: nizhnyNovgorod, now: () => '2025-12-24T09:00:00.000Z' })
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  for (const title of ['вторая', 'третья', 'четвёртая']) {
    await programme.transact(
      space,
      async (unit) => {
        const practice = await unit.get('practice', 'ПР-1')
        if (practice !== undefined) unit.put('practice', { ...practice, title })
      },
      by,
    )
  }
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-3'), by)
})

test('an untouched log is intact, also where it is empty', async () => {
  expect(await programme.verify()).toMatchObject({
    intact: true,
    lines: 5,
    problems: [],
    head: { sequence: 5 },
  })
  expect(await programme.verify({ space: 'другое' })).toMatchObject({ intact: true, lines: 0 })
})

describe('what was done behind the back of the log is found and located:', () => {
  test.each<[string, () => Promise<void>, readonly string[]]>([
    [
      'a record that was changed',
      () => change('practice', 'ПР-1', 'title', 'чужая'),
      ['RECORD_ALTERED practice/ПР-1'],
    ],
    ['a record that was deleted', () => removeAt('certificate', 'Р-1'), ['RECORD_ALTERED certificate/Р-1']],
    [
      'a record that was added',
      () => add('practice', 'ПР-9', { shape: 1, id: 'ПР-9' }),
      ['RECORD_ALTERED practice/ПР-9'],
    ],
    ['a line whose author was changed', () => change('log', line(3), 'by', 'П. Петров'), ['LINE_ALTERED 3']],
    [
      'a line whose time was changed',
      () => change('log', line(1), 'at', '2020-01-01T00:00:00.000Z'),
      ['LINE_ALTERED 1'],
    ],
    ['a line that is no line any more', () => replace('log', line(2), 'пусто'), ['LINE_ALTERED 2']],
    ['a line without its shape', () => replace('log', line(2), {}), ['LINE_ALTERED 2']],
    ['a line that was deleted', () => removeAt('log', line(3)), ['LINE_MISSING 3']],
    ['the first line deleted', () => removeAt('log', line(1)), ['LINE_MISSING 1']],
    ['the last line deleted', () => removeAt('log', line(5)), ['CHANGE_UNEXPECTED 5', 'LOG_TRUNCATED 5']],
    ['a change whose document was altered', () => alterChange(3), ['CHANGE_ALTERED 3']],
    [
      'a change that was deleted',
      () => removeAt('history', cursor(4, 1)),
      ['CHANGE_MISSING 4', 'RECORD_ALTERED practice/ПР-1'],
    ],
    ['a change that was added', () => copyChange(cursor(4, 1), cursor(4, 2)), ['CHANGE_UNEXPECTED 4']],
    ['two lines in each other’s place', () => swap(line(2), line(3)), ['LINE_ALTERED 2', 'LINE_ALTERED 3']],
    ['the head set back', () => setHead(4), ['HEAD_ALTERED 5']],
    ['the head deleted', () => removeAt('log-head', 'log'), ['HEAD_ALTERED 5']],
    ['the head spoilt', () => replace('log-head', 'log', 'пусто'), ['HEAD_ALTERED 5']],
  ])('%s', async (_, tamper, expected) => {
    await tamper()
    const { intact, problems } = await programme.verify()
    expect(intact).toBe(false)
    const found = problems.map(
      ({ code, sequence, record }) => `${code} ${sequence ?? `${record?.kind}/${record?.id}`}`,
    )
    expect(found).toEqual(expected)
    expect(problems.every(({ message }) => message.ru !== '' && message.en !== '')).toBe(true)
  })
})

test('whatever single stored document is changed in any way, the log does not verify', async () => {
  const rows: Row[] = []
  for (const kind of ['log', 'history', 'log-head', 'practice', 'adoption', 'municipality', 'project']) {
    for await (const row of storage.find({ kind, space })) rows.push(row)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...rows),
      fc.jsonValue({ maxDepth: 2 }),
      fc.string(),
      async (row, value, field) => {
        const before = row.doc as { readonly [key: string]: Json }
        const fields = Object.keys(before).filter(
          (name) => JSON.stringify(before[name]) !== JSON.stringify(value),
        )
        const name = fields[field.length % fields.length] ?? 'shape'
        const altered = { ...before, [name]: value as Json }
        fc.pre(JSON.stringify(altered) !== JSON.stringify(before))
        const tampered: StorageAdapter = {
          ...storage,
          async *find(query) {
            for await (const each of storage.find(query))
              yield same(each, row) ? { ...each, doc: altered } : each
          },
          read: async (keys) =>
            (await storage.read(keys)).map((each) =>
              each && same(each, row) ? { ...each, doc: altered } : each,
            ),
        }
        const other = await openProgramme({ storage: tampered, region: nizhnyNovgorod })
        const check = await other.verify().catch((error: unknown) => error)
        // A document of a newer shape is refused: it may be right.
        expect(check).not.toMatchObject({ intact: true })
      },
    ),
    { numRuns: 150 },
  )
})

describe('a checkpoint', () => {
  test('that was given by this log is confirmed later', async () => {
    const checkpoint = await programme.checkpoint(signer)
    expect(checkpoint).toMatchObject({ space, sequence: 5, key: 'КУПНО, 2026' })
    await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-2'), by)
    const check = await programme.verify({ checkpoints: [{ checkpoint, publicKey }] })
    expect(check.problems).toEqual([])
  })

  test('shows that the end of the log was cut off, which the chain does not', async () => {
    const checkpoint = await programme.checkpoint(signer)
    await cutOffAfter(4)
    expect((await programme.verify()).intact).toBe(true)
    const { problems } = await programme.verify({ checkpoints: [{ checkpoint, publicKey }] })
    expect(problems).toMatchObject([{ code: 'LOG_TRUNCATED', sequence: 5 }])
  })

  test('shows that the whole log was written anew', async () => {
    const checkpoint = await programme.checkpoint(signer)
    const forged = await openProgramme({ storage: memory(), region: nizhnyNovgorod })
    await forged.save(smallRegister(), { by: 'П. Петров', mode: 'replace' })
    for (const id of ['Т-1', 'Т-2', 'Т-3'])
      await forged.transact(space, async (unit) => unit.delete('adoption', id), by)
    await forged.save(smallRegister(), { by: 'П. Петров', mode: 'replace' })
    expect((await forged.verify()).intact).toBe(true)
    const { problems } = await forged.verify({ checkpoints: [{ checkpoint, publicKey }] })
    expect(problems).toMatchObject([{ code: 'CHECKPOINT_DIFFERS', sequence: 5 }])
  })

  test('that was changed, is of another space or signed with another key is forged', async () => {
    const checkpoint = await programme.checkpoint(signer)
    const otherPair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
    const other = await crypto.subtle.exportKey('jwk', otherPair.publicKey)
    const wrong = [
      { checkpoint: { ...checkpoint, sequence: 4 }, publicKey },
      { checkpoint: { ...checkpoint, space: 'другое' }, publicKey },
      { checkpoint: { ...checkpoint, signedAt: '2020-01-01T00:00:00.000Z' as const }, publicKey },
      { checkpoint: { ...checkpoint, signature: '' }, publicKey },
      { checkpoint: { ...checkpoint, signature: '%%' }, publicKey },
      { checkpoint, publicKey: { ...publicKey, x: other.x ?? '' } },
    ]
    for (const each of wrong) {
      expect((await programme.verify({ checkpoints: [each] })).problems).toMatchObject([
        { code: 'CHECKPOINT_FORGED' },
      ])
    }
  })

  test('of a space without a log says so and is confirmed', async () => {
    const checkpoint = await programme.checkpoint(signer, { space: 'другое' })
    expect(checkpoint.sequence).toBe(0)
    expect(
      (await programme.verify({ space: 'другое', checkpoints: [{ checkpoint, publicKey }] })).intact,
    ).toBe(true)
  })
})

const line = (sequence: number): string => String(sequence).padStart(12, '0')
const cursor = (sequence: number, nth: number): string => `${line(sequence)}/${String(nth).padStart(7, '0')}`

async function row(kind: string, id: string): Promise<Row> {
  const [found] = await storage.read([{ space, kind, id }])
  if (found === undefined) throw new Error(`There is no ${kind} ${id}.`)
  return found
}

/** Writes around the programme. The version moves, as it must with any adapter. */
async function replace(kind: string, id: string, doc: Json): Promise<void> {
  await write([{ space, kind, id, op: 'put', expect: (await row(kind, id)).version, doc }])
}

async function change(kind: string, id: string, field: string, value: Json): Promise<void> {
  await replace(kind, id, { ...((await row(kind, id)).doc as object), [field]: value })
}

async function add(kind: string, id: string, doc: Json): Promise<void> {
  await write([{ space, kind, id, op: 'put', expect: 0, doc }])
}

async function removeAt(kind: string, id: string): Promise<void> {
  await write([{ space, kind, id, op: 'delete', expect: (await row(kind, id)).version }])
}

async function alterChange(sequence: number): Promise<void> {
  const { doc } = (await row('history', cursor(sequence, 1))).doc as { doc: object }
  await change('history', cursor(sequence, 1), 'doc', { ...doc, title: 'чужая' })
}

async function copyChange(from: string, to: string): Promise<void> {
  await add('history', to, (await row('history', from)).doc)
}

async function swap(one: string, other: string): Promise<void> {
  const [a, b] = [(await row('log', one)).doc, (await row('log', other)).doc]
  await replace('log', one, b)
  await replace('log', other, a)
}

async function setHead(sequence: number): Promise<void> {
  const { hash, at } = (await row('log', line(sequence))).doc as { hash: string; at: string }
  await replace('log-head', 'log', { shape: 1, sequence, hash, at })
}

/** As somebody would who can write the database and knows how the log is made. */
async function cutOffAfter(sequence: number): Promise<void> {
  const adoption = smallRegister().adoption.find((each) => each.id === 'Т-3')
  await removeAt('log', line(sequence + 1))
  await removeAt('history', cursor(sequence + 1, 1))
  await add('adoption', 'Т-3', { shape: 1, ...adoption } as Json)
  const { hash, at } = (await row('log', line(sequence))).doc as { hash: string; at: string }
  await removeAt('log-head', 'log')
  const versions = Array.from({ length: sequence }, (_, expect): Op[] => [
    { space, kind: 'log-head', id: 'log', op: 'put', expect, doc: { shape: 1, sequence, hash, at } },
  ])
  for (const ops of versions) await write(ops)
}

async function write(ops: readonly Op[]): Promise<void> {
  await storage.commit(ops)
}

function same(a: Row, b: Row): boolean {
  return a.kind === b.kind && a.id === b.id
}
