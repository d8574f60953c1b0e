import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePlace } from './place.js'
import { freePort } from './ports.js'
import { orLeave } from './postgres.js'

/** A running PgBouncer, which pools transactions: a client keeps no connection between two of them. */
export interface PgBouncer {
  readonly port: number
  stop(): Promise<void>
}

/** How many connections to the server it shares among its clients. */
export interface PgBouncerOptions {
  /** The port of the PostgreSQL behind it, on 127.0.0.1. */
  readonly port: number
  /** Connections to the server for each database. Default 5. */
  readonly poolSize?: number
}

/**
 * Starts Debian's PgBouncer on a free port of 127.0.0.1 in transaction pooling mode. Any name and password
 * are accepted and become the user `postgres` of the server. It stops with this process.
 * @throws Error with its log where it does not start; see `whyMissing`
 */
export async function startPgBouncer({ port: behind, poolSize = 5 }: PgBouncerOptions): Promise<PgBouncer> {
  const place = await makePlace('postgres')
  return orLeave(place, async () => {
    const port = await freePort()
    const file = join(place.folder, 'pgbouncer.ini')
    const lines = [
      '[databases]',
      `* = host=127.0.0.1 port=${behind} user=postgres`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      `default_pool_size = ${poolSize}`,
      'max_client_conn = 200',
      'ignore_startup_parameters = extra_float_digits',
    ]
    await writeFile(file, `${lines.join('\n')}\n`)
    await place.start('/usr/sbin/pgbouncer', [file], { ready: /process up/, stop: 'SIGTERM' })
    return { port, stop: () => place.leave() }
  })
}
