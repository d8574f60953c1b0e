import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { betterSqlite3 } from './better-sqlite3.js'
import { npmPostgresBinaries } from './postgres-npm.js'

export type Engine =
  | 'postgres-npm'
  | 'postgres-debian'
  | 'postgres-pair'
  | 'pgbouncer'
  | 'mariadb'
  | 'galera'
  | 'better-sqlite3'

/** Why a server or a driver cannot be had here, in one line; `undefined` where it can. Starts no server. */
export async function whyMissing(what: Engine): Promise<string | undefined> {
  try {
    await look(what)
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return `${what} on ${process.platform}-${process.arch}: ${reason}`
  }
}

const postgres = '/usr/lib/postgresql/15/bin'

async function look(what: Engine): Promise<void> {
  switch (what) {
    case 'postgres-npm':
      return access(join(npmPostgresBinaries(), 'postgres'))
    case 'postgres-debian':
      return files(`${postgres}/postgres`, `${postgres}/initdb`)
    case 'postgres-pair':
      return files(`${postgres}/postgres`, `${postgres}/initdb`, `${postgres}/pg_basebackup`)
    case 'pgbouncer':
      return files('/usr/sbin/pgbouncer')
    case 'mariadb':
      return files('/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db')
    case 'galera':
      return files('/usr/sbin/mariadbd', '/usr/lib/galera/libgalera_smm.so', '/usr/bin/rsync')
    case 'better-sqlite3':
      return files(join(betterSqlite3, 'build/Release/better_sqlite3.node'))
  }
}

async function files(...wanted: readonly string[]): Promise<void> {
  for (const file of wanted) {
    await access(file).catch(() => {
      throw new Error(`there is no ${file}; npm run test:cluster installs it`)
    })
  }
}
