import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { npmPostgresBinaries } from './postgres-npm.js'

export type Engine =
  | 'postgres-npm'
  | 'postgres-debian'
  | 'postgres-pair'
  | 'pgbouncer'
  | 'mariadb'
  | 'galera'
  | 'better-sqlite3'
  | 'libsql'
  | 'photostructure-sqlite'
  | 'node-sqlite'

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

/** Looked for as whoever tests it would: it is no dependency of this package. */
const driver: NodeJS.Require = createRequire(import.meta.url)
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
      // The package may be there without its compiled half, which only opening a database asks for.
      return opened(driver('better-sqlite3'))
    case 'libsql':
      return opened(driver('libsql'))
    case 'photostructure-sqlite':
      return opened(driver('@photostructure/sqlite').DatabaseSync)
    case 'node-sqlite':
      return opened(driver('node:sqlite').DatabaseSync)
  }
}

function opened(Database: new (file: string) => { close(): void }): void {
  new Database(':memory:').close()
}

async function files(...wanted: readonly string[]): Promise<void> {
  for (const file of wanted) {
    await access(file).catch(() => {
      throw new Error(`there is no ${file}; packages/_servers/src/install.ts installs it`)
    })
  }
}
