import { TirazhError } from '@tirazh/spec'
import type { MysqlExecutor } from './options.js'
import { column, run } from './rows.js'

/** What matters about the server, asked once. */
export interface Server {
  /** Whether it is a node of a Galera cluster. */
  readonly galera: boolean
  /** The longest statement that it takes, in bytes. */
  readonly packet: number
  /** The statement that shows what every node had committed before it. */
  display(select: string): string
}

/**
 * @param galera the answer of the host, if it gave one
 * @throws TypeError where the connections of the pool are set so that the adapter cannot work
 */
export async function askServer(executor: MysqlExecutor, galera: boolean | undefined): Promise<Server> {
  const settings = new Map<string, string>()
  for (const row of await run(executor, `SHOW VARIABLES WHERE Variable_name IN (${asked})`)) {
    settings.set(String(column(row, 'Variable_name')), String(column(row, 'Value')))
  }
  checkSettings(settings)
  const clustered = galera ?? isGalera(settings)
  return {
    galera: clustered,
    packet: Number(settings.get('max_allowed_packet')),
    // For this statement only: a setting of the session would stay with the host's connection.
    display: (select) => (clustered ? `SET STATEMENT wsrep_sync_wait = 1 FOR ${select}` : select),
  }
}

/** @throws STORAGE_FAILED where a statement is longer than the server takes, which would end the connection */
export function checkLength(statements: readonly string[], { packet }: Server): void {
  const longest = statements.reduce((most, { length }) => Math.max(most, length), 0)
  // The packet holds the statement and a few bytes more.
  if (longest + 64 <= packet) return
  throw new TirazhError(
    'STORAGE_FAILED',
    `The commit needs a statement of ${longest} bytes, but max_allowed_packet of the server is ${packet}: ` +
      'raise it, or store smaller documents',
    { storage: 'mysql', during: 'commit', transient: false },
  )
}

/** The names of the isolation differ between MySQL and versions of MariaDB; MySQL has none of the last two. */
const asked =
  "'autocommit', 'max_allowed_packet', 'transaction_isolation', 'tx_isolation', 'wsrep_on', 'wsrep_provider'"

function checkSettings(settings: ReadonlyMap<string, string>): void {
  if (settings.get('autocommit') === 'OFF') {
    throw new TypeError(
      'Turn autocommit on for the connections of the pool: reads would never see anything new',
    )
  }
  const isolation = settings.get('transaction_isolation') ?? settings.get('tx_isolation')
  if (isolation === 'READ-UNCOMMITTED') {
    throw new TypeError(
      'Give the connections of the pool READ COMMITTED or more: reads would see what is rolled back',
    )
  }
}

/** Without a provider, wsrep_on may be ON and mean nothing. */
function isGalera(settings: ReadonlyMap<string, string>): boolean {
  return settings.get('wsrep_on') === 'ON' && (settings.get('wsrep_provider') ?? 'none') !== 'none'
}
