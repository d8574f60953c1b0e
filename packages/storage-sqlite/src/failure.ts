import { isTirazhError, TirazhError } from '@tirazh/spec'

/** What went wrong, as STORAGE_FAILED with what the driver threw as its cause; an error of the SDK as it is. */
export function failure(during: string, cause: unknown): Error {
  if (isTirazhError(cause)) return cause
  const message = `SQLite could not ${during}: ${messageOf(cause)}`
  const details = { storage: 'sqlite', during, transient: isTransient(cause) }
  return new TirazhError('STORAGE_FAILED', message, details, { cause })
}

/**
 * Whether the same call may succeed when it is made again: somebody else holds a lock. A snapshot that is
 * out of date stays so until its transaction ends, so that the call alone need not be made again.
 */
function isTransient(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false
  const { errcode, code }: { errcode?: unknown; code?: unknown } = cause
  // node:sqlite and @photostructure/sqlite give the number, whose low byte is the primary code …
  if (typeof errcode === 'number') return locks.has(errcode & 0xff) && errcode !== staleSnapshot
  // … better-sqlite3 and libsql the name …
  if (/^SQLITE_/.test(String(code))) return /^SQLITE_(BUSY|LOCKED)(?!_SNAPSHOT)/.test(String(code))
  // … and @photostructure/sqlite 1.2 neither, where a statement fails that it had prepared before.
  return /^database (\w+ )?is locked/.test(messageOf(cause))
}

/** SQLITE_BUSY and SQLITE_LOCKED. */
const locks: ReadonlySet<number> = new Set([5, 6])

/** SQLITE_BUSY_SNAPSHOT. */
const staleSnapshot = 517

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
