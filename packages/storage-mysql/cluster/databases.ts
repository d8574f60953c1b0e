import { mysqlPool } from '@tirazh/servers'
import type { Json, Key, Op, Put, StorageAdapter } from '@tirazh/spec'
import type { TestStorageOptions } from '@tirazh/testkit'
import type { Pool, PoolOptions } from 'mysql2/promise'
import { onTestFinished } from 'vitest'
import { type MysqlOptions, type MysqlPool, type MysqlStorage, mysql } from '../src/index.js'

/** Where a server answers. */
export interface Address {
  readonly port: number
}

/** An empty database of the server; its name. */
export async function newDatabase({ port }: Address): Promise<string> {
  const name = `tirazh_${++made}_${process.pid}`
  const pool = mysqlPool({ port })
  await pool.query(`CREATE DATABASE ${name} CHARACTER SET latin1`)
  await pool.end()
  return name
}

/** A pool that is ended with the test. */
export function poolOf({ port }: Address, database: string, options: PoolOptions = {}): Pool {
  const pool = mysqlPool({ ...options, port, database })
  onTestFinished(() => pool.end())
  return pool
}

/** What the conformance kit asks for: each adapter has a database of its own, whose pool ends when it is closed. */
export function kitOn(server: () => Address, options: PoolOptions = {}): Kit {
  const created = new WeakMap<StorageAdapter, { readonly pool: Pool; readonly database: string }>()
  const on = (database: string): StorageAdapter => {
    const pool = mysqlPool({ ...options, port: server().port, database })
    const storage = mysql({ pool, migrate: 'auto' })
    let ended: Promise<void> | undefined
    const own = {
      ...storage,
      async close() {
        await storage.close()
        ended ??= pool.end()
        await ended
      },
    }
    created.set(own, { pool, database })
    return own
  }
  return {
    create: async () => on(await newDatabase(server())),
    async reopen(adapter) {
      await adapter.close()
      return on(created.get(adapter)?.database ?? '')
    },
    async transactions(adapter) {
      const connection = await created.get(adapter)?.pool.getConnection()
      if (connection === undefined || !joins(adapter))
        throw new TypeError('Pass an adapter that was created here')
      await connection.beginTransaction()
      return {
        adapter: adapter.within(connection),
        async commit() {
          await connection.commit()
          connection.release()
        },
        async rollback() {
          await connection.rollback()
          connection.release()
        },
      }
    },
  }
}

export type Kit = Required<Pick<TestStorageOptions, 'create' | 'reopen' | 'transactions'>>

function joins(adapter: StorageAdapter): adapter is MysqlStorage {
  return 'within' in adapter
}

/** An open adapter. */
export async function opened(
  pool: MysqlPool,
  options: Omit<MysqlOptions, 'pool'> = { migrate: 'auto' },
): Promise<MysqlStorage> {
  const storage = mysql({ pool, ...options })
  await storage.open([{ kind: 'practice' }])
  onTestFinished(() => storage.close())
  return storage
}

export function key(id: string): Key {
  return { space: '52', kind: 'practice', id }
}

export function put(id: string, expect: number, doc: Json = { by: id }): Put {
  return { ...key(id), op: 'put', expect, doc }
}

export function check(id: string, expect: number): Op {
  return { ...key(id), op: 'check', expect }
}

export function remove(id: string, expect: number): Op {
  return { ...key(id), op: 'delete', expect }
}

/** The documents of all practices by id. */
export async function docs(storage: StorageAdapter): Promise<Readonly<Record<string, Json>>> {
  const found: Record<string, Json> = {}
  for await (const row of storage.find({ kind: 'practice' })) found[row.id] = row.doc
  return found
}

/** What the promise was rejected with. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
}

let made = 0
