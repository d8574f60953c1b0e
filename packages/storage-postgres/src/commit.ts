import { type Op, TirazhError } from '@tirazh/spec'
import type { PostgresExecutor } from './executor.js'
import { isCollision } from './failure.js'
import { readConflicts } from './rows.js'
import type { Enclose } from './transaction.js'
import { type Write, write, writesOf } from './write.js'

/** Whether a commit begins anew where another transaction was in the way: of no use inside one of the host. */
export type Stubbornness = 'retries' | 'gives up'

/** @throws STORAGE_CONFLICT, and whatever the driver throws */
export async function commit(
  client: PostgresExecutor,
  ops: readonly Op[],
  enclose: Enclose,
  stubbornness: Stubbornness,
): Promise<void> {
  const writes = writesOf(ops)
  if (writes.length === 0) return
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const last = stubbornness === 'gives up' || attempt === attempts
    if (await succeeds(client, writes, enclose, last)) return
    const conflicts = await readConflicts(client, ops)
    if (conflicts.length > 0) throw refusal(conflicts.length, ops.length, conflicts)
    // By now every guard holds again: the commit may be tried once more.
  }
  throw busy()
}

const attempts = 5

/** False where nothing was written and it is worth asking why. */
async function succeeds(
  client: PostgresExecutor,
  writes: readonly Write[],
  enclose: Enclose,
  last: boolean,
): Promise<boolean> {
  try {
    await enclose(client, async () => {
      if (!(await write(client, writes))) throw refused
    })
    return true
  } catch (error) {
    // A collision is also an answer to COMMIT after which nothing was written. A lost connection is none.
    if (error === refused || (isCollision(error) && !last)) return false
    throw error
  }
}

const refused: Error = new Error('A guard does not hold')

function refusal(
  count: number,
  total: number,
  conflicts: TirazhError<'STORAGE_CONFLICT'>['details']['conflicts'],
): TirazhError<'STORAGE_CONFLICT'> {
  const message = `${count} of ${total} guards do not hold; nothing was written`
  return new TirazhError('STORAGE_CONFLICT', message, { conflicts })
}

function busy(): TirazhError<'STORAGE_FAILED'> {
  const message = `PostgreSQL could not commit: its records changed during each of ${attempts} attempts; try again`
  return new TirazhError('STORAGE_FAILED', message, {
    storage: 'postgres',
    during: 'commit',
    transient: true,
  })
}
