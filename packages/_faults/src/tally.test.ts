import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { Key, StorageAdapter } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import { expect, test } from 'vitest'
import { count, inspect, openCounting, type Standing } from './counting.js'
import { book, tally, told } from './tally.js'

const sound: Standing = { count: 2, units: ['один', 'два'], problems: [] }

test('a round adds what is new in it, and counts what is there though nobody was told', () => {
  const sum = tally()
  const kept = book(sum)
  kept.close(['один'], sound)
  kept.close(['один', 'три'], { ...sound, units: ['один', 'два', 'три'] })
  expect(sum).toEqual({ rounds: 2, acknowledged: 2, lost: 0, wrong: 0, unheard: 1 })
  expect(told(sum)).toBe(
    '2 rounds: 2 acknowledged, 0 lost, 0 half or double, 1 written though nobody was told',
  )
})

test('a unit that was acknowledged and is not there is lost', () => {
  expect(() => book(tally()).close(['один', 'три'], sound)).toThrow('The acknowledged unit три is lost.')
})

test('whatever does not agree in the store ends the round', () => {
  expect(() => book(tally()).close([], { ...sound, problems: ['Беда.'] })).toThrow('Round 1: Беда.')
})

test('a store in which every unit has changed all of its records has no problems', async () => {
  const { programme } = await counted(3)
  expect(await inspect(programme)).toEqual({ count: 3, units: ['unit-1', 'unit-2', 'unit-3'], problems: [] })
})

const space = nizhnyNovgorod.id
const town: Key = { space, kind: 'municipality', id: '22701000' }
const project: Key = { space, kind: 'project', id: 'П-3' }

test.each([
  ['a record that only half of a unit has reached', project, 'RECORD_ALTERED', /П-3 is as unit-0 left it/],
  ['a count that was lost', town, 'RECORD_ALTERED', /3 units have counted to 1/],
])('%s is a problem', async (_, key, code, problem) => {
  const { storage, programme } = await counted(3)
  const [row] = await storage.read([key])
  const doc = { ...Object(row?.doc), ...(key === town ? { population: 1 } : { title: 'unit-0' }) }
  await storage.commit([{ ...key, op: 'put', expect: row?.version ?? 0, doc }])
  const { problems } = await inspect(programme)
  expect(problems).toEqual([expect.stringContaining(code), expect.stringMatching(problem)])
})

test('a unit that has not written all of its records is a problem', async () => {
  const { programme } = await counted(1)
  await programme.transact(space, async (work) => work.delete('project', 'П-1'), {
    by: 'М. Иванова',
    unit: 'half',
  })
  const { problems } = await inspect(programme)
  expect(problems).toContain('The unit half has not changed all of its records.')
})

async function counted(times: number) {
  const storage: StorageAdapter = memory()
  const programme = await openCounting(storage)
  for (let n = 1; n <= times; n += 1) await count(programme, `unit-${n}`)
  return { storage, programme }
}
