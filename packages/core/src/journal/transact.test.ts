import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { isTirazhError, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { beforeEach, expect, test } from 'vitest'
import { smallRegister } from '../fixture.js'
import { openProgramme, type Programme, type UnitOfWork } from '../index.js'

const space = nizhnyNovgorod.id
const by = { by: 'М. Иванова' }
const retry = { attempts: 5, wait: async () => {} }
let storage: StorageAdapter
let programme: Programme

const open = (on: StorageAdapter): Promise<Programme> =>
  openProgramme({ storage: on, region: nizhnyNovgorod, retry, now: () => '2025-12-24T09:00:00.000Z' })

beforeEach(async () => {
  storage = memory()
  programme = await open(storage)
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
})

/** A decision on an adoption, as a portal records it. */
async function implement(unit: UnitOfWork): Promise<string> {
  const adoption = await unit.get('adoption', 'Т-3')
  if (adoption === undefined) throw new Error('There is no adoption Т-3.')
  unit.put('adoption', { ...adoption, status: 'implemented', implementedOn: '2025-06-01' })
  return adoption.id
}

test('a change is written with one line of the log that names who made it and the unit', async () => {
  const written = await programme.transact(space, implement, { ...by, unit: 'заявка-17' })
  expect(written).toMatchObject({
    outcome: 'written',
    result: 'Т-3',
    entry: { sequence: 2, by: 'М. Иванова', unit: 'заявка-17', created: 0, updated: 1, deleted: 0 },
  })
  const { records } = await programme.snapshot()
  expect(records.adoption.find((each) => each.id === 'Т-3')?.implementedOn).toBe('2025-06-01')
  expect(await programme.written('заявка-17')).toMatchObject({ sequence: 2 })
  expect(await programme.written('заявка-18')).toBeUndefined()
})

test('a unit that changes nothing leaves no line', async () => {
  await programme.transact(space, implement, by)
  expect(await programme.transact(space, implement, by)).toEqual({ outcome: 'unchanged', result: 'Т-3' })
  expect(await programme.transact(space, async () => 5, by)).toEqual({ outcome: 'unchanged', result: 5 })
})

test('the same unit of the host is not written twice, whoever calls', async () => {
  let runs = 0
  const add = (unit: UnitOfWork): Promise<void> => {
    runs += 1
    unit.put('defence', {
      id: `З-${runs + 10}`,
      practice: 'ПР-1',
      level: 'regional',
      heldOn: '2025-05-05',
      decision: 'passed',
    })
    return Promise.resolve()
  }
  const other = await open(storage)
  const outcomes = await Promise.all(
    [programme, other, programme].map((each) => each.transact(space, add, { ...by, unit: 'заявка-17' })),
  )
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['repeated', 'repeated', 'written'])
  expect((await programme.snapshot()).records.defence.filter((each) => each.id !== 'З-1')).toHaveLength(1)
})

test('what a unit reads shows its own changes, in their place in the order', async () => {
  const seen = await programme.transact(
    space,
    async (unit) => {
      const first = await unit.get('adoption', 'Т-1')
      if (first === undefined) throw new Error('There is no adoption Т-1.')
      unit.put('adoption', { ...first, id: 'Т-0', municipality: '22703000' })
      unit.put('adoption', { ...first, id: 'Т-2а', municipality: '22703000' })
      unit.put('adoption', { ...first, id: 'Т-9', municipality: '22703000' })
      unit.delete('adoption', 'Т-2')
      const all: string[] = []
      for await (const { id } of unit.find('adoption')) all.push(id)
      const elsewhere: string[] = []
      const where = [{ field: 'municipality', is: '=', value: '22703000' }] as const
      for await (const { id } of unit.find('adoption', where)) elsewhere.push(id)
      return {
        all,
        elsewhere,
        gone: await unit.get('adoption', 'Т-2'),
        there: await unit.get('adoption', 'Т-9'),
      }
    },
    by,
  )
  expect(seen).toMatchObject({
    outcome: 'written',
    result: { all: ['Т-0', 'Т-1', 'Т-2а', 'Т-3', 'Т-9'], gone: undefined, there: { id: 'Т-9' } },
  })
  expect(seen.outcome === 'written' && seen.result.elsewhere).toEqual(
    expect.arrayContaining(['Т-0', 'Т-2а', 'Т-9']),
  )
})

