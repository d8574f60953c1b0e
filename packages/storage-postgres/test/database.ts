import { postgresPool } from '@tirazh/servers'

/** A pool of `pg`, as the tests use it. */
export type Pool = ReturnType<typeof postgresPool>

/** Gives pools on one server. */
export interface Pools {
  /** A pool that sees an empty schema of its own. */
  fresh(options?: PoolOptions): Promise<Pool>
  /** A pool on a whole database, which is emptied of what the adapter has made there before. */
  emptied(database: string): Promise<Pool>
  /** Another pool on the server, with settings of `pg`. */
  of(settings: object): Pool
  /** Ends them all. */
  end(): Promise<void>
}

interface PoolOptions {
  readonly database?: string
  readonly max?: number
  /** Not through the port of the server but through this one. */
  readonly port?: number
}

export function pools({ port }: { readonly port: number }): Pools {
  const made: Pool[] = []
  const admins = new Map<string, Pool>()
  let schemas = 0
  const make = (settings: object): Pool => {
    const pool = postgresPool({ port, idleTimeoutMillis: 500, ...settings })
    made.push(pool)
    return pool
  }
  const admin = (database: string): Pool => {
    const pool = admins.get(database) ?? make({ database, max: 1 })
    admins.set(database, pool)
    return pool
  }
  return {
    async fresh({ database = 'postgres', ...options } = {}) {
      const name = `test_${++schemas}`
      await admin(database).query(`CREATE SCHEMA ${name}`)
      return make({ database, options: `-c search_path=${name}`, ...options })
    },
    async emptied(database) {
      await admin(database).query('DROP TABLE IF EXISTS tirazh_record, tirazh_schema')
      return make({ database })
    },
    of: make,
    async end() {
      await Promise.all(made.map((pool) => pool.ended || pool.end()))
    },
  }
}
