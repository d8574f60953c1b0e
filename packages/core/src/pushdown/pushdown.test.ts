import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { all, type Dates, eq, factRows, policy, rulebook, type SqlDecision, successions } from '@tirazh/rules'
import { postgresPool, startPostgres, whyMissing } from '@tirazh/servers'
import { type Op, type Querying, type SqlDialect, type StorageAdapter, TirazhError } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { postgres } from '@tirazh/storage-postgres'
import { sqlite } from '@tirazh/storage-sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { days, registers } from '../../test/random-registers.js'
import { emptyRegister, smallRegister } from '../fixture.js'
import { practiceModel, type Records, type Region, recordKinds, snapshot } from '../index.js'
import { documentOf } from '../journal/documents.js'
import { loadRecords, storedKinds } from '../stored.js'
import { decideAllStored } from './decide-all.js'
import { factQueries } from './fact-queries.js'
import { jsonSql } from './json-sql.js'
import { stretchesOf } from './statements.js'

type SqlStorage = StorageAdapter & Querying

const asOf: Dates = { asOf: '2025-12-24' }

describe('SQLite', () => {
  answersAsInProcess('sqlite', async () => {
    const storage = sqlite({ path: ':memory:' })
    return { storage, end: () => storage.close() }
  })
})

const missing = await whyMissing('postgres-npm')

describe.skipIf(missing)(missing ?? 'PostgreSQL', () => {
  answersAsInProcess('postgres', async () => {
    const server = await startPostgres()
    const pool = postgresPool({ port: server.port, max: 2 })
    const storage = postgres({ pool, migrate: 'auto' })
    const end = async (): Promise<void> => {
      await storage.close()
      await pool.end()
      await server.stop()
    }
    return { storage, end }
  })
})

