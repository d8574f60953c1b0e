import { describe, expect, test } from 'vitest'
import { temporaryFiles } from '../test/files.js'
import { drivers } from '../test/handles.js'
import { docs, failure, opened, put } from '../test/records.js'
import { failure as failureOf } from './failure.js'

const newFile = temporaryFiles()

describe.each(drivers)('with %s', (_, open) => {
  test('a lock that somebody else holds is transient, and the call succeeds when it is free', async () => {
    const path = newFile()
    const [database, other] = [open(path), open(path)]
    database.exec('PRAGMA busy_timeout = 20')
    const storage = await opened({ database })
    other.exec('BEGIN EXCLUSIVE')
    const commit = () => storage.commit([put('ПР-1', 0, {})])
    expect(await failure(commit())).toEqual({ storage: 'sqlite', during: 'commit', transient: true })
    expect(await failure(docs(storage))).toEqual({ storage: 'sqlite', during: 'find', transient: true })
    other.exec('ROLLBACK')
    await commit()
    expect(await docs(storage)).toEqual([{}])
  })

  test('a full database is not transient, loses nothing, and is written again when there is room', async () => {
    const path = newFile()
    const [database, other] = [open(path), open(path)]
    const storage = await opened({ database })
    await storage.commit([put('ПР-1', 0, { n: 1 })])
    database.exec('PRAGMA max_page_count = 1')
    const register = Array.from({ length: 2000 }, (_, n) =>
      put(`Р-${n}`, 0, { text: 'Бережливость'.repeat(20) }),
    )
    const commit = () => storage.commit([...register, put('ПР-1', 1, { n: 2 })])
    expect(await failure(commit())).toEqual({ storage: 'sqlite', during: 'commit', transient: false })
    expect(await docs(storage)).toEqual([{ n: 1 }])
    expect(await docs(await opened({ database: other }))).toEqual([{ n: 1 }])
    database.exec('PRAGMA max_page_count = 100000')
    await commit()
    expect(await docs(storage)).toHaveLength(2001)
  })
})

test.each([
  [{ code: 'SQLITE_BUSY' }, true],
  [{ code: 'SQLITE_BUSY_RECOVERY' }, true],
  [{ code: 'SQLITE_LOCKED_SHAREDCACHE' }, true],
  [{ code: 'SQLITE_BUSY_SNAPSHOT' }, false],
  [{ code: 'SQLITE_CORRUPT' }, false],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 261 }, true],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 262 }, true],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 517 }, false],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, false],
  [new Error('database is locked'), true],
  [new Error('database table is locked: tirazh_record'), true],
  [new Error('disk I/O error'), false],
  ['disk I/O error', false],
  [undefined, false],
])('%j is transient: %s', (cause, transient) => {
  expect(failureOf('commit', cause)).toMatchObject({ code: 'STORAGE_FAILED', cause, details: { transient } })
})
