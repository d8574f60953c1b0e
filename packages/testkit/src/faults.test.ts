import { memory } from '@tirazh/storage-memory'
import { expect, test } from 'vitest'
import { faults } from '../test/faults.js'
import { hooks } from '../test/hosted.js'
import { checkStorage } from './check-storage.js'
import { storageCases } from './storage-cases.js'

test('the specification itself passes every case', async () => {
  const results = await checkStorage({ name: 'memory', create: memory })
  expect(results.filter((result) => !result.passed)).toEqual([])
  expect(results.map((result) => result.id)).toEqual(storageCases.map((storageCase) => storageCase.id))
})

test.each(Object.entries(faults))('a store that %s is found out', async (name, { create, caughtBy }) => {
  const results = await checkStorage({ name, create, histories: 100, ...hooks })
  const failed = results.filter((result) => !result.passed).map((result) => result.id)
  expect(failed).toEqual(expect.arrayContaining([...caughtBy]))
})

test('every case finds out at least one of the faulty stores', () => {
  const useful = new Set(Object.values(faults).flatMap((fault) => fault.caughtBy))
  expect(storageCases.map((storageCase) => storageCase.id).filter((id) => !useful.has(id))).toEqual([])
})
