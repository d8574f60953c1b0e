import { join } from 'node:path'
import { makePlace } from './place.js'
import {
  debianPostgresBinaries as bin,
  orLeave,
  type PostgresOptions,
  type PostgresServer,
  runPostgres,
  startDebianPostgres,
} from './postgres.js'
import { finished, until } from './processes.js'

/** A primary and a standby that has everything the primary ever acknowledged. */
export interface PostgresPair {
  readonly primary: PostgresServer
  readonly standby: PostgresServer
  /** Ends the primary by force. It must not be started again once the standby is promoted: two would differ. */
  killPrimary(): Promise<void>
  /** Makes the standby a server that writes, and waits until it does. */
  promote(): Promise<void>
  /** Stops both and deletes their data. */
  stop(): Promise<void>
}

/**
 * Starts two of Debian's PostgreSQL 15: a commit on the primary returns when the standby has applied it.
 * While the standby is down, commits on the primary wait for it. Both are durable unless told otherwise.
 * @throws Error with the log of the server that does not start; see `whyMissing`
 */
export async function startPostgresPair(options: PostgresOptions = {}): Promise<PostgresPair> {
  const { durable = true, settings = [] } = options
  const applied = ['synchronous_standby_names=standby', 'synchronous_commit=remote_apply']
  const primary = await startDebianPostgres({ durable, settings: [...applied, ...settings] })
  try {
    const standby = await startStandby(primary, { durable, settings })
    const isInStep =
      "SELECT 1 FROM pg_stat_replication WHERE application_name = 'standby' AND sync_state = 'sync'"
    await until(async () => (await primary.query(isInStep)).length === 1, 'the standby to be in step')
    return {
      primary,
      standby,
      killPrimary: () => primary.kill(),
      async promote() {
        await standby.query('SELECT pg_promote(true)')
        const recovering = 'SELECT 1 WHERE pg_is_in_recovery()'
        await until(async () => (await standby.query(recovering)).length === 0, 'the standby to be promoted')
      },
      async stop() {
        await Promise.all([primary.stop(), standby.stop()])
      },
    }
  } catch (error) {
    await primary.stop()
    throw error
  }
}

async function startStandby(primary: PostgresServer, options: PostgresOptions): Promise<PostgresServer> {
  const place = await makePlace('postgres')
  return orLeave(place, async () => {
    const data = join(place.folder, 'data')
    const at = `host=127.0.0.1 port=${primary.port} user=postgres`
    const copy = ['-D', data, '-d', at, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']
    await finished(join(bin, 'pg_basebackup'), copy, { ...place.user, cwd: place.folder })
    const settings = [`primary_conninfo=${at} application_name=standby`, ...(options.settings ?? [])]
    return runPostgres(place, bin, data, { ...options, settings })
  })
}