test('work that others overtook is run again on what they left', async () => {
  const other = await open(storage)
  let runs = 0
  const written = await programme.transact(
    space,
    async (unit) => {
      runs += 1
      const practice = await unit.get('practice', 'ПР-1')
      if (practice === undefined) throw new Error('There is no practice ПР-1.')
      if (runs === 1) {
        const rename = async (theirs: UnitOfWork): Promise<void> =>
          theirs.put('practice', { ...practice, title: 'Окно' })
        await other.transact(space, rename, by)
      }
      unit.put('practice', { ...practice, sphere: 'Услуги' })
    },
    by,
  )
  expect([written.outcome, runs]).toEqual(['written', 2])
  const { records } = await programme.snapshot()
  expect(records.practice[0]).toMatchObject({ title: 'Окно', sphere: 'Услуги' })
})

test('work that fails on halves of two moments is run again; work that fails by itself is not', async () => {
  const other = await open(storage)
  let runs = 0
  const deleteLast = async (unit: UnitOfWork): Promise<void> => {
    runs += 1
    if (runs > 1) return unit.delete('adoption', 'Т-3')
    await other.transact(space, implement, by)
    throw new Error('The adoption was something else a moment ago.')
  }
  expect(await programme.transact(space, deleteLast, by)).toMatchObject({
    entry: { sequence: 3, deleted: 1 },
  })
  expect(runs).toBe(2)
  const failing = async (): Promise<void> => {
    runs += 1
    throw new Error('no')
  }
  await expect(programme.transact(space, failing, by)).rejects.toThrow('no')
  expect(runs).toBe(3)
})

test('a change of what somebody else changed meanwhile is refused, not repeated', async () => {
  const seen = await programme.transact(space, (unit) => unit.version('practice', 'ПР-1'), by)
  const expect0 = seen.outcome === 'unchanged' ? seen.result : -1
  expect(expect0).toBe(1)
  let runs = 0
  const rename = (title: string) => async (unit: UnitOfWork) => {
    runs += 1
    const practice = await unit.get('practice', 'ПР-1')
    if (practice !== undefined) unit.put('practice', { ...practice, title }, { expect: expect0 })
  }
  await programme.transact(space, rename('первая'), by)
  const thrown = await programme.transact(space, rename('вторая'), by).catch((error: unknown) => error)
  expect(isTirazhError(thrown, 'STORAGE_CONFLICT') && thrown.details.conflicts).toEqual([
    { key: { space, kind: 'practice', id: 'ПР-1' }, expected: 1, actual: 2 },
  ])
  expect(runs).toBe(2)
})

test('records that are wrong are refused with all issues, and nothing is written', async () => {
  const thrown = await programme
    .transact(
      space,
      async (unit) => {
        unit.put('defence', {
          id: 'З-7',
          practice: 'ПР-1',
          level: 'regional',
          heldOn: '2025-13-01',
          decision: 'passed',
        })
        unit.put('defence', {
          id: '?',
          practice: 'ПР-1',
          level: 'regional',
          heldOn: '2025-12-01',
          decision: 'passed',
        })
      },
      by,
    )
    .catch((error: unknown) => error)
  expect(
    isTirazhError(thrown, 'RECORD_INVALID') && thrown.details.issues.map(({ path }) => path.join('/')),
  ).toEqual(['defence/З-7/heldOn', 'defence/?/id'])
  const log: number[] = []
  for await (const entry of programme.log()) log.push(entry.sequence)
  expect(log).toEqual([1])
})

test('deleting what is not there is an error with its name', async () => {
  const deleting = programme.transact(space, async (unit) => unit.delete('practice', 'ПР-9'), by)
  await expect(deleting).rejects.toMatchObject({
    code: 'RECORD_UNKNOWN',
    details: { kind: 'practice', id: 'ПР-9' },
  })
})

test('what a unit creates it may delete again, and an expectation holds for all that follows', async () => {
  const defence = {
    id: 'З-9',
    practice: 'ПР-1',
    level: 'regional',
    heldOn: '2025-05-05',
    decision: 'passed',
  } as const
  const written = await programme.transact(
    space,
    async (unit) => {
      unit.put('defence', defence)
      unit.delete('defence', 'З-9')
    },
    by,
  )
  expect(written.outcome).toBe('unchanged')
  const overwriting = programme.transact(
    space,
    async (unit) => {
      unit.put('defence', defence, { expect: 4 })
      unit.put('defence', defence)
    },
    by,
  )
  await expect(overwriting).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
})

test('units of one space are written one after the other, without refusing one another', async () => {
  let commits = 0
  const counted: StorageAdapter = {
    ...storage,
    commit: (ops) => {
      commits += 1
      return storage.commit(ops)
    },
  }
  const one = await open(counted)
  const rename = (n: number) => async (unit: UnitOfWork) => {
    const practice = await unit.get('practice', 'ПР-1')
    if (practice !== undefined) unit.put('practice', { ...practice, title: `${practice.title}${n}` })
  }
  await Promise.all([1, 2, 3, 4, 5].map((n) => one.transact(space, rename(n), by)))
  expect(commits).toBe(5)
  expect((await one.snapshot()).records.practice[0]?.title).toBe('Единое окно12345')
})

