import { isTirazhError, TirazhError } from '@tirazh/spec'

/** Errors of the database as STORAGE_FAILED; errors of the SDK and wrong arguments as they are. */
export function failure(during: string, cause: unknown): Error {
  if (isTirazhError(cause) || cause instanceof TypeError) return cause
  const message = `PostgreSQL could not ${during}: ${messageOf(cause)}${remedy(codeOf(cause))}`
  const transient = isTransient(cause)
  return new TirazhError('STORAGE_FAILED', message, { storage: 'postgres', during, transient }, { cause })
}

/** Whether nothing was written because another transaction was in the way. */
export function isCollision(error: unknown): boolean {
  return collisions.has(codeOf(error))
}

/** Whether the connection is gone or was never there. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error)
  return (
    code.startsWith('08') ||
    losses.has(code) ||
    /^Connection terminated|^Client .*not queryable|^timeout e|^Query read timeout/.test(messageOf(error))
  )
}

/** The SQLSTATE, or the code of the operating system; empty where there is none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

function isTransient(error: unknown): boolean {
  return isCollision(error) || isConnectionLoss(error) || momentary.has(codeOf(error))
}

/** Serialization failure and deadlock. */
const collisions: ReadonlySet<string> = new Set(['40001', '40P01'])

/** The server shuts down, crashed or starts; it ended a connection that took too long; then the network. */
const losses: ReadonlySet<string> = new Set([
  ...['57P01', '57P02', '57P03'],
  ...['25P03', '25P04', '57P05'],
  ...['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
])

/** Whether a transaction was committed is unknown (distributed engines); too many connections; a lock took too long. */
const momentary: ReadonlySet<string> = new Set(['40003', '53300', '55P03'])

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // The error of several addresses that were tried has a code and no message.
  return message === '' ? codeOf(error) : message
}

function remedy(code: string): string {
  return remedies[code] ?? ''
}

const remedies: Readonly<Record<string, string>> = {
  '25P01': '; give within an executor whose transaction has begun',
  '25P02': '; a statement of this transaction failed before: roll it back',
  '42501': '; grant the right, or have a database administrator run what sql() prints',
}
