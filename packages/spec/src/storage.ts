import type { Json, Scalar } from './scalars.js'

/** Where a record lives. `space` is the region or tenant and comes first in every key. */
export interface Key {
  readonly space: string
  readonly kind: string
  readonly id: string
}

/** A stored record. `version` is minted by core (1, 2, …) and only compared by adapters. */
export interface Row extends Key {
  readonly version: number
  readonly doc: Json
}

/**
 * One guarded operation of a commit.
 * `expect` is the version the record must have now; 0 means that it must not exist yet.
 */
export type Op = Put | Delete | Check

/** Writes `doc` as version `expect + 1`. */
export interface Put extends Key {
  readonly op: 'put'
  readonly expect: number
  readonly doc: Json
}

/** Removes the record. `expect` is at least 1. */
export interface Delete extends Key {
  readonly op: 'delete'
  readonly expect: number
}

/** Writes nothing; the commit fails unless the record still has this version. */
export interface Check extends Key {
  readonly op: 'check'
  readonly expect: number
}

/** A kind of record the host will store, with the scalar fields it will filter by. */
export interface KindSpec {
  readonly kind: string
  /** Top-level scalar properties of the document worth an index. */
  readonly indexes?: readonly string[]
}

export type Operator = '=' | '<' | '<=' | '>' | '>='

/** A comparison with a top-level property of the document; `meets` says exactly when it holds. */
export interface Condition {
  readonly field: string
  readonly is: Operator
  readonly value: Scalar
}

export interface Query {
  readonly kind: string
  readonly space?: string
  /** All must hold. An adapter is only ever given operators that it declares in `supports.where`. */
  readonly where?: readonly Condition[]
  /** Only rows after this position. */
  readonly after?: { readonly space: string; readonly id: string }
  /** At most so many rows; a positive integer. */
  readonly limit?: number
}

/** Facts about an adapter, stated once. The conformance kit tests both answers of each. */
export interface Supports {
  /** An acknowledged commit survives a crash of the process. */
  readonly durable: boolean
  /** Operators that `find` evaluates itself; core does the rest. */
  readonly where: readonly Operator[]
  /** Whether the adapter is also {@link Joining}: its commits can be part of the host's own transaction. */
  readonly within: boolean
  /** The dialect in which the adapter is also {@link Querying}; `null` where it answers no SQL. */
  readonly sql: SqlDialect | null
}

/** The dialects that policies are compiled to and an adapter may answer. */
export type SqlDialect = 'sqlite' | 'postgres'

/**
 * The boundary behind which records are kept. Three laws hold for every adapter:
 *
 * - **A1** a commit happens entirely or not at all, and a guard that no longer holds refuses it;
 * - **A2** what goes in comes out equal, and the order is the same in every store;
 * - **A3** a capability is a faster route to the same answer.
 */
export interface StorageAdapter {
  /** For messages: `memory`, `sqlite`, … */
  readonly name: string
  /** The version of this contract that the adapter implements. */
  readonly contract: 1
  readonly supports: Supports
  /** Prepares the store for these kinds. Idempotent. @throws STORAGE_DRIVER_MISSING, STORAGE_SCHEMA, STORAGE_FAILED */
  open(kinds: readonly KindSpec[]): Promise<void>
  /** One answer per key, in the order of the keys; `undefined` where there is no record. */
  read(keys: readonly Key[]): Promise<readonly (Row | undefined)[]>
  /** Rows ordered by code point of (space, id). @throws TypeError as `checkQuery` does */
  find(query: Query): AsyncIterable<Row>
  /**
   * The only mutation: all operations, or none. Each key at most once.
   * @throws STORAGE_CONFLICT where a guard does not hold: nothing was written; TypeError as `checkOps` does.
   * After any other error the caller must assume neither that the commit happened nor that it did not.
   */
  commit(ops: readonly Op[]): Promise<void>
  /** Releases what the adapter opened itself. Idempotent. */
  close(): Promise<void>
}

/** An adapter whose commits can be part of a transaction that the host begins and ends. */
export interface Joining<Executor> {
  /**
   * The same records, seen and written through the executor: the host's client or handle, in a
   * transaction. What `commit` writes is there for others when the host commits and gone when it rolls
   * back. A refused commit leaves the transaction as it was before that commit, and usable. The adapter
   * that is returned is open as long as this one; its `open` and `close` do nothing.
   */
  within(executor: Executor): StorageAdapter
}

/**
 * An adapter that answers SQL over the records where they are. The table is `tirazh_record` with the
 * columns `kind`, `space`, `id`, `version` and `doc`: JSON text in `sqlite`, `jsonb` in `postgres`.
 * Parameters are `?1`, `?2`, … in `sqlite` and `$1`, `$2`, … in `postgres`.
 */
export interface Querying {
  /** Runs one statement that only reads. @throws STORAGE_CLOSED, STORAGE_FAILED */
  query(
    text: string,
    values: readonly (string | number | null)[],
  ): Promise<readonly Readonly<Record<string, unknown>>[]>
}
