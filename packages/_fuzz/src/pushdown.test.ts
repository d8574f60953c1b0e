import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  decideAllStored,
  openProgramme,
  practiceModel,
  type Records,
  recordKinds,
  snapshot,
} from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { generate, writeRegister } from '@tirazh/oracle'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { columns, decideAll, decider } from '@tirazh/rules'
import { postgresPool, startPostgres, whyMissing } from '@tirazh/servers'
import type { PlainDate, StorageAdapter } from '@tirazh/spec'
import { postgres } from '@tirazh/storage-postgres'
import { sqlite } from '@tirazh/storage-sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/*
 * Whole registers, stored as a programme stores them: a policy that is decided by the database says the
 * same about every practice as one that is decided in process.
 */

const bundled = join(import.meta.dirname, '../../../examples/regional-summary/register')
const dates: readonly PlainDate[] = ['2022-06-30', '2024-12-31', '2025-03-31', '2025-12-24', '2026-06-30']

const registers: ReadonlyMap<string, () => Promise<Records>> = new Map([
  ['the bundled register', () => recordsIn(bundled)],
  ...[1, 2, 3, 4].map((seed): [string, () => Promise<Records>] => [
    `generated register ${seed}`,
    () => generated(seed),
  ]),
])

const missing = await whyMissing('postgres-npm')

describe('SQLite', () => {
  decidesAsInProcess(async () => {
    const storage = sqlite({ path: ':memory:' })
    return { storage, end: () => storage.close() }
  })
})

describe.skipIf(missing)(missing ?? 'PostgreSQL', () => {
  decidesAsInProcess(async () => {
    const server = await startPostgres()
    const pool = postgresPool({ port: server.port, max: 2 })
    const end = async (): Promise<void> => {
      await pool.end()
      await server.stop()
    }
    return { storage: postgres({ pool, migrate: 'auto' }), end }
  })
})

function decidesAsInProcess(
  open: () => Promise<{ readonly storage: StorageAdapter; end(): Promise<void> }>,
): void {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.end())

  test.each([...registers])('%s', async (name, load) => {
    const { storage } = opened
    const records = await load()
    const region = { ...nizhnyNovgorod, id: name }
    const programme = await openProgramme({ storage, region })
    await programme.save(records, { by: 'Test', mode: 'replace' })
    const refused = async (): Promise<never> => {
      throw new Error('The records were loaded.')
    }
    const statuses = new Set<string>()
    for (const policy of Object.keys(region.policies)) {
      for (const asOf of dates) {
        const from = { storage, space: name, region, snapshot: refused }
        const found = [...(await decideAllStored(from, policy, { asOf }))]
        const answers = found.map(([id, { status, standing, leaves }]) => [id, status, standing, ...leaves])
        expect(answers).toEqual(inProcess(records, policy, asOf))
        for (const [, { status, standing }] of found) statuses.add(`${standing} ${status}`)
      }
    }
    expect([...statuses]).toEqual(
      expect.arrayContaining(['applies met', 'applies unknown', 'applies unmet', 'not-applicable unmet']),
    )
  })
}

/** Each practice with its status, standing and leaves, in the order of the ids. */
function inProcess(records: Records, policy: string, asOf: PlainDate): readonly (readonly string[])[] {
  const { practices, territory, decide } = snapshot(nizhnyNovgorod, records)
  const { policies } = nizhnyNovgorod
  const book = decider({ model: practiceModel, policies, succession: territory.steps })
  const { ids, leaves } = decideAll(book, policy, columns(practiceModel, practices), { asOf })
  const truths = ['unmet', 'unknown', 'met'] as const
  return ids
    .map((id, place) => {
      const { status, standing } = decide(policy, id, { asOf })
      return [id, status, standing, ...leaves.map(({ codes }) => truths[codes[place] ?? 1] ?? '')]
    })
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

async function generated(seed: number): Promise<Records> {
  const folder = await mkdtemp(join(tmpdir(), 'tirazh-pushdown-'))
  try {
    writeRegister(folder, generate({ seed, practices: 60, projects: 200, dates }))
    return await recordsIn(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function recordsIn(folder: string): Promise<Records> {
  const { records } = await readRegister(folder)
  if (records === undefined) throw new Error(`The register in ${folder} cannot be read.`)
  for (const kind of recordKinds) expect(records[kind].length).toBeGreaterThan(0)
  return records
}
