import { isTirazhError } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { type Driver, openFile } from './driver.js'

const absent: Driver = { name: 'node:sqlite', load: async () => undefined }
const broken: Driver = { name: 'left-pad-sqlite', load: () => import(absentModule) }
const absentModule = 'left-pad-sqlite'

test('a driver is found on every version of Node that is supported', async () => {
  const database = await openFile(':memory:')
  expect(database.prepare('SELECT 1 AS one').get()).toMatchObject({ one: 1 })
  database.close()
})

test('the first driver that is there is taken', async () => {
  const opened: string[] = []
  const present = (name: string): Driver => ({
    name,
    load: async () => ({
      DatabaseSync: class {
        constructor(path: string) {
          opened.push(`${name} ${path}`)
        }
      },
    }),
  })
  await openFile('a.db', [absent, broken, present('first'), present('second')])
  expect(opened).toEqual(['first a.db'])
})

test('where there is no driver, the error names what was tried and says what to do', async () => {
  const thrown = await openFile(':memory:', [absent, broken]).catch((error) => error)
  expect(isTirazhError(thrown, 'STORAGE_DRIVER_MISSING') && thrown.details).toEqual({
    storage: 'sqlite',
    tried: ['node:sqlite', 'left-pad-sqlite'],
  })
  expect(thrown.message).toContain('npm install @photostructure/sqlite')
  expect(thrown.cause.errors).toHaveLength(1)
})
