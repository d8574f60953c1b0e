import type { Programme } from '@tirazh/core'
import { mysqlPool, postgresPool } from '@tirazh/servers'
import { inspect, openCounting, type Standing } from './counting.js'
import { openStore, type Pools, type Store } from './store.js'

/** Opens the programme on a store in this process, works with it and closes it again. */
export async function withProgramme<T>(store: Store, work: (programme: Programme) => Promise<T>): Promise<T> {
  const { storage, end } = openStore(store, pools)
  try {
    const programme = await openCounting(storage)
    try {
      return await work(programme)
    } finally {
      await programme.close()
    }
  } finally {
    await end()
  }
}

/** What a store holds, as this process sees it. */
export function look(store: Store): Promise<Standing> {
  return withProgramme(store, inspect)
}

const pools: Pools = {
  postgres: ({ port, database }) => postgresPool({ port, database, max: 2 }),
  mysql: ({ port, database }) => mysqlPool({ port, database, connectionLimit: 2 }),
}
