import { join } from 'node:path'
import { makePlace, type Place, type Server } from './place.js'
import { PostgresClient } from './pools.js'
import { freePort } from './ports.js'
import { usableBinaries } from './postgres-npm.js'
import { finished } from './processes.js'

/** A running PostgreSQL: user `postgres`, no password, database `postgres`, collation `C`. */
export interface PostgresServer {
  readonly port: number
  /** Runs one statement in a connection of its own. The rows as objects by column name. */
  query(sql: string): Promise<readonly PostgresRow[]>
  /** Makes an empty database; with `icuLocale`, such as `ru-RU`, texts in it are ordered as in that language. */
  createDatabase(name: string, options?: { readonly icuLocale?: string }): Promise<void>
  /** Ends the server and its children by force, as a crash would. The data stay. */
  kill(): Promise<void>
  /** Starts the server again on its data and its port, after `kill` or in place of the one that runs. */
  restart(): Promise<void>
  /** Stops the server and deletes its data. May be called again. */
  stop(): Promise<void>
}

export type PostgresRow = Readonly<Record<string, unknown>>

export interface PostgresOptions {
  /** Whether a commit waits for the disk. Default `false`: no test that does not crash the server needs it. */
  readonly durable?: boolean
  /** More settings, such as `max_connections=10`; they win over those of this module. */
  readonly settings?: readonly string[]
}

/**
 * Starts the PostgreSQL 18 that comes by npm, in a temporary folder on a free port of 127.0.0.1. It stops
 * and its folder goes when `stop` is called, and also when this process ends in any way.
 * @throws Error with the log of the server where it does not start; see `whyMissing`
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const place = await makePlace('postgres')
  return orLeave(place, async () => newPostgres(place, await usableBinaries(place), options))
}

/** The same of Debian's PostgreSQL 15. @throws Error as above */
export async function startDebianPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const place = await makePlace('postgres')
  return orLeave(place, () => newPostgres(place, debianPostgresBinaries, options))
}

export const debianPostgresBinaries = '/usr/lib/postgresql/15/bin'

async function newPostgres(place: Place, bin: string, options: PostgresOptions): Promise<PostgresServer> {
  const data = join(place.folder, 'data')
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await finished(join(bin, 'initdb'), made, { ...place.user, cwd: place.folder })
  return runPostgres(place, bin, data, options)
}

/** Runs a server on data that are there already. `stop` leaves the place. */
export async function runPostgres(
  place: Place,
  bin: string,
  data: string,
  { durable = false, settings = [] }: PostgresOptions,
): Promise<PostgresServer> {
  const port = await freePort()
  // What does not outlive a test need not wait for a disk.
  const hasty = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const network = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=']
  const all = [...hasty, ...network, 'jit=off', 'max_connections=100', 'lc_messages=C', ...settings]
  const args = ['-D', data, ...all.flatMap((setting) => ['-c', setting])]
  const ready = /ready to accept (read-only )?connections/
  const begin = (): Promise<Server> => place.start(join(bin, 'postgres'), args, { ready, stop: 'SIGINT' })
  let server = await begin()
  const query = (sql: string) => queryAt(port, sql)
  return {
    port,
    query,
    async createDatabase(name, { icuLocale } = {}) {
      const icu = icuLocale === undefined ? '' : ` LOCALE_PROVIDER icu ICU_LOCALE ${literal(icuLocale)}`
      await query(`CREATE DATABASE "${name.replaceAll('"', '""')}" TEMPLATE template0${icu}`)
    },
    kill: () => server.kill(),
    async restart() {
      await server.stop()
      server = await begin()
    },
    stop: () => place.leave(),
  }
}

async function queryAt(port: number, sql: string): Promise<readonly PostgresRow[]> {
  const client = new PostgresClient({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Leaves nothing behind where `begin` fails. */
export async function orLeave<T>(place: Place, begin: () => Promise<T>): Promise<T> {
  try {
    return await begin()
  } catch (error) {
    await place.leave()
    throw error
  }
}
