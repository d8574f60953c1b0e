import type { Path, Text } from './scalars.js'
import type { Key } from './storage.js'

/**
 * Every error of the SDK, by its stable code, with the details a program may rely on.
 * Messages are for people and may change in any release.
 */
export interface ErrorDetails {
  /** A write was refused because a guard no longer held; nothing was written. */
  STORAGE_CONFLICT: { readonly conflicts: readonly StorageConflict[] }
  /** The adapter was used before `open` or after `close`. */
  STORAGE_CLOSED: { readonly storage: string }
  /** No database driver was handed in and none could be found. */
  STORAGE_DRIVER_MISSING: { readonly storage: string; readonly tried: readonly string[] }
  /** The database refused or could not be reached. `transient`: the same call may succeed if it is made again. */
  STORAGE_FAILED: { readonly storage: string; readonly during: string; readonly transient: boolean }
  /** The tables of the database are missing (`found` is 0), too old, or newer than this adapter understands. */
  STORAGE_SCHEMA: { readonly storage: string; readonly found: number; readonly needed: number }
  /** The connection was lost during a write and the log could not be asked: call again with the same unit. */
  STORAGE_UNCERTAIN: { readonly storage: string; readonly space: string; readonly unit: string }
  /** A document holds something that not every store keeps unchanged; every place is listed. */
  DOCUMENT_NOT_PORTABLE: { readonly issues: readonly PortabilityIssue[] }
  /** A log that is copied or read does not hold together; every problem is listed. */
  LOG_BROKEN: { readonly space: string; readonly issues: readonly DataIssue[] }
  /** An export cannot be read or the store that it is to go into holds something else; every issue is listed. */
  TRANSFER_REFUSED: { readonly issues: readonly DataIssue[] }
  /** Data handed in is not a valid record; every issue is listed. */
  RECORD_INVALID: { readonly issues: readonly DataIssue[] }
  /** A policy cannot be used as written; every issue is listed. */
  POLICY_INVALID: { readonly policy: string; readonly issues: readonly DataIssue[] }
  /** No policy of this id is part of the region. */
  POLICY_UNKNOWN: { readonly policy: string; readonly known: readonly string[] }
  /** No record of this kind and id is in the register. */
  RECORD_UNKNOWN: { readonly kind: string; readonly id: string }
  /** A report is not a valid document; every issue is listed. */
  REPORT_INVALID: { readonly issues: readonly DataIssue[] }
  /** A format could not make a file of a valid report; `reason` is what its engine said. */
  RENDER_FAILED: { readonly format: string; readonly report: string; readonly reason: string }
}

/** A guard that did not hold: what the caller expected and what the store has (0: no such record). */
export interface StorageConflict {
  readonly key: Key
  readonly expected: number
  readonly actual: number
}

/** A value that not every store keeps. */
export interface PortabilityIssue {
  /** From the document: `doc.indicators[2].base`. */
  readonly path: string
  readonly found: string
}

/** One problem in data, with the place and a sentence that says what to do. */
export interface DataIssue {
  /** Stable, `AREA_WHAT`. */
  readonly code: string
  /** From the root of what was handed in. */
  readonly path: Path
  readonly message: Text
}

export type ErrorCode = keyof ErrorDetails

/**
 * The one error class of the SDK. Tell errors apart with {@link isTirazhError} and their `code`,
 * not with `instanceof`: two copies of this package may be loaded.
 */
export class TirazhError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: ErrorDetails[Code]
  /** Marks the error across copies of this package. */
  readonly isTirazhError: true = true

  constructor(code: Code, message: string, details: ErrorDetails[Code], options?: ErrorOptions) {
    super(message, options)
    this.name = 'TirazhError'
    this.code = code
    this.details = details
  }
}

/** Whether a caught value is an error of the SDK, and of this code if one is named. */
export function isTirazhError<Code extends ErrorCode = ErrorCode>(
  value: unknown,
  code?: Code,
): value is TirazhError<Code> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'isTirazhError' in value &&
    value.isTirazhError === true &&
    'code' in value &&
    (code === undefined || value.code === code)
  )
}
