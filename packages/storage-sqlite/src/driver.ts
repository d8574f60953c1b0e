import { TirazhError } from '@tirazh/spec'
import type { SqliteHandle } from './handle.js'

/** A handle that whoever opened it must close. */
export interface OwnHandle extends SqliteHandle {
  close(): void
}

/** A module that may be there. */
export interface Driver {
  readonly name: string
  /** The module, or undefined or a rejection where it is missing. */
  load(): Promise<unknown>
}

/** In order of preference: what the platform brings, then what can be installed without a compiler. */
const drivers: readonly Driver[] = [
  // Not `import`: bundlers and older versions of Node stumble over a built-in module they do not know.
  { name: 'node:sqlite', load: async () => globalThis.process?.getBuiltinModule?.('node:sqlite') },
  { name: '@photostructure/sqlite', load: () => import('@photostructure/sqlite') },
]

/**
 * Opens a database file, or `:memory:`, with the first driver there is.
 * @throws STORAGE_DRIVER_MISSING
 */
export async function openFile(path: string, among: readonly Driver[] = drivers): Promise<OwnHandle> {
  const reasons: unknown[] = []
  for (const driver of among) {
    const module = await driver.load().catch((reason: unknown) => {
      reasons.push(reason)
    })
    if (isDriver(module)) return new module.DatabaseSync(path)
  }
  const tried = among.map((driver) => driver.name)
  throw new TirazhError(
    'STORAGE_DRIVER_MISSING',
    `No SQLite driver was found (tried ${tried.join(', ')}): run on Node 22.13 or newer, ` +
      'or npm install @photostructure/sqlite, or pass an open database as { database }',
    { storage: 'sqlite', tried },
    { cause: new AggregateError(reasons) },
  )
}

interface DriverModule {
  readonly DatabaseSync: new (path: string) => OwnHandle
}

function isDriver(module: unknown): module is DriverModule {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module
}
