import { isTirazhError, TirazhError } from '@tirazh/spec'

/** What an error of the driver means for the transaction that it ended. */
export type Failure =
  /** The server rolled all of it back: nothing was written, and it may be tried again. */
  | 'rolled back'
  /** A lock was waited for too long: the statement was undone, the transaction is still there. */
  | 'waited'
  /** The connection is gone or the server cannot answer now: what happened to a COMMIT is not known. */
  | 'unreachable'
  /** A row with this primary key exists. */
  | 'duplicate'
  /** There is no such table. */
  | 'no table'
  /** There is no such savepoint: there is no transaction. */
  | 'no savepoint'
  /** Anything else: it would fail again. */
  | 'refused'

/** Tells the errors of the driver apart: by the number that the server gave, or else by the code of the socket. */
export function failureOf(error: unknown): Failure {
  const number = Number(property(error, 'errno'))
  // Sockets number their errors too, below zero.
  if (number > 0) return errors.get(number) ?? 'refused'
  if (sockets.has(String(property(error, 'code'))) || property(error, 'fatal') === true) return 'unreachable'
  return exhausted.test(messageOf(error)) ? 'unreachable' : 'refused'
}

/** The error as the adapter throws it; one of the SDK, or about an argument, stays what it is. */
export function failed(during: string, cause: unknown): Error {
  if (isTirazhError(cause)) return cause
  if (cause instanceof TypeError && property(cause, 'code') === undefined) return cause
  const message = `The mysql storage could not ${during}: ${messageOf(cause)}`
  const details = { storage: 'mysql', during, transient: transient.has(failureOf(cause)) }
  return new TirazhError('STORAGE_FAILED', message, details, { cause })
}

const transient: ReadonlySet<Failure> = new Set(['rolled back', 'waited', 'unreachable'])

const errors: ReadonlyMap<number, Failure> = new Map([
  // A deadlock. Galera says the same of a commit that another node’s commit came before.
  [1213, 'rolled back'],
  // A row was changed after the snapshot of the transaction (innodb_snapshot_isolation of MariaDB).
  [1020, 'rolled back'],
  // The same from group replication of MySQL.
  [3101, 'rolled back'],
  // A lock, or a Galera node that did not catch up with the cluster in time.
  [1205, 'waited'],
  [1062, 'duplicate'],
  [1146, 'no table'],
  [1305, 'no savepoint'],
  // Too many connections: of the server, of the user.
  [1040, 'unreachable'],
  [1203, 'unreachable'],
  // A Galera node without a quorum, or one that is joining.
  [1047, 'unreachable'],
  // The server is going down; the connection or the statement was killed.
  [1053, 'unreachable'],
  [1317, 'unreachable'],
  [1927, 'unreachable'],
  [4031, 'unreachable'],
  // An error in the middle of a COMMIT, such as a Galera node that lost the quorum there.
  [1180, 'unreachable'],
  // A server that only reads, as one does that is no longer the primary.
  [1290, 'unreachable'],
  [1836, 'unreachable'],
])

const sockets: ReadonlySet<string> = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** What mysql2 says, without a code, of a connection that was lost before and of a pool that has none to give. */
const exhausted = /in closed state|No connections available|Queue limit reached/

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
}
