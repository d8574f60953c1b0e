import { DatabaseSync } from '@photostructure/sqlite'
import type { StorageAdapter } from '@tirazh/spec'
import type { TestStorageOptions } from '@tirazh/testkit'
import Libsql from 'libsql'
import { type SqliteHandle, type SqliteStorage, sqlite } from '../src/index.js'

/** A database that a host has opened and closes. */
export interface HostDatabase extends SqliteHandle {
  close(): void
}

type OpenDatabase = (path: string) => HostDatabase

/** How `node:sqlite` opens a database, where Node has it. */
export const openWithNode: OpenDatabase | undefined = builtIn()

/** What opens databases for hosts, by its name. */
export const drivers: readonly (readonly [name: string, open: OpenDatabase])[] = [
  ['@photostructure/sqlite', (path) => new DatabaseSync(path)],
  ['libsql', (path) => new Libsql(path)],
  ...(openWithNode ? [['node:sqlite', openWithNode] as const] : []),
]

function builtIn(): OpenDatabase | undefined {
  const module: unknown = process.getBuiltinModule?.('node:sqlite')
  return hasDatabase(module) ? (path) => new module.DatabaseSync(path) : undefined
}

function hasDatabase(module: unknown): module is { DatabaseSync: new (path: string) => HostDatabase } {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module
}

/** What the kit asks of a host that opens databases with this driver; `own`: the adapter opens its file itself. */
export function host(
  open: OpenDatabase,
  newFile: () => string,
  own: 'own' | undefined = undefined,
): Required<Pick<TestStorageOptions, 'create' | 'transactions' | 'reopen'>> {
  const scenes = new WeakMap<StorageAdapter, Scene>()

  const create = (path: string): StorageAdapter => {
    const database = open(path)
    const adapter = sqlite(own ? { path } : { database })
    scenes.set(adapter, { path, database, adapter })
    return adapter
  }
  const sceneOf = (adapter: StorageAdapter): Scene => {
    const scene = scenes.get(adapter)
    if (scene === undefined) throw new TypeError('Another host has created this adapter')
    return scene
  }

  return {
    create: () => create(newFile()),
    async transactions(kit) {
      const { adapter, database } = sceneOf(kit)
      database.exec('BEGIN IMMEDIATE')
      return {
        adapter: adapter.within(database),
        commit: async () => void database.exec('COMMIT'),
        rollback: async () => void database.exec('ROLLBACK'),
      }
    },
    async reopen(kit) {
      const { path, database } = sceneOf(kit)
      await kit.close()
      database.close()
      return create(path)
    },
  }
}

/** An adapter of a host, and the database of that host in the same file. */
interface Scene {
  readonly path: string
  readonly database: HostDatabase
  readonly adapter: SqliteStorage
}
