import { expect, test } from 'vitest'
import { type Engine, whyMissing } from './index.js'

test('what is missing is said in one line with the reason, what is there is not', async () => {
  const engines: readonly Engine[] = [
    'postgres-npm',
    'postgres-debian',
    'postgres-pair',
    'pgbouncer',
    'mariadb',
    'galera',
    'better-sqlite3',
  ]
  for (const engine of engines) {
    const reason = await whyMissing(engine)
    if (reason !== undefined) expect(reason).toMatch(new RegExp(`^${engine} on \\S+: [^\\n]{10,}$`))
  }
})
