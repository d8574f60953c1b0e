import { testStorage } from '@tirazh/testkit'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { hooks } from '../test/hooks.js'
import { onPostgres } from '../test/server.js'
import { postgres } from './index.js'

onPostgres('PostgreSQL 18', (running) => {
  beforeAll(() => running().server.createDatabase('ru', { icuLocale: 'ru-RU' }))

  for (const [seed, database] of ['postgres', 'ru'].entries()) {
    testStorage({
      ...{ describe, it, name: `postgres in the database ${database}`, seed: seed + 1, histories: 500 },
      ...hooks(() => running().databases.fresh({ database })),
    })
  }
})

test('what is no pool, and an option that has no such value, are refused with the remedy', () => {
  for (const wrong of [undefined, {}, { pool: {} }, { pool: { query() {} } }]) {
    expect(() => postgres((wrong ?? {}) as never)).toThrow(/^Pass a pool: postgres\({ pool: new pg.Pool/)
  }
  const pool = { connect: () => Promise.reject(new Error('not asked')) }
  expect(() => postgres({ pool, migrate: 'always' as never })).toThrow(
    "migrate must be 'check' or 'auto', not \"always\"",
  )
})