test('a commit whose answer was lost is found in the log and told as written, with its own result', async () => {
  let lose = true
  const losing: StorageAdapter = {
    ...storage,
    async commit(ops) {
      await storage.commit(ops)
      if (!lose) return
      lose = false
      throw lost('commit')
    },
  }
  const written = await (await open(losing)).transact(space, implement, by)
  expect(written).toMatchObject({ outcome: 'written', result: 'Т-3', entry: { sequence: 2 } })
  expect((await programme.verify()).intact).toBe(true)
})

test('a commit that was not answered and does not show is written again, once', async () => {
  let lose = true
  const losing: StorageAdapter = {
    ...storage,
    commit(ops) {
      if (!lose) return storage.commit(ops)
      lose = false
      return Promise.reject(lost('commit'))
    },
  }
  expect(await (await open(losing)).transact(space, implement, by)).toMatchObject({ entry: { sequence: 2 } })
})

test('a commit that arrives late is not written a second time', async () => {
  const late: (() => Promise<void>)[] = []
  let lose = true
  const slow: StorageAdapter = {
    ...storage,
    async commit(ops) {
      if (lose) {
        lose = false
        late.push(() => storage.commit(ops))
        throw lost('commit')
      }
      // What was under way comes just before the second attempt.
      for (const arrive of late.splice(0)) await arrive()
      await storage.commit(ops)
    },
  }
  const written = await (await open(slow)).transact(space, implement, by)
  expect(written).toMatchObject({ outcome: 'written', entry: { sequence: 2 } })
  expect((await programme.verify()).lines).toBe(2)
})

test('what cannot be settled is told as uncertain, and the same unit settles it later', async () => {
  let down = false
  const failing: StorageAdapter = {
    ...storage,
    read: (keys) => (down ? Promise.reject(lost('read')) : storage.read(keys)),
    async commit(ops) {
      await storage.commit(ops)
      down = true
      throw lost('commit')
    },
  }
  const fragile = await open(failing)
  const thrown = await fragile.transact(space, implement, by).catch((error: unknown) => error)
  const unit = isTirazhError(thrown, 'STORAGE_UNCERTAIN') ? thrown.details.unit : ''
  expect(unit).not.toBe('')
  expect(await programme.transact(space, implement, { ...by, unit })).toMatchObject({ outcome: 'repeated' })
})

test('work that fails while a commit is on its way is uncertain, not failed', async () => {
  let runs = 0
  const silent: StorageAdapter = { ...storage, commit: () => Promise.reject(lost('commit')) }
  const fragile = await open(silent)
  const work = async (unit: UnitOfWork): Promise<string> => {
    runs += 1
    if (runs > 1) throw new Error('the remote service is gone')
    return implement(unit)
  }
  const thrown = await fragile.transact(space, work, by).catch((error: unknown) => error)
  expect(thrown).toMatchObject({
    code: 'STORAGE_UNCERTAIN',
    cause: { message: 'the remote service is gone' },
  })
})

test('work that has nothing left to do while a commit is on its way is not called unchanged', async () => {
  let runs = 0
  const fragile = await open({ ...storage, commit: () => Promise.reject(lost('commit')) })
  const work = async (unit: UnitOfWork): Promise<void> => {
    runs += 1
    if (runs === 1) await implement(unit)
  }
  await expect(fragile.transact(space, work, by)).rejects.toMatchObject({ code: 'STORAGE_UNCERTAIN' })
})

test('a store that refuses has answered: the work is known not to be written', async () => {
  const full = new TirazhError('STORAGE_FAILED', 'disk full', {
    storage: 'm',
    during: 'commit',
    transient: false,
  })
  const refusing = await open({ ...storage, commit: () => Promise.reject(full) })
  await expect(refusing.transact(space, implement, by)).rejects.toBe(full)
})

test('who is responsible must be said', async () => {
  await expect(programme.transact(space, implement, { by: '' })).rejects.toThrow(TypeError)
})

test('another space has its own log', async () => {
  await programme.transact(
    'черновики',
    async (unit) => unit.put('municipality', { id: '22703000', name: 'Арзамас', type: 'urban-okrug' }),
    by,
  )
  const lines: [string, number][] = []
  for await (const { space: of, sequence } of programme.log({ space: 'черновики' }))
    lines.push([of, sequence])
  expect(lines).toEqual([['черновики', 1]])
  expect((await programme.verify({ space: 'черновики' })).intact).toBe(true)
  expect((await programme.verify()).lines).toBe(1)
})

function lost(during: string): TirazhError {
  return new TirazhError('STORAGE_FAILED', 'the connection was lost', {
    storage: 'memory',
    during,
    transient: true,
  })
}
