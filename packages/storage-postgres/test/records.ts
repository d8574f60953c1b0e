import type { KindSpec } from '@tirazh/spec'
import { onTestFinished } from 'vitest'
import { type PostgresPool, type PostgresStorage, postgres } from '../src/index.js'

export * from './plain.js'

export const practices: readonly KindSpec[] = [{ kind: 'practice', indexes: ['status', 'count'] }]

/** An open adapter that is closed with the test. */
export async function opened(pool: PostgresPool): Promise<PostgresStorage> {
  const storage = postgres({ pool, migrate: 'auto' })
  await storage.open(practices)
  onTestFinished(() => storage.close())
  return storage
}
