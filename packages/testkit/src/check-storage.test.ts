import { memory } from '@tirazh/storage-memory'
import { expect, test } from 'vitest'
import { ordering } from '../test/faulty.js'
import { hosted } from '../test/hosted.js'
import { checkStorage } from './check-storage.js'

const histories = 5

test('a result says what came of a case: it passed, failed with an error or was skipped for a reason', async () => {
  const results = await checkStorage({ name: 'shuffled', create: () => ordering(() => -1), histories })
  const byId = new Map(results.map((result) => [result.id, result]))
  expect(byId.get('document/is-replaced-whole')).toEqual({
    storage: 'shuffled',
    id: 'document/is-replaced-whole',
    law: 'A2',
    outcome: 'passed',
    passed: true,
  })
  expect(byId.get('find/orders-by-code-point')).toMatchObject({
    outcome: 'failed',
    passed: false,
    failure: expect.any(Error),
  })
  expect(byId.get('sql/refuses-to-write')).toEqual({
    storage: 'shuffled',
    id: 'sql/refuses-to-write',
    law: 'A3',
    outcome: 'skipped',
    passed: true,
    reason: 'it answers no SQL',
  })
})

test('an adapter that evaluates no conditions passes, and what tests them is skipped', async () => {
  const results = await checkStorage({
    name: 'plain memory',
    histories,
    create: () => {
      const inner = memory()
      return {
        ...inner,
        supports: { ...inner.supports, where: [] },
        find: (query) => {
          if (query.where?.length) throw new Error('asked for a condition that it does not declare')
          return inner.find(query)
        },
      }
    },
  })
  expect(results.filter(({ passed }) => !passed)).toEqual([])
  const skipped = results.filter(({ reason }) => reason === 'it evaluates no conditions itself')
  expect(skipped.map(({ id }) => id)).toEqual([
    'where/a-number-that-is-not-finite-is-refused',
    'where/answers-as-the-definition-does',
    'where/field-names-are-taken-literally',
    'where/narrows-before-the-limit',
  ])
})

test('without hooks, joining a transaction fails once with the remedy and durability is skipped', async () => {
  const results = await checkStorage({ name: 'hosted', create: () => hosted(), histories })
  const about = (area: string) =>
    results.filter(({ id }) => id.startsWith(`${area}/`)).map(({ outcome }) => outcome)
  expect(about('within')).toEqual(['failed', 'skipped', 'skipped', 'skipped', 'skipped', 'skipped'])
  expect(about('durable')).toEqual(['skipped'])
  expect(about('sql')).toEqual(['passed', 'passed', 'passed', 'passed', 'passed'])
})

test('a store that cannot be made fails every case that needs one, and nothing is thrown', async () => {
  const create = () => Promise.reject(new Error('no such server'))
  const results = await checkStorage({ name: 'unreachable', create, histories })
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['failed', 'skipped']))
  expect(results.find(({ outcome }) => outcome === 'failed')?.failure?.message).toBe('no such server')
})
