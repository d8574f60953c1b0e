import { type LogEntry, openProgramme, type Programme, type Records } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { explain } from '@tirazh/rules'
import { isTirazhError, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { expect, test } from 'vitest'
import { emptyRegister, smallRegister } from './fixture.js'

const open = (storage: StorageAdapter = memory()): Promise<Programme> =>
  openProgramme({ storage, region: nizhnyNovgorod, now: () => '2025-12-24T09:00:00.000Z' })
const wholly = { by: 'М. Иванова', mode: 'replace' } as const

async function logOf(programme: Programme): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for await (const entry of programme.log()) entries.push(entry)
  return entries
}

test('what was saved is there, and the log says who wrote how much and when', async () => {
  const programme = await open()
  const result = await programme.save(smallRegister(), wholly)
  expect(result).toEqual({ created: 12, updated: 0, deleted: 0, unchanged: 0, sequence: 1 })
  const { records } = await programme.snapshot()
  expect(records).toEqual(smallRegister())
  expect(await logOf(programme)).toEqual([
    {
      sequence: 1,
      at: '2025-12-24T09:00:00.000Z',
      by: 'М. Иванова',
      space: 'nizhny-novgorod',
      unit: expect.stringMatching(/^[0-9a-f-]{36}$/),
      created: 12,
      updated: 0,
      deleted: 0,
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
      previous: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ])
})

test('saving the same records again changes nothing and leaves no line in the log', async () => {
  const programme = await open()
  await programme.save(smallRegister(), wholly)
  expect(await programme.save(smallRegister(), wholly)).toMatchObject({ unchanged: 12, sequence: null })
  expect(await logOf(programme)).toHaveLength(1)
})

test('a whole register replaces what is not in it, an addition keeps it', async () => {
  const programme = await open()
  await programme.save(smallRegister(), wholly)
  const [first, ...others] = smallRegister().adoption
  const fewer: Records = smallRegister({ adoption: first ? [{ ...first, status: 'declined' }] : [] })
  expect(await programme.save(fewer, { ...wholly, mode: 'merge' })).toMatchObject({ updated: 1, deleted: 0 })
  expect((await programme.snapshot()).records.adoption).toHaveLength(1 + others.length)
  expect(await programme.save(fewer, wholly)).toMatchObject({ updated: 0, deleted: 2, sequence: 3 })
  expect((await programme.snapshot()).records.adoption).toEqual(fewer.adoption)
})

test('records that are not valid, repeat or refer to nothing are refused, and nothing is written', async () => {
  const programme = await open()
  const [adoption] = smallRegister().adoption
  if (adoption === undefined) throw new Error('The register has an adoption.')
  const issuesOf = async (adoptions: readonly object[]): Promise<unknown> => {
    const records = { ...smallRegister(), adoption: adoptions } as Records
    const failure: unknown = await programme.save(records, wholly).catch((error: unknown) => error)
    return isTirazhError(failure, 'RECORD_INVALID')
      ? failure.details.issues.map((issue) => [issue.code, issue.path.join('.')])
      : failure
  }
  expect(await issuesOf([{ ...adoption, status: 'что-то', municipality: 'x' }])).toEqual([
    ['OKTMO_FORMAT', 'adoption.0.municipality'],
    ['RECORD_WORD', 'adoption.0.status'],
  ])
  expect(await issuesOf([adoption, adoption, { ...adoption, id: 'Т-8', practice: 'нет' }])).toEqual([
    ['ID_REPEATED', 'adoption.1.id'],
    ['REFERENCE_UNKNOWN', 'adoption.2.practice'],
  ])
  expect(await logOf(programme)).toEqual([])
})

test('an addition may refer to what is already there, and not to what is nowhere', async () => {
  const programme = await open()
  await programme.save(smallRegister(), wholly)
  const adding = (practice: string): Promise<unknown> => {
    const adoption = { id: 'Т-9', practice, municipality: '22703000', status: 'planned' } as const
    return programme.save({ ...emptyRegister, adoption: [adoption] }, { ...wholly, mode: 'merge' })
  }
  await expect(adding('ПР-9')).rejects.toMatchObject({ code: 'RECORD_INVALID' })
  expect(await adding('ПР-1')).toMatchObject({ created: 1 })
})

test('who writes between the look and the commit is not overlooked', async () => {
  const storage = memory()
  let other: Programme | undefined
  const slow: StorageAdapter = {
    ...storage,
    async *find(query) {
      yield* storage.find(query)
      // Another process adds an adoption as soon as the adoptions have been looked at.
      if (query.kind !== 'adoption' || other === undefined) return
      const writer = other
      other = undefined
      const more = { id: 'Т-9', practice: 'ПР-1', municipality: '22703000', status: 'planned' } as const
      const { adoption } = smallRegister()
      await writer.save(smallRegister({ adoption: [...adoption, more] }), wholly)
    },
  }
  const programme = await open(slow)
  await programme.save(smallRegister(), wholly)
  other = await open(storage)
  const whole = smallRegister({ certificate: [] })
  expect(await programme.save(whole, wholly)).toMatchObject({ deleted: 2, sequence: 3 })
  expect((await programme.snapshot()).records.adoption).toHaveLength(3)
  other = await open(storage)
  const { records } = await programme.snapshot()
  expect([records.adoption.length, records.certificate.length]).toEqual([4, 1])
})

test('a write that others overtook is planned again, and gives up with the conflict', async () => {
  const storage = memory()
  let refusals = 2
  const busy: StorageAdapter = {
    ...storage,
    commit: (ops) => {
      refusals -= 1
      if (refusals < 0) return storage.commit(ops)
      return Promise.reject(new TirazhError('STORAGE_CONFLICT', 'busy', { conflicts: [] }))
    },
  }
  const programme = await open(busy)
  expect(await programme.save(smallRegister(), wholly)).toMatchObject({ created: 12, sequence: 1 })
  refusals = 1000
  await expect(programme.save(smallRegister({ certificate: [] }), wholly)).rejects.toMatchObject({
    code: 'STORAGE_CONFLICT',
  })
})

test('an observer hears of every write, and one that fails changes nothing (H1)', async () => {
  const heard: LogEntry[] = []
  const failures: unknown[] = []
  const programme = await openProgramme({
    storage: memory(),
    region: nizhnyNovgorod,
    onObserverError: (error) => failures.push(error),
  })
  programme.on('saved', () => {
    throw new Error('the observer failed')
  })
  const stop = programme.on('saved', (entry) => heard.push(entry))
  const result = await programme.save(smallRegister(), wholly)
  expect(result.created).toBe(12)
  expect(heard.map((entry) => entry.sequence)).toEqual([1])
  expect(failures).toHaveLength(1)
  stop()
  await programme.save(smallRegister({ certificate: [] }), wholly)
  expect(heard).toHaveLength(1)
})

test('an observer that is an async function, and a handler of failures that fails, change nothing either', async () => {
  const failures: unknown[] = []
  const programme = await openProgramme({
    storage: memory(),
    region: nizhnyNovgorod,
    onObserverError: (error) => failures.push(error),
  })
  programme.on('saved', async () => {
    await Promise.resolve()
    throw new Error('later')
  })
  await programme.save(smallRegister(), wholly)
  await new Promise((resolve) => setTimeout(resolve))
  expect(failures).toHaveLength(1)
})

test('the verdict names the merger and the missing date, in both languages', async () => {
  const programme = await open()
  await programme.save(smallRegister(), wholly)
  const before = await programme.assess('replication', 'ПР-1', { asOf: '2025-04-03' })
  expect(before.finding?.actual).toMatchObject({ low: 2, high: 3 })
  const after = await programme.assess('replication', 'ПР-1', { asOf: '2025-04-04' })
  expect(after.finding?.actual).toMatchObject({ low: 1, high: 2 })
  const ru = JSON.stringify(explain(after, 'ru'))
  expect(ru).toContain('Кстовский (22637000) с 04.04.2025 входит в Нижний Новгород (22701000)')
  expect(ru).toContain('Т-3 (Распоряжение № 3): не указана дата внедрения')
  const en = JSON.stringify(explain(after, 'en'))
  expect(en).toContain('Кстовский (22637000) has been part of Нижний Новгород (22701000) since 4 Apr 2025')
  expect(en).toContain('the date of implementation is missing')
})

test('a practice or policy that does not exist is a clear error', async () => {
  const programme = await open()
  await programme.save(smallRegister(), wholly)
  const failure = async (policy: string, practice: string): Promise<unknown> =>
    programme.assess(policy, practice, { asOf: '2025-01-01' }).catch((error: unknown) => error)
  const noPolicy = await failure('fame', 'ПР-1')
  expect(isTirazhError(noPolicy, 'POLICY_UNKNOWN') && noPolicy.details.known).toEqual([
    'replication',
    'regional',
    'federal',
  ])
  expect(isTirazhError(await failure('replication', 'ПР-9'), 'RECORD_UNKNOWN')).toBe(true)
})

test('a policy that cannot be used is told when the programme opens', async () => {
  const { replication } = nizhnyNovgorod.policies
  const broken = { ...replication, params: {} }
  const region = { ...nizhnyNovgorod, policies: { ...nizhnyNovgorod.policies, replication: broken } }
  await expect(openProgramme({ storage: memory(), region })).rejects.toMatchObject({ code: 'POLICY_INVALID' })
})

test('documents of a newer version are not misread', async () => {
  const storage = memory()
  const programme = await open(storage)
  await storage.commit([
    { space: nizhnyNovgorod.id, kind: 'practice', id: 'ПР-1', op: 'put', expect: 0, doc: { shape: 2 } },
  ])
  await expect(programme.snapshot()).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
})
