import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { Instant } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallRegister } from './fixture.js'
import { type Change, openProgramme, type Programme, type Records } from './index.js'

const space = nizhnyNovgorod.id
const by = { by: 'М. Иванова' }
const hour = (n: number): Instant => `2025-12-24T${String(n).padStart(2, '0')}:00:00.000Z`

/** A programme whose clock is set by hand. */
async function programmeAt(clock: { now: Instant }): Promise<Programme> {
  return openProgramme({ storage: memory(), region: nizhnyNovgorod, now: () => clock.now })
}

test('whatever happened since, the records are read as they had been recorded', async () => {
  const { adoption } = smallRegister()
  const states = fc.array(
    fc.record({ kept: fc.subarray([...adoption]), title: fc.constantFrom('а', 'б'), pause: fc.nat(1) }),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(states, async (steps) => {
      const clock = { now: hour(1) }
      const programme = await programmeAt(clock)
      const known = new Map<Instant, Records>([[hour(0), (await programme.snapshot()).records]])
      for (const [index, { kept, title, pause }] of steps.entries()) {
        if (pause > 0) clock.now = hour(index + 2)
        const practice = smallRegister().practice.map((each) => ({ ...each, title }))
        await programme.save(smallRegister({ adoption: kept, practice }), { ...by, mode: 'replace' })
        known.set(clock.now, (await programme.snapshot()).records)
      }
      for (const [knownAt, records] of known) {
        expect((await programme.snapshot({ knownAt })).records).toEqual(records)
      }
      expect((await programme.snapshot({ knownAt: hour(23) })).records).toEqual(
        (await programme.snapshot()).records,
      )
    }),
    { numRuns: 40 },
  )
})

test('a verdict can be given on what was known at the time', async () => {
  const clock = { now: hour(1) }
  const programme = await programmeAt(clock)
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  clock.now = hour(2)
  const adoption = smallRegister().adoption.map((each) => ({ ...each, status: 'declined' as const }))
  await programme.save(smallRegister({ adoption }), { ...by, mode: 'replace' })
  const dates = { asOf: '2025-12-24' } as const
  const before = await programme.assess('replication', 'ПР-1', { ...dates, knownAt: hour(1) })
  const now = await programme.assess('replication', 'ПР-1', dates)
  expect([before.finding?.actual, now.finding?.actual]).toMatchObject([{ low: 1 }, { low: 0 }])
  const counted = await programme.report(
    ({ records }) =>
      ({ adoptions: records.adoption.filter((each) => each.status === 'declined').length }) as never,
    { ...dates, locale: 'ru', knownAt: hour(1) },
  )
  expect(counted).toEqual({ adoptions: 0 })
})

test('a clock that is set back does not turn the log round', async () => {
  const clock = { now: hour(5) }
  const programme = await programmeAt(clock)
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  clock.now = hour(1)
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-3'), by)
  const times: Instant[] = []
  for await (const { at } of programme.log()) times.push(at)
  expect(times).toEqual([hour(5), hour(5)])
})

test('who asks for the changes after the last one that was dealt with misses none', async () => {
  const programme = await programmeAt({ now: hour(1) })
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  await programme.transact(space, async (unit) => unit.delete('adoption', 'Т-3'), by)
  const all = await changesOf(programme)
  expect(all).toHaveLength(13)
  expect(all.at(-1)).toMatchObject({ kind: 'adoption', id: 'Т-3', version: 1, doc: null, sequence: 2 })
  for (const [index, { cursor }] of all.entries()) {
    expect(await changesOf(programme, cursor)).toEqual(all.slice(index + 1))
  }
  expect(await changesOf(programme, 0)).toEqual(all)
  expect(await changesOf(programme, 1)).toEqual(all.slice(-1))
  expect(await changesOf(programme, 2)).toEqual([])
})

test('the history of one record is told from its creation on', async () => {
  const programme = await programmeAt({ now: hour(1) })
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  await programme.save(smallRegister({ adoption: [] }), { ...by, mode: 'replace' })
  await programme.save(smallRegister(), { ...by, mode: 'replace' })
  const versions: unknown[] = []
  for await (const change of programme.history({ kind: 'adoption', id: 'Т-1' })) {
    versions.push([change.sequence, change.version, change.doc === null])
  }
  expect(versions).toEqual([
    [1, 1, false],
    [2, 1, true],
    [3, 1, false],
  ])
})

async function changesOf(programme: Programme, after?: string | number): Promise<Change[]> {
  const changes: Change[] = []
  for await (const change of programme.changes(after === undefined ? {} : { after })) changes.push(change)
  return changes
}