function answersAsInProcess(
  dialect: SqlDialect,
  open: () => Promise<{ readonly storage: SqlStorage; end(): Promise<void> }>,
): void {
  let opened: Awaited<ReturnType<typeof open>>
  let storage: SqlStorage
  let space = ''
  let spaces = 0
  beforeAll(async () => {
    opened = await open()
    storage = opened.storage
    await storage.open(storedKinds)
  })
  afterAll(() => opened?.end())
  // What the other tests have written stays: it must not be seen in another space.
  beforeEach(newSpace)

  function newSpace(): void {
    spaces += 1
    space = `space ${spaces}`
  }

  const save = (records: Partial<Records>): Promise<void> => storage.commit(puts(space, records))

  /** Asks with a storage whose records cannot be loaded. */
  async function pushedDown(
    policyId: string,
    dates = asOf,
    region: Region = nizhnyNovgorod,
  ): Promise<Decisions> {
    const refused = async (): Promise<never> => {
      throw new Error('The records were loaded.')
    }
    return decideAllStored({ storage, space, region, snapshot: refused }, policyId, dates)
  }

  test('decides every practice as the policies do in process, without loading a record', async () => {
    await save(smallRegister())
    for (const id of Object.keys(nizhnyNovgorod.policies)) {
      for (const day of ['2021-01-01', '2022-03-15', '2023-04-20', '2024-01-01', '2025-12-24'] as const) {
        const decisions = await pushedDown(id, { asOf: day })
        expect(decisions).toEqual(inProcess(smallRegister(), id, { asOf: day }))
        expect(decisions.size).toBe(1)
      }
    }
  })

  test('the law of another day is used where it is asked for', async () => {
    await save(smallRegister())
    const dates = { asOf: '2025-12-24', lawAt: '1999-12-31' } as const
    expect((await pushedDown('replication', dates)).get('ПР-1')?.standing).toBe('not-in-force')
  })

  test('a space without practices has no decisions, whatever other spaces hold', async () => {
    expect(await pushedDown('federal')).toEqual(new Map())
  })

  test('every fact that is worked out of documents is the one that is worked out of records', async () => {
    await fc.assert(
      fc.asyncProperty(registers, async (records) => {
        newSpace()
        await save(records)
        const { practices, territory } = snapshot(nizhnyNovgorod, records)
        for (const { table, columns, rows } of factRows(practiceModel, practices)) {
          const places = columns.flatMap((name, place) => (unread.has(name) ? [] : [place]))
          const names = places.map((place) => columns[place] ?? '')
          const wanted = rows.map((row) => places.map((place) => textOf(row[place])))
          const json = jsonSql[dialect]
          const [own, list] = [1, 2].map((place) => `CAST(${json.parameter(place)} AS TEXT)`)
          const queries = factQueries(
            { json, space: own ?? '', stretches: () => json.stretches(list ?? '') },
            new Set([table, 'facts_practice_checks', ...names]),
          )
          const quoted = names.map((name) => `"${name}"`).join(', ')
          const found = await storage.query(`WITH ${queries.join(', ')} SELECT ${quoted} FROM ${table}`, [
            space,
            JSON.stringify(stretchesOf(successions(territory.steps))),
          ])
          const given = found.map((row) => names.map((name) => textOf(row[name])))
          expect({ [table]: given.map(String).sort() }).toEqual({ [table]: wanted.map(String).sort() })
        }
      }),
      { numRuns: 60 },
    )
  })

  test('random registers have the same decisions', async () => {
    await fc.assert(
      fc.asyncProperty(
        registers,
        days,
        fc.constantFrom(...Object.keys(strict.policies)),
        async (records, day, id) => {
          newSpace()
          await save(records)
          expect(await pushedDown(id, { asOf: day }, strict)).toEqual(
            inProcess(records, id, { asOf: day }, strict),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a title is compared as it is, with any character that a title may have', async () => {
    const titles = ['a', '\ud7ff', '\ud7ff\ue001', "'; --", '🙂', 'Ё', '$1 ?1 %']
    const [first] = smallRegister().practice
    if (first === undefined) throw new Error('There is no practice.')
    await save({ practice: titles.map((title, place) => ({ ...first, id: `ПР-${place}`, title })) })
    for (const [place, title] of titles.entries()) {
      const decisions = [...(await pushedDown('named', asOf, regionWith({ named: named(title) }))).values()]
      expect(decisions.filter(({ status }) => status === 'met').map(({ id }) => id)).toEqual([`ПР-${place}`])
    }
  })

  test('what the database cannot answer is decided in process', async () => {
    await save(smallRegister())
    const refusing = (transient: boolean): StorageAdapter =>
      ({
        ...storage,
        find: (query) => storage.find(query),
        query: async () => {
          const details = { storage: dialect, during: 'query', transient }
          throw new TirazhError('STORAGE_FAILED', 'The statement is too long.', details)
        },
      }) as SqlStorage
    const ask = (from: StorageAdapter) => decideAllStored(loading(from), 'federal', asOf)
    expect(await ask(refusing(false))).toEqual(inProcess(smallRegister(), 'federal', asOf))
    await expect(ask(refusing(true))).rejects.toThrow('too long')
  })

  test('a register whose municipalities change meanwhile is decided as it is then', async () => {
    const { municipality, ...rest } = smallRegister()
    const early = municipality.map(({ successor, dissolvedOn, ...each }) => each)
    await save({ ...rest, municipality: early })
    let asked = 0
    const changing: SqlStorage = {
      ...storage,
      find: (query) => storage.find(query),
      query: async (text, values) => {
        asked += 1
        if (asked === 2) {
          const ops = puts(space, { municipality })
          await storage.commit(ops.map((op) => ({ ...op, expect: 1 })))
        }
        return storage.query(text, values)
      },
    }
    const found = await decideAllStored(loading(changing), 'replication', asOf)
    expect(asked).toBe(2)
    expect(found).toEqual(inProcess(smallRegister(), 'replication', asOf))
  })

  test('documents of a newer version are refused as they are where records are loaded', async () => {
    await save(smallRegister())
    const [factory] = smallRegister().factory
    const doc = { ...factory, shape: 2, cluster: [] }
    await storage.commit([{ space, kind: 'factory', id: 'F01', op: 'put', expect: 1, doc }])
    await expect(decideAllStored(loading(storage), 'replication', asOf)).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('newer version'),
    })
  })

  test('what had been recorded by an instant is decided in process', async () => {
    await save(smallRegister())
    const knownAt = '2024-01-01T00:00:00.000Z'
    const seen: unknown[] = []
    const before = async (options: object): Promise<ReturnType<typeof snapshot>> => {
      seen.push(options)
      return snapshot(nizhnyNovgorod, emptyRegister)
    }
    const from = { storage, space, region: nizhnyNovgorod, snapshot: before }
    expect(await decideAllStored(from, 'replication', { ...asOf, knownAt })).toEqual(new Map())
    expect(seen).toEqual([{ knownAt }])
  })

  test('a policy that there is not is told', async () => {
    await save(smallRegister())
    await expect(pushedDown('regoinal')).rejects.toMatchObject({ code: 'POLICY_UNKNOWN' })
    await expect(pushedDown('regional', { asOf: '2025-02-30' })).rejects.toThrow(TypeError)
  })

  function loading(from: StorageAdapter): Parameters<typeof decideAllStored>[0] {
    const load = async () => snapshot(nizhnyNovgorod, await loadRecords(from, space))
    return { storage: from, space, region: nizhnyNovgorod, snapshot: load }
  }
}

test('a storage that answers no SQL has its records loaded', async () => {
  const storage = memory()
  await storage.open(storedKinds)
  await storage.commit(puts('here', smallRegister()))
  const load = async () => snapshot(nizhnyNovgorod, await loadRecords(storage, 'here'))
  const from = { storage, space: 'here', region: nizhnyNovgorod, snapshot: load }
  const found = await decideAllStored(from, 'federal', asOf)
  expect(found).toEqual(inProcess(smallRegister(), 'federal', asOf))
  expect(found.size).toBe(1)
})

type Decisions = ReadonlyMap<string, SqlDecision>

/** One practice after the other, by the rulebook. */
function inProcess(records: Records, id: string, dates: Dates, region: Region = nizhnyNovgorod): Decisions {
  const { practices, territory } = snapshot(region, records)
  const book = rulebook({ model: practiceModel, policies: region.policies, succession: territory.steps })
  const decided = practices.map((subject): [string, SqlDecision] => {
    const { status, standing, finding } = book.assess(id, subject, dates)
    const leaves = finding?.op === 'all' ? (finding.findings ?? []) : finding === null ? [] : [finding]
    return [subject.id, { id: subject.id, status, standing, leaves: leaves.map((each) => each.status) }]
  })
  return new Map(decided)
}

function puts(space: string, records: Partial<Records>): readonly Op[] {
  return recordKinds.flatMap((kind) =>
    (records[kind] ?? []).map((record): Op => {
      return { space, kind, id: record.id, op: 'put', expect: 0, doc: documentOf(record) }
    }),
  )
}

function regionWith(policies: Region['policies'] | Record<string, Region['policies'][string]>): Region {
  return { ...nizhnyNovgorod, policies: { ...nizhnyNovgorod.policies, ...policies } }
}

function named(title: string) {
  return policy(practiceModel, {
    id: 'named',
    title: { ru: 'Название', en: 'Title' },
    from: '2000-01-01',
    params: {},
    rule: (practice) => all(eq(practice.title, title)),
  })
}

/** With thresholds that small registers reach. */
const strict: Region = regionWith({
  replication: lowered('replication', 'minMunicipalities', 2),
  regional: lowered('regional', 'minTools', 1),
})

function lowered(id: 'replication' | 'regional', param: string, value: number) {
  const found = nizhnyNovgorod.policies[id]
  const text = JSON.stringify(found)
  return JSON.parse(text, (key, each) =>
    key === param && typeof each === 'object'
      ? JSON.parse(JSON.stringify(each), (name, old) => (name === 'value' ? value : old))
      : each,
  )
}

/** Columns that no statement reads of records that are always known. */
const unread: ReadonlySet<string> = new Set(['_row', '_recordedAt', '_supersededAt'])

/** Some drivers give whole numbers as texts. */
function textOf(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : String(value)
}
