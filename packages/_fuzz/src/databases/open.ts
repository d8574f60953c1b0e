import { whyMissing as whyServerMissing } from '@tirazh/servers'
import type { Dialect, SqlDatabase } from './database.js'
import { openDuckdb } from './duckdb.js'
import { openPostgres } from './postgres.js'
import { openSqlite, sqliteModule } from './sqlite.js'

/** Opens an empty database. Whoever opens it closes it. @throws where the engine is missing; see `whyMissing` */
export function openDatabase(dialect: Dialect): Promise<SqlDatabase> {
  switch (dialect) {
    case 'sqlite':
      return openSqlite()
    case 'duckdb':
      return openDuckdb()
    case 'postgres':
      return openPostgres()
  }
}

/** Why an engine cannot be had on this platform, in one line; `undefined` where it can. Starts nothing. */
export async function whyMissing(dialect: Dialect): Promise<string | undefined> {
  if (dialect === 'postgres') return whyServerMissing('postgres-npm')
  try {
    if (dialect === 'sqlite') await sqliteModule()
    else await import('@duckdb/node-api')
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return `${dialect} on ${process.platform}-${process.arch}: ${reason}`
  }
}
