import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePlace, type Place, type Server } from './place.js'
import { mysqlConnection } from './pools.js'
import { freePort } from './ports.js'
import { orLeave } from './postgres.js'
import { finished } from './processes.js'

/** A running MariaDB: user `root`, no password, and an empty database `test`. */
export interface MariadbServer {
  readonly port: number
  /** Runs one statement in a connection of its own. The rows as objects by column name. */
  query(sql: string): Promise<readonly MariadbRow[]>
  /** Ends the server by force, as a crash would. The data stay. */
  kill(): Promise<void>
  /** Starts the server again on its data and its port, after `kill` or in place of the one that runs. */
  restart(): Promise<void>
  /** Stops the server and deletes its data. May be called again. */
  stop(): Promise<void>
}

export type MariadbRow = Readonly<Record<string, unknown>>

export interface MariadbOptions {
  /** Whether a commit waits for the disk. Default `false`: no test that does not crash the server needs it. */
  readonly durable?: boolean
  /** More settings, such as `max-connections=10`; they win over those of this module. */
  readonly settings?: readonly string[]
}

/**
 * Starts one server of Debian's MariaDB in a temporary folder on a free port of 127.0.0.1. It stops and its
 * folder goes when `stop` is called, and also when this process ends in any way.
 * @throws Error with the log of the server where it does not start; see `whyMissing`
 */
export async function startMariadb(options: MariadbOptions = {}): Promise<MariadbServer> {
  const place = await makePlace('mysql')
  return orLeave(place, async () => {
    const data = join(place.folder, 'data')
    await newTemporaryFolder(place, data)
    await newMariadbData(place, data)
    const port = await freePort()
    const begin = (): Promise<Server> => startMariadbd(place, mariadbArguments(data, port, options))
    let server = await begin()
    await queryMariadb(port, 'CREATE DATABASE IF NOT EXISTS test CHARACTER SET utf8mb4')
    return {
      port,
      query: (sql) => queryMariadb(port, sql),
      kill: () => server.kill(),
      async restart() {
        await server.stop()
        server = await begin()
      },
      stop: () => place.leave(),
    }
  })
}

/** Servers that share a folder for what is temporary delete each other's files when they start. */
export async function newTemporaryFolder({ user }: Pick<Place, 'user'>, data: string): Promise<void> {
  await mkdir(temporary(data))
  if (user.uid !== undefined && user.gid !== undefined) await chown(temporary(data), user.uid, user.gid)
}

/** Makes the tables every server has. */
export async function newMariadbData({ folder, user }: Place, data: string): Promise<void> {
  const made = [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${temporary(data)}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]
  await finished('/usr/bin/mariadb-install-db', made, { ...user, cwd: folder })
}

export function mariadbArguments(
  data: string,
  port: number,
  { durable = false, settings = [] }: MariadbOptions,
): readonly string[] {
  const hasty = ['innodb-flush-log-at-trx-commit=2', 'sync-binlog=0', 'innodb-flush-method=nosync']
  const all = [
    ...(durable ? ['innodb-flush-log-at-trx-commit=1'] : hasty),
    `datadir=${data}`,
    `tmpdir=${temporary(data)}`,
    `port=${port}`,
    'bind-address=127.0.0.1',
    // Relative to the data: a path that is too long for a socket is an error.
    'socket=here.sock',
    `pid-file=${data}.pid`,
    'skip-name-resolve',
    'character-set-server=utf8mb4',
    'innodb-buffer-pool-size=64M',
    'innodb-log-file-size=32M',
    ...settings,
  ]
  return ['--no-defaults', ...all.map((setting) => `--${setting}`)]
}

function temporary(data: string): string {
  return `${data}-tmp`
}

export function startMariadbd(place: Place, args: readonly string[]): Promise<Server> {
  return place.start('/usr/sbin/mariadbd', args, { ready: /ready for connections/, stop: 'SIGTERM' })
}

export async function queryMariadb(port: number, sql: string): Promise<readonly MariadbRow[]> {
  const connection = await mysqlConnection({ port, connectTimeout: 5_000 })
  try {
    const [rows] = await connection.query(sql)
    return Array.isArray(rows) ? (rows as MariadbRow[]) : []
  } finally {
    connection.destroy()
  }
}
