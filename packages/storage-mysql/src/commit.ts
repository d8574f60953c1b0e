import { type Op, type StorageConflict, TirazhError } from '@tirazh/spec'
import { type Failure, failureOf } from './failures.js'
import type { MysqlExecutor, MysqlPool } from './options.js'
import { type Plan, planOf } from './plan.js'
import { readVersions } from './read.js'
import { keyOf, place, run, versionOf } from './rows.js'
import { checkLength, type Server } from './server.js'
import { checkedOut, transaction } from './transaction.js'

/** Deadlocks, and commits of other Galera nodes that came first, are tried again so many times. */
const attempts = 12
/** A lock is waited for as long as the server says, 50 s unless told: more than two of them are too many. */
const waits = 2

/** Commits in a transaction of its own. @throws STORAGE_CONFLICT, STORAGE_FAILED, or the error of the driver */
export async function commit(pool: MysqlPool, ops: readonly Op[], server: Server): Promise<void> {
  const plan = planOf(ops, server)
  checkLength(plan.writes, server)
  let waited = 0
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(pool, plan)
    if (outcome === 'written') return
    // Nothing was written. A node that lags behind may have seen an old version, so the guards are asked anew.
    refuse(conflictsIn(ops, await readVersions(pool, ops, server.display)), ops)
    if (outcome === 'waited') waited++
    if (attempt === attempts || waited === waits) throw busy(attempt)
    await pause(attempt)
  }
}

/** Commits as part of the transaction that the executor is in. @throws as `commit`; TypeError without a transaction */
export async function commitWithin(
  executor: MysqlExecutor,
  ops: readonly Op[],
  server: Server,
): Promise<void> {
  const plan = planOf(ops, server)
  checkLength(plan.writes, server)
  await savepoint(executor)
  for (let attempt = 1; ; attempt++) {
    let written = false
    try {
      written = await carryOut(executor, plan)
    } catch (error) {
      throw await undone(executor, error)
    }
    if (written) return void (await run(executor, 'RELEASE SAVEPOINT tirazh'))
    try {
      await run(executor, 'ROLLBACK TO SAVEPOINT tirazh')
      // Plain reads may show what was when the transaction began; those that lock show what is.
      const now = await readVersions(executor, ops, (select) => `${select} LOCK IN SHARE MODE`)
      refuse(conflictsIn(ops, now), ops)
    } catch (error) {
      throw await undone(executor, error)
    }
    if (attempt === attempts) throw busy(attempt)
  }
}

async function tryOnce(pool: MysqlPool, plan: Plan): Promise<'written' | 'refused' | Failure> {
  try {
    const written = await checkedOut(pool, (connection) =>
      transaction(connection, () => carryOut(connection, plan)),
    )
    return written ? 'written' : 'refused'
  } catch (error) {
    const failure = failureOf(error)
    if (failure === 'rolled back' || failure === 'waited') return failure
    throw error
  }
}

/** Runs the statements; false as soon as a guard does not hold, with some of them done. */
async function carryOut(executor: MysqlExecutor, { existing, locks, writes }: Plan): Promise<boolean> {
  const versions = new Map<string, number>()
  for (const sql of locks) {
    for (const columns of await run(executor, sql)) versions.set(place(keyOf(columns)), versionOf(columns))
  }
  if (conflictsIn(existing, versions).length > 0) return false
  try {
    for (const sql of writes) await run(executor, sql)
  } catch (error) {
    if (failureOf(error) === 'duplicate') return false
    throw error
  }
  return true
}

function conflictsIn(ops: readonly Op[], versions: ReadonlyMap<string, number>): StorageConflict[] {
  return ops.flatMap((op) => {
    const { space, kind, id, expect } = op
    const actual = versions.get(place(op)) ?? 0
    return actual === expect ? [] : [{ key: { space, kind, id }, expected: expect, actual }]
  })
}

function refuse(conflicts: readonly StorageConflict[], ops: readonly Op[]): void {
  if (conflicts.length === 0) return
  const message = `${conflicts.length} of ${ops.length} guards do not hold; nothing was written`
  throw new TirazhError('STORAGE_CONFLICT', message, { conflicts })
}

/** Outside a transaction a savepoint is gone at once, and every statement would be committed by itself. */
async function savepoint(executor: MysqlExecutor): Promise<void> {
  try {
    await run(executor, 'SAVEPOINT tirazh')
    await run(executor, 'ROLLBACK TO SAVEPOINT tirazh')
  } catch (error) {
    if (failureOf(error) !== 'no savepoint') throw error
    throw new TypeError(
      'The connection passed to within() is not in a transaction; await connection.beginTransaction() first',
      { cause: error },
    )
  }
}

/** Takes back what the commit has done so far. The error to throw. */
async function undone(executor: MysqlExecutor, error: unknown): Promise<unknown> {
  const failure = failureOf(error)
  if (failure === 'unreachable') return error
  const gone =
    failure === 'rolled back' ||
    (await run(executor, 'ROLLBACK TO SAVEPOINT tirazh').then(
      () => false,
      () => true,
    ))
  if (!gone) return error
  return new TirazhError(
    'STORAGE_FAILED',
    'The server has rolled back the whole transaction that the commit was part of; begin it again',
    { storage: 'mysql', during: 'commit', transient: failure === 'rolled back' || failure === 'waited' },
    { cause: error },
  )
}

function busy(attempt: number): TirazhError<'STORAGE_FAILED'> {
  return new TirazhError(
    'STORAGE_FAILED',
    `Others kept the records of this commit locked through ${attempt} attempts; nothing was written, try again`,
    { storage: 'mysql', during: 'commit', transient: true },
  )
}

/** Longer each time and different for each of those who collided, at most about a quarter of a second. */
function pause(attempt: number): Promise<void> {
  const most = Math.min(4 * 2 ** attempt, 250)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most))
}
